package org.capgate.network;

/** Dense linear systems of a handful of unknowns: the coupling of population sums. */
final class SmallSystem {
  private SmallSystem() {}

  /**
   * Gaussian elimination with row exchange.
   *
   * @param a row-major, overwritten
   * @param b right side, overwritten with the solution
   */
  static void solve(double[][] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int r = k + 1; r < n; r++) {
        if (Math.abs(a[r][k]) > Math.abs(a[pivot][k])) {
          pivot = r;
        }
      }
      double[] row = a[k];
      a[k] = a[pivot];
      a[pivot] = row;
      double entry = b[k];
      b[k] = b[pivot];
      b[pivot] = entry;
      for (int r = k + 1; r < n; r++) {
        double factor = a[r][k] / a[k][k];
        if (factor != 0) {
          for (int c = k; c < n; c++) {
            a[r][c] -= factor * a[k][c];
          }
          b[r] -= factor * b[k];
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int c = k + 1; c < n; c++) {
        b[k] -= a[k][c] * b[c];
      }
      b[k] /= a[k][k];
    }
  }
}
