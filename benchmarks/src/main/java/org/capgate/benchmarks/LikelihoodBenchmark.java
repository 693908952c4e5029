package org.capgate.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.uncertainty.ParameterEnsemble;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The probability of all published findings under one parameter set never seen before: a set of the
 * posterior, every score moved by a little, so that nothing ends the evaluation early.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(3)
public class LikelihoodBenchmark {
  private static final double MOVED = 1e-3;

  private final Posterior posterior =
      new Posterior(
          FindingsEvaluator.standard(),
          ParameterSet.standard(),
          FindingFile.published().findings(),
          Scatter.published());
  private final List<double[]> points =
      ParameterEnsemble.standard().members(ParameterSet.standard()).stream()
          .map(posterior::point)
          .toList();
  private int next;

  /** One set after the other. */
  @Benchmark
  public double newSet(ProcessorTime time) {
    double[] point = points.get(next % points.size()).clone();
    RandomStream stream = RandomStream.of(1, next++, 0, "likelihood benchmark");
    for (int i = 0; i < point.length; i++) {
      point[i] += MOVED * stream.nextGaussian();
    }
    double log = posterior.at(point);
    time.add(1);
    return log;
  }
}
