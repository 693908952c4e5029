package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StressEquationsTest {
  private static final Point REST = Point.atRest();

  @Test
  void theStressSignalSettlesAtTheStress() {
    assertEquals(0, REST.rightSide("stressSignal"), 1e-12); // settled to 1e-10 relative
    Point stressed = REST.with("chronicStress", 1);
    assertTrue(stressed.rightSide("stressSignal") > 0);
    assertEquals(0, stressed.with("stressSignal", 1).rightSide("stressSignal"), 0);
  }

  @Test
  void theAdaptationSettlesAtTheShareOfTransportersThatIsBlockedWithinWeeks() {
    Point blocked = REST.with("serotoninTransporterEffect", -0.8);
    assertEquals(0, blocked.with("serotoninAdaptation", 0.8).rightSide("serotoninAdaptation"), 0);
    double perHour = blocked.rightSide("serotoninAdaptation") / 0.8;
    assertTrue(perHour > 0 && perHour < 1.0 / (7 * 24), "rate " + perHour + " per hour");
  }
}
