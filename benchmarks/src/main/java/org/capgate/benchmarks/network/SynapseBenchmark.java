package org.capgate.benchmarks.network;

import java.util.concurrent.TimeUnit;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.Projection;
import org.capgate.network.wiring.Wiring;
import org.capgate.random.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The sums over all synapses of one random projection, 100 sources for each neuron: as the library
 * takes them, and other ways that were tried. {@link SynapseReport} divides by the synapses and
 * compares with the bandwidth of the memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms4g", "-Xmx6g", "-XX:+UseSerialGC"})
public class SynapseBenchmark {
  static final int SOURCES_PER_TARGET = 100;

  private static final int TARGETS_AT_ONCE = 4096;

  /** Neurons. */
  @Param({"100000", "1000000"})
  public int neurons;

  /** Whether all synapses of a target are alike, or each has a weight of its own. */
  @Param({"alike", "own"})
  public String weights = "";

  private Connectivity synapses = connectivity(2, 1, 0);
  private SynapseAlternatives others = new SynapseAlternatives(synapses);
  private double[] x = {};
  private float[] deviation = {};
  private double[] out = {};

  private static Connectivity connectivity(int neurons, int sources, double logDeviation) {
    return Wiring.fixedInDegree(sources)
        .connect(Projection.within("neurons", neurons), 1)
        .withLogNormalWeights(logDeviation, 1);
  }

  /** Wires the neurons. */
  @Setup(Level.Trial)
  public void wire() {
    synapses = connectivity(neurons, SOURCES_PER_TARGET, weights.equals("own") ? 0.5 : 0);
    others = new SynapseAlternatives(synapses);
    x = new double[neurons];
    deviation = new float[neurons];
    out = new double[neurons];
    RandomStream stream = RandomStream.of(1, 0, 0, "signal");
    for (int i = 0; i < neurons; i++) {
      x[i] = stream.nextDouble();
      deviation[i] = (float) (x[i] - 0.5);
    }
  }

  /** As the library does it, in double precision: four running sums. */
  @Benchmark
  public double[] doublePrecision() {
    for (int from = 0; from < neurons; from += TARGETS_AT_ONCE) {
      synapses.multiply(x, out, from, Math.min(neurons, from + TARGETS_AT_ONCE));
    }
    return out;
  }

  /** As the library does it, deviations from the mean in single precision. */
  @Benchmark
  public double[] deviations() {
    for (int from = 0; from < neurons; from += TARGETS_AT_ONCE) {
      synapses.multiply(0.5, deviation, out, from, Math.min(neurons, from + TARGETS_AT_ONCE));
    }
    return out;
  }

  /** One running sum. */
  @Benchmark
  public double[] oneSum() {
    others.oneSum(x, out);
    return out;
  }

  /** Two running sums. */
  @Benchmark
  public double[] twoSums() {
    others.twoSums(x, out);
    return out;
  }

  /** Four running sums, eight synapses unrolled. */
  @Benchmark
  public double[] eightUnrolled() {
    others.eightUnrolled(x, out);
    return out;
  }

  /** Sources in blocks of 65 536 with 16-bit indices, block after block. */
  @Benchmark
  public double[] shortIndices() {
    others.shortIndices(x, out);
    return out;
  }
}
