package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.input.InputException;
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
}
