package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialBasisTest {

  private static final MathContext DIGITS = new MathContext(60);

  /** Every state feeds the next. */
  private static ExponentialBasis chain(double... exponents) {
    boolean[][] feeds = new boolean[exponents.length][exponents.length];
    for (int i = 0; i < exponents.length; i++) {
      for (int j = 0; j < i; j++) {
        feeds[i][j] = true;
      }
    }
    return new ExponentialBasis(exponents, feeds);
  }

  private static int[][] groups(boolean[][] feeds, double... exponents) {
    return new ExponentialBasis(exponents, feeds).groups();
  }

  @Test
  void manyTimesAtOnceAreTheSameTimesOneByOne() {
    double[] exponents = {-2, -1, -1.0001, -7};
    ExponentialBasis basis = chain(exponents);
    assertEquals(3, basis.groups().length); // two of them close
    double[] times = {0, 0.25, 3, 40};
    double[] many = new double[exponents.length * times.length];
    double[] one = new double[exponents.length];
    double[] onePerHour = new double[exponents.length];
    basis.evaluateQuickly(times, many, one, onePerHour);
    for (int i = 0; i < times.length; i++) {
      basis.evaluate(times[i], one, onePerHour);
      for (int m = 0; m < exponents.length; m++) {
        // quick exponentials are good to some units in the last place
        assertEquals(one[m], many[m * times.length + i], 1e-14 * Math.abs(one[m]) + 1e-300);
      }
    }
  }

  @ParameterizedTest(name = "{0} states")
  @ValueSource(ints = {1, 2, 3, 5})
  void functionsAreTheDividedDifferencesOfTheExponential(int states) {
    double[] exponents = new double[states];
    for (int i = 0; i < states; i++) {
      exponents[i] = -20 * (1 - 0.04 * ((i * 2) % states));
    }
    ExponentialBasis basis = chain(exponents);
    double[] g = new double[states];
    double[] gPerHour = new double[states];
    for (double t : new double[] {0, 1e-3, 0.3, 2, 12, 15, 25, 30}) { // a long series, then squares
      basis.evaluate(t, g, gPerHour);
      double[] exact = firstRowOfExponential(exponents, t);
      double previous = 0;
      for (int j = 0; j < states; j++) {
        // Each squaring doubles the error of rounding; there are 10 at most.
        assertEquals(exact[j], g[j], 1e-12 * exact[j], "function %s at %s h".formatted(j, t));
        assertEquals(exponents[j] * g[j] + previous, gPerHour[j]); // Eq. T7 itself
        previous = g[j];
      }
    }
  }

  /** Opitz: the first row of exp(At), A with the exponents on its diagonal and 1 above it. */
  private static double[] firstRowOfExponential(double[] exponents, double tHours) {
    int n = exponents.length;
    int halvings = 12;
    BigDecimal t = new BigDecimal(tHours).divide(new BigDecimal(1 << halvings), DIGITS);
    BigDecimal[][] a = new BigDecimal[n][n];
    BigDecimal[][] sum = new BigDecimal[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        BigDecimal entry = j == i + 1 ? BigDecimal.ONE : BigDecimal.ZERO;
        a[i][j] = (i == j ? new BigDecimal(exponents[i]) : entry).multiply(t, DIGITS);
        sum[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
      }
    }
    BigDecimal[][] term = sum;
    for (int k = 1; k <= 40; k++) {
      term = product(term, a);
      BigDecimal[][] next = new BigDecimal[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          term[i][j] = term[i][j].divide(new BigDecimal(k), DIGITS);
          next[i][j] = sum[i][j].add(term[i][j], DIGITS);
        }
      }
      sum = next;
    }
    for (int i = 0; i < halvings; i++) {
      sum = product(sum, sum);
    }
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      row[j] = sum[0][j].doubleValue();
    }
    return row;
  }

  private static BigDecimal[][] product(BigDecimal[][] left, BigDecimal[][] right) {
    int n = left.length;
    BigDecimal[][] product = new BigDecimal[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        product[i][j] = BigDecimal.ZERO;
        for (int k = i; k <= j; k++) {
          product[i][j] = product[i][j].add(left[i][k].multiply(right[k][j], DIGITS), DIGITS);
        }
      }
    }
    return product;
  }

  @Test
  void closeRatesOnOnePathFormAGroupAndNoOthers() {
    boolean[][] linked = {{false, false, false}, {true, false, false}, {true, true, false}};
    boolean[][] unlinked = new boolean[3][3];
    assertArrayEquals(new int[][] {{0, 1}, {2}}, groups(linked, -100, -95, -50)); // 5 % is close
    assertArrayEquals(new int[][] {{0}, {1}, {2}}, groups(linked, -100, -94.9, -50));
    assertArrayEquals(
        new int[][] {{0, 1, 2}}, groups(linked, -100, -91, -95)); // by way of the third
    assertArrayEquals(new int[][] {{0}, {1}, {2}}, groups(unlinked, -1, -1, -1));
    boolean[][] lastFeedsNothing = {
      {false, false, false}, {false, false, false}, {true, false, false}
    };
    assertArrayEquals(new int[][] {{0, 2}, {1}}, groups(lastFeedsNothing, -1, -1, -1));
  }

  @Test
  void aBoundIsTheFunctionItselfOnceItFallsAndItsPeakBefore() {
    double rate = 2;
    ExponentialBasis basis = chain(-rate, -rate, -rate);
    double[] bound = new double[3];
    for (double t : new double[] {0, 0.3, 0.5, 0.9, 1, 7}) {
      basis.boundFrom(t, bound);
      double second = Math.max(t, 1 / rate);
      double third = Math.max(t, 2 / rate);
      double[] expected = {
        StrictMath.exp(-rate * t),
        second * StrictMath.exp(-rate * second),
        third * third / 2 * StrictMath.exp(-rate * third)
      };
      assertArrayEquals(expected, bound, 1e-16); // a rounding or two
    }
  }

  @Test
  void functionsStayBelowTheirBoundsAtAllLaterTimes() {
    ExponentialBasis basis = chain(-2, -1.93, -2.05, -0.4);
    double[] bound = new double[4];
    double[] g = new double[4];
    for (double from : new double[] {0, 0.4, 3}) {
      basis.boundFrom(from, bound);
      for (double t = from; t < from + 10; t += 0.05) {
        basis.evaluate(t, g, new double[4]);
        for (int m = 0; m < 4; m++) {
          assertTrue(g[m] <= bound[m] * (1 + 1e-15), "function %s at %s h".formatted(m, t));
        }
      }
    }
  }

  @Test
  void theFastestRateIsTheLargestOfAll() {
    ExponentialBasis basis = chain(-0.5, -7, -3);
    assertEquals(7, basis.fastestPerHour());
    assertEquals(-3, basis.exponent(2));
  }
}
