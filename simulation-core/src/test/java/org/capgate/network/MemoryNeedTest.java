package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.input.InputException;
import org.capgate.network.wiring.Connectivity;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void theEstimateIsWhatANetworkHolds() {
    Networks.small().build().start(0).run(0.1, 0.1); // loads and compiles
    Network network =
        Networks.small().neurons(20_000).synapsesPerNeuron(400).relativeTolerance(0.1).build();
    long before = usedBytes();
    NetworkSimulation simulation = network.start(0);
    long held = usedBytes() - before;
    assertEquals(8_000_000, simulation.synapses(), 100_000);
    long library = new MemoryNeed(0, 0, 0, 0, 0).bytes();
    double estimated = MemoryNeed.of(network).bytes() - library;
    // it counts arrays alone, and other tests may leave something behind
    assertEquals(estimated, held, 0.1 * estimated);
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNeedAndTheWayOut() {
    MemoryNeed need = MemoryNeed.of(Networks.small().neurons(1_000_000).build());
    need.require(Long.MAX_VALUE);
    need.require(need.bytes());
    String refused =
        String.valueOf(
            assertThrows(InputException.class, () -> need.require(need.bytes() - 1)).getMessage());
    assertTrue(refused.startsWith("the network needs about "), refused);
    assertTrue(refused.contains("-Xmx"), refused);
    Network dense = Networks.small().neurons(2_000_000).synapsesPerNeuron(20_000).build();
    String tooMany =
        String.valueOf(assertThrows(InputException.class, () -> dense.start(0)).getMessage());
    assertTrue(tooMany.contains("at most 2147483639 are possible"), tooMany);
  }

  @Test
  void theRefusalSaysHowMuchIsNeededHowMuchThereIsAndWhatToAskFor() {
    MemoryNeed need = new MemoryNeed(560_000_000, 300_000_000, 100_000_000, 200_000_000, 1);
    assertEquals(1_000_000_000, need.bytes(), "fields and wiring are not held at once");
    String refused =
        String.valueOf(
            assertThrows(InputException.class, () -> need.require(500_000_000)).getMessage());
    assertTrue(refused.contains("needs about 1.00 GB of memory"), refused);
    assertTrue(refused.contains("Java may take 0.50 GB"), refused);
    assertTrue(refused.endsWith("JAVA_TOOL_OPTIONS=-Xmx1145m"), refused); // 1.2e9 / 2^20
  }

  @Test
  void aProjectionMayBeAsLargeAsAnArray() {
    new MemoryNeed(0, 0, 0, 0, Connectivity.MOST_SYNAPSES).require(Long.MAX_VALUE);
    MemoryNeed more = new MemoryNeed(0, 0, 0, 0, Connectivity.MOST_SYNAPSES + 1L);
    assertThrows(InputException.class, () -> more.require(Long.MAX_VALUE));
  }

  /** 4 bytes a synapse, 20 for each of both projections onto a neuron, 8 a number of a neuron. */
  @Test
  void whatIsCountedGrowsWithNeuronsAndSynapsesAlone() {
    Network network = Networks.small().neurons(20_000).synapsesPerNeuron(400).build();
    MemoryNeed need = MemoryNeed.of(network);
    assertEquals(4L * 20_000 * 400 + 20L * 2 * 20_000, need.synapseBytes());
    assertEquals(4 * need.largestProjection(), need.wiringBytes());
    long states = 0;
    for (CellClass own : CellClass.values()) {
      int variables = NetworkKernels.of(network.scenario().mechanisms()).cell(own).variables();
      states += (long) network.neurons(own) * variables;
    }
    long fields = NetworkStepper.FIELDS + Observation.FIELDS;
    assertEquals(8 * states * fields, need.fieldBytes());
    MemoryNeed twice =
        MemoryNeed.of(Networks.small().neurons(40_000).synapsesPerNeuron(400).build());
    assertEquals(2 * need.neuronBytes(), twice.neuronBytes());
    assertEquals(2 * need.fieldBytes(), twice.fieldBytes());
    MemoryNeed sparse =
        MemoryNeed.of(Networks.small().neurons(20_000).synapsesPerNeuron(200).build());
    assertEquals(need.neuronBytes(), sparse.neuronBytes());
    assertEquals(4L * 20_000 * 200, need.synapseBytes() - sparse.synapseBytes());
  }
}
