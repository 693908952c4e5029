package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAllocationTest {
  private static final int NEURONS = 4000;

  @Test
  void aStepAllocatesLessThanOneNumberForEachExcitatoryNeuron() {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "this virtual machine does not say what a thread allocates");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    NetworkSimulation simulation =
        Network.of(Networks.KETAMINE).neurons(NEURONS).synapsesPerNeuron(20).build().start(0);
    List<Long> bytesAtSteps = new ArrayList<>();
    simulation.afterStep(() -> bytesAtSteps.add(threads.getCurrentThreadAllocatedBytes()));
    simulation.run(72, 72);
    List<Long> bytes = new ArrayList<>();
    for (int i = 1; i < bytesAtSteps.size(); i++) {
      bytes.add(bytesAtSteps.get(i) - bytesAtSteps.get(i - 1));
    }
    Collections.sort(bytes);
    // measured: 4 to 10 kB whatever the number of neurons; more before the loops are compiled
    long median = bytes.get(bytes.size() / 2);
    assertTrue(median < 8L * NEURONS * 4 / 5, "%s bytes a step".formatted(median));
  }
}
