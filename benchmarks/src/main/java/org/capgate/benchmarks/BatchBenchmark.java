package org.capgate.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.ensemble.ParallelBatch;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.model.MoodModel;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 4096 treated mice, every parameter times a uniform number in [0.9, 1.1], seven days, end state;
 * time per mouse. With {@code -jvmArgsAppend "--add-modules jdk.incubator.vector"} several side by
 * side.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class BatchBenchmark {
  private static final int MICE = 4096;
  private static final double SPREAD = 0.1;

  /** Threads of the batch. */
  @Param({"1", "2"})
  public int threads;

  private final Scenario scenario = TreatedMouse.scenario(24);
  private final MoodModel model = scenario.laboratory().model();
  private final double[] start = scenario.settled().state();
  private final double[][] parameters = new double[MICE][];

  /** Draws the parameters. */
  @Setup
  public void draw() {
    List<Symbol> symbols = model.layout().parameters();
    for (int mouse = 0; mouse < MICE; mouse++) {
      RandomStream random = RandomStream.of(1, mouse, 0, "batch benchmark");
      double[] own = scenario.laboratory().parameters(scenario.genotype(), 0).clone();
      for (int i = 0; i < own.length; i++) {
        if (symbols.get(i).kind() == Kind.PARAMETER) {
          own[i] *= random.uniform(1 - SPREAD, 1 + SPREAD);
        }
      }
      parameters[mouse] = own;
    }
  }

  /** All of them. */
  @Benchmark
  @OperationsPerInvocation(MICE)
  public List<ParallelBatch.Outcome> mice() {
    return ParallelBatch.solve(
        Solvers.standard(1e-4),
        MICE,
        mouse -> model.animal(parameters[mouse], start, scenario.exposure(), Map.of()),
        TimeSpan.days(0, 7),
        Sampling.endOnly(),
        threads);
  }
}
