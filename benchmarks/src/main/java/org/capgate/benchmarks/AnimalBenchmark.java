package org.capgate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One mouse, seven days, at several tolerances, with the method that is chosen for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class AnimalBenchmark {
  /** Relative tolerance. */
  @Param({"1e-3", "1e-4", "1e-6", "1e-8"})
  public double relativeTolerance;

  private final OdeSystem animal = TreatedMouse.system();
  private Integrator integrator = Solvers.standard();

  /** The solver for the tolerance. */
  @Setup
  public void choose() {
    integrator = Solvers.standard(relativeTolerance);
  }

  /** Dense output every hour. */
  @Benchmark
  public Trajectory sevenDays() {
    return integrator.solve(animal, TimeSpan.days(0, 7), Sampling.everyHours(1));
  }

  /** The end only. */
  @Benchmark
  public Trajectory sevenDaysEndOnly() {
    return integrator.solve(animal, TimeSpan.days(0, 7), Sampling.endOnly());
  }
}
