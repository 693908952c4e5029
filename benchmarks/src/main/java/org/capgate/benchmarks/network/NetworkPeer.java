package org.capgate.benchmarks.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The CapGate side of benchmarks/peers/network/run: writes the network for the peer, then steps and
 * measures it.
 *
 * <p>Arguments: folder, neurons, synapses per neuron, standard deviation of the logarithm of
 * weights (0: all alike), warm-up steps, measured steps.
 */
public final class NetworkPeer {
  private static final int AT_ONCE = 10;
  private static final int PRACTICE_NEURONS = 5000;
  private static final long PRACTICE_NANOSECONDS = 5_000_000_000L;

  private NetworkPeer() {}

  /** Writes the files and prints one line. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 6) {
      throw new IllegalArgumentException(
          "arguments: FOLDER NEURONS SYNAPSES LOG_DEVIATION WARM_UP_STEPS STEPS");
    }
    Path folder = Path.of(arguments[0]);
    int neurons = Integer.parseInt(arguments[1]);
    int warmUp = Integer.parseInt(arguments[4]);
    int steps = Integer.parseInt(arguments[5]);
    practise(Double.parseDouble(arguments[3]));
    PeerNetwork network =
        new PeerNetwork(neurons, Integer.parseInt(arguments[2]), Double.parseDouble(arguments[3]));
    BrianModel files = new BrianModel(network, folder);
    files.write(warmUp, steps);
    for (int i = 0; i < warmUp; i++) {
      network.step();
    }
    double[] step = measured(steps, network::step);
    files.writeFinalState();
    double[] sums = measured(steps, network::sums);
    network.useDeviations();
    measured(warmUp, network::step);
    double[] stepOfDeviations = measured(steps, network::step);
    double[] sumsOfDeviations = measured(steps, network::sums);
    double[] fewSources = measured(steps, network.sumsOverFewSources());
    double bandwidth = MemoryBandwidth.bytesPerNanosecond();
    double bytes = (double) network.bytes() / network.synapses();
    Files.writeString(
        folder.resolve("capgate.json"),
        String.format(
            Locale.ROOT,
            "{\"java\": \"%s\", \"neurons\": %d, \"synapses\": %d, \"bytesPerSynapse\": %.3f,"
                + " \"bytesPerNanosecond\": %.3f, \"fewSourcesNanosecondsPerSynapse\": %.4f,%n \"double precision\": %s,%n"
                + " \"single-precision deviations\": %s}%n",
            System.getProperty("java.version"),
            neurons,
            network.synapses(),
            bytes,
            bandwidth,
            1e6 * fewSources[0] / network.synapses(),
            json(step, sums, network.synapses()),
            json(stepOfDeviations, sumsOfDeviations, network.synapses())));
  }

  /** Lets the compiler of Java see everything that will be measured, on another network. */
  private static void practise(double logDeviation) {
    PeerNetwork network = new PeerNetwork(PRACTICE_NEURONS, 100, logDeviation);
    Runnable few = network.sumsOverFewSources();
    for (int round = 0; round < 2; round++) {
      long end = System.nanoTime() + PRACTICE_NANOSECONDS;
      while (System.nanoTime() < end) {
        network.step();
        network.sums();
        few.run();
      }
      network.useDeviations();
    }
  }

  private static String json(double[] step, double[] sums, long synapses) {
    return String.format(
        Locale.ROOT,
        "{\"best\": %.4f, \"median\": %.4f, \"sumsBest\": %.4f, \"sumsMedian\": %.4f,"
            + " \"nanosecondsPerSynapse\": %.4f}",
        step[0],
        step[1],
        sums[0],
        sums[1],
        1e6 * sums[0] / synapses);
  }

  /** Least and median over runs of ten, in milliseconds of this thread's processor time. */
  private static double[] measured(int times, Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] milliseconds = new double[times / AT_ONCE];
    for (int i = 0; i < milliseconds.length; i++) {
      long began = threads.getCurrentThreadCpuTime();
      for (int k = 0; k < AT_ONCE; k++) {
        work.run();
      }
      milliseconds[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6 / AT_ONCE;
    }
    Arrays.sort(milliseconds);
    return new double[] {milliseconds[0], milliseconds[milliseconds.length / 2]};
  }
}
