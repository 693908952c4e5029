package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickFunctionsTest {
  @Test
  void theyAgreeWithThoseOfJavaTo14Digits() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double x = 1400 * random.nextDouble() - 705;
      assertEquals(1, QuickFunctions.exp(x) / StrictMath.exp(x), 1e-13, "e^" + x);
      double y = StrictMath.exp(x);
      assertEquals(
          StrictMath.log(y), QuickFunctions.log(y), 1e-14 * Math.abs(x) + 1e-15, "ln " + y);
      double near = 1 + 0.1 * random.nextGaussian();
      assertEquals(StrictMath.log(near), QuickFunctions.log(near), 1e-15, "ln " + near);
    }
  }

  @Test
  void theyHoldAtTheirEnds() {
    assertEquals(1, QuickFunctions.exp(0));
    assertEquals(1, QuickFunctions.exp(-0.0));
    assertEquals(0, QuickFunctions.exp(-709));
    assertEquals(0, QuickFunctions.exp(Double.NEGATIVE_INFINITY));
    assertEquals(0, QuickFunctions.log(1));
    assertEquals(StrictMath.log(Double.MIN_NORMAL), QuickFunctions.log(Double.MIN_NORMAL), 1e-12);
  }
}
