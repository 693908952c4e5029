package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSizeControlTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void inverseRootsAreThoseOfPowersAcrossTheirRange(int order) {
    for (double exponent = -6; exponent <= 6; exponent += 0.01) {
      double error = Math.pow(10, exponent);
      double exact = Math.pow(error, -1.0 / order);
      assertEquals(1, StepSizeControl.inverseRoot(error, order) / exact, 1e-5, "error " + error);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aSteadyErrorIsMetAtOnce(int order) {
    StepSizeControl control = new StepSizeControl(order);
    double hours = 1;
    for (int i = 0; i < 20; i++) { // error = 0.1·h^k, so that 0.9 of the size with error 1 follows
      hours = control.afterAccepting(hours, Math.min(1, 0.1 * Math.pow(hours, order)));
    }
    double error = 0.1 * Math.pow(hours, order);
    assertEquals(Math.pow(0.9, order), error, 0.02 * error);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aGrowingErrorShortensTheNextStepMoreThanItsSizeAlone(int order) {
    StepSizeControl first = new StepSizeControl(order);
    double alone = first.afterAccepting(1, 0.5);
    StepSizeControl second = new StepSizeControl(order);
    second.afterAccepting(1, 0.05);
    double predicted = second.afterAccepting(1, 0.5);
    assertEquals(alone * Math.pow(0.1, 1.0 / order), predicted, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void stepsStayWithinTheirBounds(int order) {
    StepSizeControl control = new StepSizeControl(order);
    assertEquals(6, control.afterAccepting(1, 0), 0);
    assertEquals(0.2, control.afterRejecting(1, 1e300), 0);
    assertTrue(control.afterRejecting(1, 1.0000001) <= 0.9);
    assertEquals(1, control.afterAccepting(1, 1e-9), 0, "no growth right after a rejection");
    assertEquals(0.1, control.afterFailing(1), 1e-16);
  }
}
