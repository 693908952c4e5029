package org.capgate.benchmarks.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capgate.benchmarks.TreatedMouse;
import org.capgate.ensemble.ParallelRanges;
import org.capgate.network.Network;
import org.capgate.network.NetworkSimulation;
import org.capgate.scenario.Scenario;

/**
 * How time and memory of a network grow with its synapses: the first half hour after a dose, in
 * networks of several sizes, each in a Java of its own. Exponents are slopes of a straight line
 * through the logarithms.
 *
 * <p>Arguments: numbers of neurons; without any 10⁴, 10⁵ and 10⁶, which takes some minutes and 3
 * GB.
 */
public final class GrowthReport {
  private static final int SYNAPSES_PER_NEURON = 100;
  private static final double HOURS = 0.5;
  private static final int THREADS = 2;
  private static final String MEASURE = "--measure";

  private GrowthReport() {}

  /** Prints a row per size, then the exponents. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2 && arguments[0].equals(MEASURE)) {
      measure(Integer.parseInt(arguments[1]));
      return;
    }
    List<String> sizes =
        arguments.length > 0 ? List.of(arguments) : List.of("10000", "100000", "1000000");
    System.out.printf(
        "%d synapses per neuron, %.1f h after 10 mg/kg ketamine, %d threads%n",
        SYNAPSES_PER_NEURON, HOURS, THREADS);
    System.out.printf(
        "%10s %12s %10s %10s %7s %8s %12s%n",
        "neurons", "synapses", "build s", "run s", "steps", "passes", "peak MB");
    List<double[]> rows = new ArrayList<>();
    for (String size : sizes) {
      double[] row = inJavaOfItsOwn(size);
      rows.add(row);
      System.out.printf(
          Locale.ROOT,
          "%10s %12.0f %10.2f %10.2f %7.0f %8.0f %12.0f%n",
          size,
          row[0],
          row[1],
          row[2],
          row[3],
          row[4],
          row[5]);
    }
    if (rows.size() > 1) {
      System.out.printf(
          Locale.ROOT,
          "exponents: run time %.3f, time of a pass %.3f, memory %.3f (target: at most 1.1)%n",
          exponent(rows, row -> row[2]),
          exponent(rows, row -> row[2] / row[4]),
          exponent(rows, row -> row[5]));
    }
  }

  private interface Quantity {
    double of(double[] row);
  }

  private static double exponent(List<double[]> rows, Quantity quantity) {
    double meanX = rows.stream().mapToDouble(row -> Math.log(row[0])).average().orElseThrow();
    double meanY =
        rows.stream().mapToDouble(row -> Math.log(quantity.of(row))).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (double[] row : rows) {
      double x = Math.log(row[0]) - meanX;
      xy += x * (Math.log(quantity.of(row)) - meanY);
      xx += x * x;
    }
    return xy / xx;
  }

  private static double[] inJavaOfItsOwn(String neurons) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx8g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                GrowthReport.class.getName(),
                MEASURE,
                neurons)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (child.waitFor() != 0 || line == null) {
        throw new IllegalStateException("the network of " + neurons + " neurons was not solved");
      }
      return List.of(line.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    }
  }

  private static void measure(int neurons) throws IOException {
    Scenario scenario = TreatedMouse.scenario(0);
    try (ParallelRanges threads = new ParallelRanges(THREADS)) {
      long began = System.nanoTime();
      NetworkSimulation simulation =
          Network.of(scenario)
              .neurons(neurons)
              .synapsesPerNeuron(SYNAPSES_PER_NEURON)
              .seed(1)
              .executor(threads)
              .build()
              .start(0);
      long built = System.nanoTime();
      double steps = simulation.run(HOURS, HOURS).statistics().steps();
      long ended = System.nanoTime();
      System.out.println(
          simulation.synapses()
              + " "
              + 1e-9 * (built - began)
              + " "
              + 1e-9 * (ended - built)
              + " "
              + steps
              + " "
              + simulation.synapticSweeps()
              + " "
              + peakMegabytes());
    }
  }

  /** The most memory this process has had at once, as Linux counts it; NaN elsewhere. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return Double.NaN;
  }
}
