package org.capgate.steady;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a state is certainly stable, sooner than by its eigenvalues. The matrix A of the
 * differential variables has all eigenvalues left of the imaginary axis when those of
 *
 * <pre>C = (A + s)(A − s)⁻¹ = 1 + 2s(A − s)⁻¹,   s > 0</pre>
 *
 * lie within the unit circle, and they do when a power of C has a norm below 1.
 */
public final class StabilityCheck {
  private static final int MOST_SQUARINGS = 14;
  private static final double TOO_LARGE = 1e9; // rounding would count

  private final int size;
  private final int differential;
  private final double[][] a;

  private StabilityCheck(double[] jacobian, int differential) {
    size = (int) Math.round(Math.sqrt(jacobian.length));
    this.differential = differential;
    a = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(jacobian, i * size, a[i], 0, size);
    }
  }

  /**
   * Whether small disturbances certainly die out; false when that is not certain.
   *
   * @param jacobian [row][column], row-major, h⁻¹; not modified
   * @param differential number of differential variables, which come first; the others follow at
   *     once
   */
  public static boolean isCertain(double[] jacobian, int differential) {
    return new StabilityCheck(jacobian, differential).isCertain();
  }

  private boolean isCertain() {
    for (int i = size - 1; i >= differential; i--) {
      if (!eliminate(i)) {
        return false;
      }
    }
    int[] linked = linked();
    return linked != null && diesOut(linked);
  }

  /** Takes an algebraic variable out of the rows that are left, by its own equation. */
  private boolean eliminate(int last) {
    int pivot = last;
    for (int i = differential; i < last; i++) {
      if (Math.abs(a[i][last]) > Math.abs(a[pivot][last])) {
        pivot = i;
      }
    }
    double[] row = a[pivot];
    a[pivot] = a[last];
    a[last] = row;
    if (row[last] == 0) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      double factor = a[i][last] / row[last];
      for (int j = 0; factor != 0 && j < last; j++) {
        a[i][j] -= factor * row[j];
      }
    }
    return true;
  }

  /**
   * The variables left when those are taken out, one after the other, that read no other one or
   * that no other one reads: their entry on the diagonal is an eigenvalue. Null when one of these
   * is not negative.
   */
  private int @Nullable [] linked() {
    boolean[] out = new boolean[differential];
    int left = differential;
    boolean goesOn = true;
    while (goesOn) {
      goesOn = false;
      for (int i = 0; i < differential; i++) {
        if (!out[i] && isAlone(i, out)) {
          if (!(a[i][i] < 0)) {
            return null;
          }
          out[i] = true;
          left--;
          goesOn = true;
        }
      }
    }
    int[] linked = new int[left];
    for (int i = 0, next = 0; i < differential; i++) {
      if (!out[i]) {
        linked[next++] = i;
      }
    }
    return linked;
  }

  private boolean isAlone(int i, boolean[] out) {
    boolean reads = false;
    boolean isRead = false;
    for (int j = 0; j < differential; j++) {
      if (j != i && !out[j]) {
        reads |= a[i][j] != 0;
        isRead |= a[j][i] != 0;
      }
    }
    return !reads || !isRead;
  }

  private boolean diesOut(int[] linked) {
    int n = linked.length;
    if (n == 0) {
      return true;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i : linked) {
      least = Math.min(least, Math.abs(a[i][i]));
      most = Math.max(most, Math.abs(a[i][i]));
    }
    double shift = Math.sqrt(Math.max(least, 1e-6 * most) * most);
    double[][] power = inverse(linked, shift);
    if (power == null) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        power[i][j] = 2 * shift * power[i][j] + (i == j ? 1 : 0);
      }
    }
    double[][] square = new double[n][n];
    for (int squaring = 0; squaring < MOST_SQUARINGS; squaring++) {
      double norm = norm(power);
      if (norm < 1) {
        return true;
      }
      if (!(norm < TOO_LARGE)) {
        return false;
      }
      square(power, square);
      double[][] before = power;
      power = square;
      square = before;
    }
    return false;
  }

  /** (A − shift)⁻¹ by Gauss and Jordan's elimination; null where a pivot vanishes. */
  private double @Nullable [][] inverse(int[] linked, double shift) {
    int n = linked.length;
    double[][] m = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = a[linked[i]][linked[j]] - (i == j ? shift : 0);
      }
      m[i][n + i] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        if (Math.abs(m[i][column]) > Math.abs(m[pivot][column])) {
          pivot = i;
        }
      }
      double[] row = m[pivot];
      m[pivot] = m[column];
      m[column] = row;
      if (row[column] == 0) {
        return null;
      }
      double reciprocal = 1 / row[column];
      for (int j = column; j < 2 * n; j++) {
        row[j] *= reciprocal;
      }
      for (int i = 0; i < n; i++) {
        double factor = m[i][column];
        if (i != column && factor != 0) {
          add(-factor, row, m[i], column);
        }
      }
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(m[i], n, inverse[i], 0, n);
    }
    return inverse;
  }

  private static void square(double[][] from, double[][] to) {
    for (int i = 0; i < from.length; i++) {
      Arrays.fill(to[i], 0);
      for (int k = 0; k < from.length; k++) {
        add(from[i][k], from[k], to[i], 0);
      }
    }
  }

  private static void add(double factor, double[] row, double[] to, int from) {
    for (int j = from; j < to.length; j++) {
      to[j] = Math.fma(factor, row[j], to[j]);
    }
  }

  private static double norm(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }
}
