package org.capgate.exposure;

import java.util.ArrayList;
import java.util.List;

/**
 * The functions of time in which the states of a {@link TriangularSystem} are written. A state
 * whose decay rate is unlike that of everything it is fed by adds exp(λt). States with close rates
 * on one path form a group λ₁ … λ_p, which adds the divided differences of exp(λt) in λ, Newton's
 * basis:
 *
 * <pre>
 * g_j(t) = exp[λ₁, …, λ_j](t),   dg_j/dt = λ_j·g_j + g_{j−1},   g₁(0) = 1, g_j(0) = 0 for j > 1        (Eq. T7)
 * </pre>
 *
 * Equal rates are the limit t·exp(λt), so nothing is divided by a small difference and no rate is
 * perturbed. The divided differences are the first row of the exponential of the bidiagonal matrix
 * with λ on its diagonal and 1 above it (Opitz).
 */
final class ExponentialBasis {

  /**
   * Rates within this relative distance count as close; a larger distance loses at most a factor
   * 1/0.05 in precision.
   */
  static final double CLOSE = 0.05;

  /**
   * Terms of the Taylor series of the exponential of a matrix of norm ≤ 1; 1/19! is below rounding.
   */
  private static final int TERMS = 19;

  /** Largest difference of exponents times t at which the series of close rates is summed. */
  private static final double LONGEST_SERIES = 40;

  private final double[] exponents; // λ_m (h⁻¹), ≤ 0, one entry per state
  private final int[][] groups; // states with close exponents, ascending; together every state once

  /**
   * @param exponents λ (h⁻¹), one per state
   * @param feeds [state][source]: whether the source reaches the state, directly or not
   */
  ExponentialBasis(double[] exponents, boolean[][] feeds) {
    this.exponents = exponents;
    List<List<Integer>> found = new ArrayList<>();
    for (int state = 0; state < exponents.length; state++) {
      found.add(new ArrayList<>(List.of(state)));
    }
    boolean merged = true;
    while (merged) {
      merged = false;
      for (int a = 0; a < found.size() && !merged; a++) {
        for (int b = a + 1; b < found.size() && !merged; b++) {
          if (areClose(found.get(a), found.get(b))
              && areLinked(found.get(a), found.get(b), feeds)) {
            found.get(a).addAll(found.remove(b));
            merged = true;
          }
        }
      }
    }
    this.groups =
        found.stream()
            .map(group -> group.stream().sorted().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private boolean areClose(List<Integer> a, List<Integer> b) {
    for (int i : a) {
      for (int j : b) {
        double larger = Math.max(Math.abs(exponents[i]), Math.abs(exponents[j]));
        if (Math.abs(exponents[i] - exponents[j]) <= CLOSE * larger) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean areLinked(List<Integer> a, List<Integer> b, boolean[][] feeds) {
    for (int i : a) {
      for (int j : b) {
        if (feeds[i][j] || feeds[j][i]) {
          return true;
        }
      }
    }
    return false;
  }

  int[][] groups() {
    return groups;
  }

  /** λ (h⁻¹) of a state. */
  double exponent(int state) {
    return exponents[state];
  }

  /** Writes g and dg/dt, one entry per state, at a time t ≥ 0 (h). */
  void evaluate(double tHours, double[] g, double[] gPerHour) {
    for (int[] group : groups) {
      if (group.length == 1) {
        int m = group[0];
        g[m] = StrictMath.exp(exponents[m] * tHours);
        gPerHour[m] = exponents[m] * g[m];
      } else {
        evaluate(tHours, group, g, gPerHour);
      }
    }
  }

  /** The same for states with close rates. */
  private void evaluate(double tHours, int[] group, double[] g, double[] gPerHour) {
    if (group.length == 2) {
      pair(tHours, group, g);
    } else {
      many(tHours, group, g, gPerHour);
    }
    double previous = 0;
    for (int m : group) {
      gPerHour[m] = exponents[m] * g[m] + previous;
      previous = g[m];
    }
  }

  /**
   * Writes g at many times, with {@link QuickFunctions} where a state is alone in its group.
   *
   * @param tHours times ≥ 0 (h)
   * @param g [state][time], overwritten
   * @param one scratch, one entry per state
   * @param onePerHour as {@code one}
   */
  void evaluateQuickly(double[] tHours, double[] g, double[] one, double[] onePerHour) {
    int times = tHours.length;
    for (int[] group : groups) {
      if (group.length == 1) {
        double exponent = exponents[group[0]];
        int from = group[0] * times;
        for (int i = 0; i < times; i++) {
          g[from + i] = QuickFunctions.exp(exponent * tHours[i]);
        }
        continue;
      }
      for (int i = 0; i < times; i++) {
        evaluate(tHours[i], group, one, onePerHour);
        for (int m : group) {
          g[m * times + i] = one[m];
        }
      }
    }
  }

  /**
   * Bounds that every function keeps from a time on: exp(λt), or t^(j−1)·exp(λ_max·t)/(j − 1)! at
   * that time or at its peak, whichever is later.
   *
   * @param tHours time ≥ 0 (h)
   * @param bound one entry per state, overwritten
   */
  void boundFrom(double tHours, double[] bound) {
    for (int[] group : groups) {
      double largest = Double.NEGATIVE_INFINITY;
      double inverseFactorial = 1;
      for (int j = 0; j < group.length; j++) {
        largest = Math.max(largest, exponents[group[j]]);
        inverseFactorial = j == 0 ? 1 : inverseFactorial / j;
        double at = Math.max(tHours, j / -largest);
        double power = 1;
        for (int factor = 0; factor < j; factor++) {
          power *= at;
        }
        bound[group[j]] = inverseFactorial * power * StrictMath.exp(largest * at);
      }
    }
  }

  /** The largest rate (h⁻¹) of all functions. */
  double fastestPerHour() {
    double fastest = 0;
    for (double exponent : exponents) {
      fastest = Math.max(fastest, -exponent);
    }
    return fastest;
  }

  /**
   * exp[a, b](t) = t·exp(max(a, b)·t)·(1 − exp(−x))/x with x = |a − b|·t, which cannot overflow.
   */
  private void pair(double tHours, int[] group, double[] g) {
    double a = exponents[group[0]];
    double b = exponents[group[1]];
    double x = Math.abs(a - b) * tHours;
    double ratio = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
    g[group[0]] = StrictMath.exp(a * tHours);
    g[group[1]] = tHours * StrictMath.exp(Math.max(a, b) * tHours) * ratio;
  }

  /**
   * Three and more close rates. With the smallest exponent taken out every term is positive, so
   * nothing cancels:
   *
   * <pre>g_j(t) = t^(j−1)·exp(λ_min·t)·Σ_k h_k(x₁, …, x_j)/(k + j − 1)!,   xᵢ = (λᵢ − λ_min)·t
   * </pre>
   *
   * with h_k the sum of all products of k of the xᵢ, repetition allowed: h_k(x₁…x_j) =
   * h_k(x₁…x_{j−1}) + x_j·h_{k−1}(x₁…x_j).
   *
   * @param products holds h while summing, overwritten
   */
  private void many(double tHours, int[] group, double[] g, double[] products) {
    double smallest = exponents[group[0]];
    double largest = smallest;
    for (int m : group) {
      smallest = Math.min(smallest, exponents[m]);
      largest = Math.max(largest, exponents[m]);
    }
    if ((largest - smallest) * tHours > LONGEST_SERIES) {
      scaledAndSquared(tHours, group, largest, g);
      return;
    }
    double inverseFactorial = 1; // 1/(j − 1)!
    for (int j = 0; j < group.length; j++) {
      inverseFactorial = j == 0 ? 1 : inverseFactorial / j;
      products[group[j]] = inverseFactorial; // h_0 over its factorial
      g[group[j]] = inverseFactorial;
    }
    boolean grows = true;
    for (int k = 1; grows; k++) {
      grows = false;
      double before = 0; // h_k of one variable less, over (k + j − 1)!
      for (int j = 0; j < group.length; j++) {
        int m = group[j];
        double x = (exponents[m] - smallest) * tHours;
        double product = (before + x * products[m]) / (k + j);
        before = product;
        products[m] = product;
        double sum = g[m] + product;
        grows |= sum != g[m];
        g[m] = sum;
      }
    }
    double factor = StrictMath.exp(smallest * tHours);
    for (int m : group) {
      g[m] *= factor;
      factor *= tHours;
    }
  }

  /** Very late, where the series would be long; this path allocates. */
  private void scaledAndSquared(double tHours, int[] group, double largest, double[] g) {
    int size = group.length;
    double norm = 1; // the largest exponent is taken out, so that nothing left can overflow
    for (int m : group) {
      norm = Math.max(norm, 1 + (largest - exponents[m]) * tHours);
    }
    int halvings = Math.getExponent(norm) + 1;
    double scale = 1.0 / (1L << halvings);
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = (exponents[group[i]] - largest) * tHours * scale;
      if (i + 1 < size) {
        matrix[i][i + 1] = scale; // t is taken out as t^(j-1) below
      }
    }
    double[][] exponential = identity(size);
    for (int term = TERMS; term >= 1; term--) {
      exponential = product(matrix, exponential);
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          exponential[i][j] = exponential[i][j] / term + (i == j ? 1 : 0);
        }
      }
    }
    for (int i = 0; i < halvings; i++) {
      exponential = product(exponential, exponential);
    }
    double factor = StrictMath.exp(largest * tHours);
    for (int j = 0; j < size; j++) {
      g[group[j]] = factor * exponential[0][j];
      factor *= tHours;
    }
  }

  private static double[][] identity(int size) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  /** Product of upper triangular matrices. */
  private static double[][] product(double[][] left, double[][] right) {
    int size = left.length;
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double sum = 0;
        for (int k = i; k <= j; k++) {
          sum += left[i][k] * right[k][j];
        }
        result[i][j] = sum;
      }
    }
    return result;
  }
}
