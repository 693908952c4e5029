package org.capgate.benchmarks.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
    double bandwidth = MemoryBandwidth.bytesPerNanosecond();
    double perSynapse = 1e6 * sums[0] / network.synapses();
    double bytes = (double) network.bytes() / network.synapses();
    Files.writeString(
        folder.resolve("capgate.json"),
        String.format(
            Locale.ROOT,
            "{\"java\": \"%s\", \"neurons\": %d, \"synapses\": %d,"
                + " \"bestMilliseconds\": %.4f, \"medianMilliseconds\": %.4f,"
                + " \"sumsBestMilliseconds\": %.4f, \"sumsMedianMilliseconds\": %.4f,"
                + " \"nanosecondsPerSynapse\": %.4f, \"bytesPerSynapse\": %.3f,"
                + " \"bytesPerNanosecond\": %.3f, \"shareOfBandwidth\": %.3f}%n",
            System.getProperty("java.version"),
            neurons,
            network.synapses(),
            step[0],
            step[1],
            sums[0],
            sums[1],
            perSynapse,
            bytes,
            bandwidth,
            bytes / bandwidth / perSynapse));
  }

  /** Least and median milliseconds of this thread's processor time. */
  private static double[] measured(int times, Runnable work) {
    double[] milliseconds = new double[times];
    for (int i = 0; i < times; i++) {
      long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      milliseconds[i] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e6;
    }
    Arrays.sort(milliseconds);
    return new double[] {milliseconds[0], milliseconds[times / 2]};
  }
}
