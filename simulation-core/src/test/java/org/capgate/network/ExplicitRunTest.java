package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.input.InputException;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class ExplicitRunTest {
  private static final double MILLISECOND_HOURS = 1e-3 / 3600;
  private static final double SECOND_HOURS = 1.0 / 3600;

  /** Half an hour after the dose, when rates and states move. */
  private static NetworkSimulation moving() {
    NetworkSimulation simulation = Networks.small().relativeTolerance(1e-7).build().start(0);
    simulation.run(0.5, 0.5);
    return simulation;
  }

  @Test
  void aWindowOfMillisecondsEndsWhereTheSettledRatesLead() {
    NetworkSimulation settled = moving();
    NetworkSimulation explicit = moving();
    List<String> stems = List.of("rate", "mtorc1", "phospho4ebpFraction", "eif4f");
    double end = 0.5 + 20 * SECOND_HOURS;
    assertEquals(20_000, explicit.runExplicitly(end, MILLISECOND_HOURS));
    settled.run(end, end);
    assertEquals(end, explicit.tHours(), 1e-9); // ends lie on a grid of that width
    double moved = 0;
    for (CellClass cells : CellClass.values()) {
      for (String stem : stems) {
        double[] before = moving().world().values(stem, cells);
        double[] expected = settled.world().values(stem, cells);
        double[] found = explicit.world().values(stem, cells);
        for (int i = 0; i < expected.length; i++) {
          double scale = Math.abs(expected[i]) + 1e-3;
          moved = Math.max(moved, Math.abs(expected[i] - before[i]) / scale);
          // rates lag by a membrane time, 20 ms of a change in minutes
          assertEquals(expected[i], found[i], 1e-4 * scale, stem + " of " + cells + " " + i);
        }
      }
    }
    assertTrue(moved > 3e-3, "the window moves states by " + moved);
    double[] expected = settled.stepper().start().tissue;
    double[] found = explicit.stepper().start().tissue;
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], 1e-4 * (Math.abs(expected[i]) + 1e-3), "tissue " + i);
    }
  }

  @Test
  void theNextRunSettlesTheRates() {
    NetworkSimulation once = moving();
    NetworkSimulation twice = moving();
    once.runExplicitly(0.5 + SECOND_HOURS, MILLISECOND_HOURS);
    double mixed = once.run(2, 2).last("mood");
    assertEquals(twice.run(2, 2).last("mood"), mixed, 1e-5);
  }

  @Test
  void aNetworkSavedAfterAWindowGoesOnWithTheSameBits() {
    NetworkSimulation saved = moving();
    saved.runExplicitly(0.5 + SECOND_HOURS, MILLISECOND_HOURS);
    NetworkSimulation resumed = Networks.small().relativeTolerance(1e-7).build().start(0);
    resumed.restore(saved.save());
    assertEquals(saved.run(1, 1).last("mood"), resumed.run(1, 1).last("mood"), 0);
  }

  @Test
  void aDoseInTheWindowIsRefused() {
    NetworkSimulation simulation = Networks.small().build().start(-1e-3);
    InputException refused =
        assertThrows(InputException.class, () -> simulation.runExplicitly(1e-3, MILLISECOND_HOURS));
    assertTrue(refused.getMessage().contains("would pass a dose or a rule at 0.0 h"));
  }
}
