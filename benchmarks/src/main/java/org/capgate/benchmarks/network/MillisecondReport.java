package org.capgate.benchmarks.network;

import java.util.List;
import java.util.Locale;
import org.capgate.benchmarks.TreatedMouse;
import org.capgate.network.Network;
import org.capgate.network.NetworkSimulation;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;

/**
 * Seven days with firing rates that are settled at each evaluation, against the same network
 * stepped a millisecond at a time: the latter over a short window, in which both are compared
 * neuron by neuron, then extrapolated. One thread.
 *
 * <p>Arguments: neurons, seconds of the window; without any 100 000 and 2.
 */
public final class MillisecondReport {
  private static final int SYNAPSES_PER_NEURON = 100;
  private static final double WINDOW_STARTS_HOURS = 0.5; // rates and states move most
  private static final double MILLISECOND_HOURS = 1e-3 / 3600;
  private static final double DAYS = 7;
  private static final double SMALL = 1e-3; // in the unit of each quantity
  private static final List<String> STEMS = List.of("rate", "mtorc1", "phospho4ebpFraction");

  private MillisecondReport() {}

  /** Prints times, the largest difference and the ratio. */
  public static void main(String[] arguments) {
    int neurons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2;
    Scenario scenario = TreatedMouse.scenario(0);
    Network network =
        Network.of(scenario)
            .neurons(neurons)
            .synapsesPerNeuron(SYNAPSES_PER_NEURON)
            .seed(1)
            .build();
    double end = WINDOW_STARTS_HOURS + seconds / 3600;
    NetworkSimulation settled = network.start(0);
    settled.run(WINDOW_STARTS_HOURS, WINDOW_STARTS_HOURS);
    double[][] before = values(settled);
    settled.run(end, end);
    double[][] expected = values(settled);
    NetworkSimulation explicit = network.start(0);
    explicit.run(WINDOW_STARTS_HOURS, WINDOW_STARTS_HOURS);
    long began = System.nanoTime();
    long steps = explicit.runExplicitly(end, MILLISECOND_HOURS);
    double millisecondsPerStep = 1e-6 * (System.nanoTime() - began) / steps;
    double[][] found = values(explicit);
    began = System.nanoTime();
    NetworkSimulation whole = network.start(0);
    whole.run(24 * DAYS, 24 * DAYS);
    double wholeSeconds = 1e-9 * (System.nanoTime() - began);
    double extrapolated = 1e-3 * millisecondsPerStep * DAYS * 86_400_000;
    System.out.printf(
        Locale.ROOT,
        "%d neurons x %d synapses, one thread%n"
            + "  explicit steps of 1 ms: %.2f ms each over %d steps; %.0f days would take %.3g s%n"
            + "  rates settled: %.0f days took %.1f s, the rest before the dose and wiring included%n"
            + "  the window moves states of neurons by up to %.1e; the two differ by at most %.1e"
            + " (target: 1e-4)%n"
            + "  ratio %.3g (extrapolated; target: at least 1e5)%n",
        neurons,
        SYNAPSES_PER_NEURON,
        millisecondsPerStep,
        steps,
        DAYS,
        extrapolated,
        DAYS,
        wholeSeconds,
        largestDifference(before, expected),
        largestDifference(found, expected),
        extrapolated / wholeSeconds);
  }

  private static double[][] values(NetworkSimulation simulation) {
    CellClass[] classes = CellClass.values();
    double[][] values = new double[STEMS.size() * classes.length][];
    for (int i = 0; i < values.length; i++) {
      String stem = STEMS.get(i / classes.length);
      values[i] = simulation.world().values(stem, classes[i % classes.length]).clone();
    }
    return values;
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a[i].length; k++) {
        double scale = Math.abs(b[i][k]) + SMALL;
        largest = Math.max(largest, Math.abs(a[i][k] - b[i][k]) / scale);
      }
    }
    return largest;
  }
}
