package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EigenvaluesTest {
  private static final double ROUNDING = 1e-12;

  private static Eigenvalues of(double[] jacobian, int[] kept, int... eliminated) {
    double[] ones = new double[kept.length];
    Arrays.fill(ones, 1);
    return Eigenvalues.reduced(jacobian, kept, eliminated, ones);
  }

  @Test
  void realOnesDescend() {
    double[] triangular = {-3, 5, 7, 0, 2, 1, 0, 0, -0.5};
    Eigenvalues eigenvalues = of(triangular, new int[] {0, 1, 2});
    assertEquals(3, eigenvalues.count());
    assertArrayEquals(new double[] {2, -0.5, -3}, eigenvalues.realPerHour(), ROUNDING);
    assertArrayEquals(new double[3], eigenvalues.imaginaryPerHour(), ROUNDING);
    assertEquals(2, eigenvalues.leadingRealPerHour(), ROUNDING);
    assertEquals(-2, eigenvalues.stabilityMarginPerHour(), ROUNDING);
    assertEquals(0, eigenvalues.leadingImaginaryPerHour(), ROUNDING);
  }

  @Test
  void ofAPairTheOneWithThePositiveImaginaryPartComesFirst() {
    double[] spiral = {-1, -2, 0, 2, -1, 0, 0, 0, -4};
    Eigenvalues eigenvalues = of(spiral, new int[] {0, 1, 2});
    assertArrayEquals(new double[] {-1, -1, -4}, eigenvalues.realPerHour(), ROUNDING);
    assertArrayEquals(new double[] {2, -2, 0}, eigenvalues.imaginaryPerHour(), ROUNDING);
    assertEquals(2, eigenvalues.leadingImaginaryPerHour(), ROUNDING);
    assertEquals(1, eigenvalues.stabilityMarginPerHour(), ROUNDING);
    assertTrue(
        eigenvalues.toString().matches("leading eigenvalue -(1|0\\.9).* ± (2|1\\.9).*i per hour"));
  }

  /**
   * x' = a x + b·z, 0 = c x + D z: z = −D⁻¹ c x. Here D⁻¹ c = (1, 2), so that x' = (a − b·(1, 2))
   * x.
   */
  @Test
  void variablesThatFollowAtOnceAreEliminatedAndRowsAreScaled() {
    double a = -5;
    double[] jacobian = {
      2, 1, 4, // the first that follows; c = D (1, 2)
      0.5, a, -0.25, -1, 5, 3
    };
    int[] followers = {0, 2};
    double first = 2 * 1 + 4 * 2;
    double second = -1 * 1 + 3 * 2;
    jacobian[1] = first;
    jacobian[7] = second;
    double slope = a - (0.5 * 1 - 0.25 * 2);
    Eigenvalues eigenvalues =
        Eigenvalues.reduced(jacobian, new int[] {1}, followers, new double[] {3});
    assertArrayEquals(new double[] {3 * slope}, eigenvalues.realPerHour(), ROUNDING);
  }

  @Test
  void everyRowHasItsOwnFactor() {
    double[] jacobian = {-2, 1, 0, -3};
    Eigenvalues eigenvalues =
        Eigenvalues.reduced(jacobian, new int[] {0, 1}, new int[0], new double[] {10, 0.1});
    assertArrayEquals(new double[] {-0.3, -20}, eigenvalues.realPerHour(), ROUNDING);
  }

  @Test
  void nothingThatMovesIsStable() {
    Eigenvalues none = of(new double[] {1}, new int[0], 0);
    assertEquals(0, none.count());
    assertEquals(Double.NEGATIVE_INFINITY, none.leadingRealPerHour());
    assertEquals(Double.POSITIVE_INFINITY, none.stabilityMarginPerHour());
    assertEquals(0, none.leadingImaginaryPerHour());
  }

  @Test
  void equationsThatDoNotSayWhatFollowsAreNamed() {
    double[] jacobian = {-1, 1, 2, 0};
    SteadyStateException refusal =
        assertThrows(SteadyStateException.class, () -> of(jacobian, new int[] {0}, 1));
    assertTrue(String.valueOf(refusal.getMessage()).contains("singular"), refusal.getMessage());
  }

  @Test
  void anArrayThatWasGivenOutChangesNothing() {
    Eigenvalues eigenvalues = of(new double[] {-1}, new int[] {0});
    eigenvalues.realPerHour()[0] = 7;
    eigenvalues.imaginaryPerHour()[0] = 7;
    assertEquals(-1, eigenvalues.leadingRealPerHour(), ROUNDING);
    assertEquals(0, eigenvalues.leadingImaginaryPerHour(), ROUNDING);
  }
}
