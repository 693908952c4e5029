package org.capgate.network;

import java.util.Locale;
import org.capgate.compile.CellKernel;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.network.wiring.Connectivity;
import org.capgate.treatment.CellClass;

/**
 * The memory a network takes, estimated from its numbers before any of it is made.
 *
 * @param neuronBytes of what neurons own: inputs, factors, results of one operation
 * @param fieldBytes of states and stages, which are made after the wiring
 * @param synapseBytes of the synapses
 * @param wiringBytes taken besides while the largest projection is wired
 * @param largestProjection number of synapses of the largest projection
 */
record MemoryNeed(
    long neuronBytes,
    long fieldBytes,
    long synapseBytes,
    long wiringBytes,
    long largestProjection) {

  /** What the library itself holds: the statement, its compiled loops, tables. */
  private static final long LIBRARY_BYTES = 40_000_000;

  /** Arrays of a class besides its states: alive, output weight, send weight, noise, stimulus. */
  private static final int OTHER_ARRAYS = 5;

  /**
   * Index of the first synapse, factor and sum of the weights, for each projection onto a neuron.
   */
  private static final int BYTES_A_TARGET = 20;

  private static final double GIGABYTE = 1e9;

  static MemoryNeed of(Network network) {
    NetworkKernels kernels = NetworkKernels.of(network.scenario().mechanisms());
    int classes = CellClass.values().length;
    long neuronBytes = 0;
    long fieldBytes = 0;
    long synapseBytes = 0;
    long largest = 0;
    for (CellClass own : CellClass.values()) {
      CellKernel kernel = kernels.cell(own);
      long doubles =
          (long) kernel.perCell().size()
              + kernel.factors()
              + kernel.signals().outputs()
              + NetworkAssembly.SCRATCH_ARRAYS
              + classes // inputs kept during a look
              + OTHER_ARRAYS;
      long floats = kernel.signals().outputs();
      neuronBytes += network.neurons(own) * (8 * doubles + 4 * floats);
      int fields = NetworkStepper.FIELDS + Observation.FIELDS;
      fieldBytes += 8L * network.neurons(own) * kernel.variables() * fields;
      for (CellClass source : CellClass.values()) {
        long synapses = (long) network.neurons(own) * network.inDegree(own, source);
        synapseBytes += 4 * synapses + (long) BYTES_A_TARGET * network.neurons(own);
        largest = Math.max(largest, synapses);
      }
    }
    return new MemoryNeed(neuronBytes, fieldBytes, synapseBytes, 4 * largest, largest);
  }

  /** The most that is held at one time: while it is wired, or afterwards. */
  long bytes() {
    return LIBRARY_BYTES + neuronBytes + synapseBytes + Math.max(fieldBytes, wiringBytes);
  }

  /**
   * Refuses a network that does not fit.
   *
   * @param mostBytes that Java may take
   * @throws InputException saying what is needed and the way out
   */
  void require(long mostBytes) {
    if (largestProjection > Connectivity.MOST_SYNAPSES) {
      throw new InputException(
          Place.UNKNOWN,
          "a projection would have about %s synapses, at most %s are possible: take fewer synapses per neuron"
              .formatted(largestProjection, Connectivity.MOST_SYNAPSES));
    }
    if (bytes() > mostBytes) {
      throw new InputException(
          Place.UNKNOWN,
          String.format(
              Locale.ROOT,
              "the network needs about %.2f GB of memory, but Java may take %.2f GB: take fewer"
                  + " neurons or synapses, or more memory by JAVA_TOOL_OPTIONS=-Xmx%dm",
              bytes() / GIGABYTE,
              mostBytes / GIGABYTE,
              (long) Math.ceil(bytes() * 1.2 / (1 << 20))));
    }
  }
}
