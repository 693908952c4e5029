package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Ros34pw2Test {
  private static final double ROUNDING = 1e-14; // coefficients have 17 digits

  /** Conditions of order 3 for any matrix in the place of the Jacobian (Steihaug, Wolfbrandt). */
  @Test
  void theOrderIsThreeWhateverTheMatrix() {
    double[] b = Ros34pw2.B;
    double[][] alpha = Ros34pw2.ALPHA;
    double[][] gamma = Ros34pw2.GAMMAS;
    double[] a = rowSums(alpha);
    double[] g = rowSums(gamma);
    assertEquals(1, dot(b, new double[] {1, 1, 1, 1}), ROUNDING);
    assertEquals(1.0 / 2, dot(b, a), ROUNDING);
    assertEquals(0, dot(b, g), ROUNDING);
    assertEquals(
        1.0 / 3,
        dot(b, new double[] {a[0] * a[0], a[1] * a[1], a[2] * a[2], a[3] * a[3]}),
        ROUNDING);
    assertEquals(1.0 / 6, dot(b, times(alpha, a)), ROUNDING);
    assertEquals(0, dot(b, times(alpha, g)), ROUNDING);
    assertEquals(0, dot(b, times(gamma, a)), ROUNDING);
    assertEquals(0, dot(b, times(gamma, g)), ROUNDING);
  }

  @Test
  void theEstimateIsOfOrderTwoWhateverTheMatrix() {
    double[] b = Ros34pw2.B_LOWER;
    assertEquals(1, dot(b, new double[] {1, 1, 1, 1}), ROUNDING);
    assertEquals(1.0 / 2, dot(b, rowSums(Ros34pw2.ALPHA)), ROUNDING);
    assertEquals(0, dot(b, rowSums(Ros34pw2.GAMMAS)), ROUNDING);
  }

  private static double[] rowSums(double[][] matrix) {
    return times(matrix, new double[] {1, 1, 1, 1});
  }

  private static double[] times(double[][] matrix, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = dot(matrix[i], x);
    }
    return product;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
