package org.capgate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.solver.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first of everything in a fresh JVM: files read, equations stated, kernels made, the settled
 * state found, seven days solved.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class ColdStartBenchmark {
  /** From nothing to a trajectory. */
  @Benchmark
  public Trajectory firstSevenDays() {
    return Solvers.standard()
        .solve(TreatedMouse.system(), TimeSpan.days(0, 7), Sampling.everyHours(1));
  }
}
