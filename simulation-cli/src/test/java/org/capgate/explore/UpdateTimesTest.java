package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UpdateTimesTest {

  @Test
  void quantilesAreTakenFromTheOrderedTimes() {
    List<Double> times = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
    assertEquals(5.0, UpdateTimes.quantile(times, 0.5));
    assertEquals(10.0, UpdateTimes.quantile(times, 0.95));
    assertEquals(10.0, UpdateTimes.quantile(times, 1));
  }

  /**
   * The promise is 50 ms on a machine that has nothing else to do; where it has, the time its
   * processor worked for an update is what can be held against it.
   */
  @Test
  @Tag("slow")
  void ofAThousandUpdates95InAHundredTakeLessThan50Milliseconds() throws Exception {
    try (ExplorerServer server = ExplorerServer.start(ExplorerServer.Program.standard("1"), 0)) {
      server.warmUp();
      UpdateTimes.measured(server.address(), 300); // until the methods are compiled
      UpdateTimes times = UpdateTimes.measured(server.address(), 1000);
      System.out.print(times.text());
      double p95 = UpdateTimes.quantile(times.workMilliseconds(), 0.95);
      assertTrue(p95 < 50, "95 of 100 updates took up to " + p95 + " ms");
    }
  }
}
