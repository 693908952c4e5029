package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Variables of very different size: one differential, then one about 1 and one about 10⁶. */
class FoldCheckTest {
  private final FoldCheck check = new FoldCheck(3, 1, new double[] {1, 1e6});

  @Test
  void equationsThatAreRegularForTheSizesOfTheirVariablesAreNoFold() {
    // a + 10⁻⁶ b and a − 10⁻⁶ b
    double[] jacobian = {0, 0, 0, -1, 1, 1e-6, -1, 1, -1e-6};
    assertEquals(OptionalInt.empty(), check.variable(jacobian));
  }

  @Test
  void equationsThatSayNearlyTheSameAreAFoldInTheVariableTheyLeaveOpen() {
    double[] jacobian = {0, 0, 0, -1, 1, 1e-9, -1, 1, 2e-9};
    assertEquals(OptionalInt.of(2), check.variable(jacobian));
  }

  @Test
  void asManyEquationsOneOfWhichRepeatsTheOtherAreAFold() {
    double[] jacobian = {0, 0, 0, -1, 1, 1e-6, -1, 2, 2e-6};
    assertEquals(true, check.variable(jacobian).isPresent());
  }
}
