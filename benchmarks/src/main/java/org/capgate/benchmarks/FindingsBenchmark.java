package org.capgate.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.solver.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All published findings of a parameter set never seen before: its reference, every settled state,
 * exposures, runs and verdicts. Fitted parameters are drawn within a factor around the shipped
 * ones.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(3)
public class FindingsBenchmark {
  private static final int SETS = 200; // more than are kept anywhere

  /** How far from the shipped values. */
  @Param({"1.1", "1.5"})
  public double factor;

  /** Relative tolerance of the runs; the posterior uses the first. */
  @Param({"1e-4", "1e-6"})
  public double relativeTolerance;

  private final FindingFile file = FindingFile.published();
  private int next;

  /** One set after the other. */
  @Benchmark
  public FindingsReport newSet() {
    next = (next + 1) % SETS;
    return FindingsEvaluator.standard()
        .withIntegrator(Solvers.standard(relativeTolerance))
        .withParameters(drawn(next))
        .evaluate(file);
  }

  private ParameterSet drawn(int number) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : ParameterSet.standard().parameters()) {
      if (parameter.isFitted() && parameter.low() > 0) {
        values.put(
            parameter.name(),
            RandomStream.of(1, number, 0, parameter.name())
                .logUniform(
                    Math.max(parameter.low(), parameter.value() / factor),
                    Math.min(parameter.high(), parameter.value() * factor)));
      }
    }
    return ParameterSet.standard().with(values);
  }
}
