package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriangularSystemTest {

  private static double[] run(
      TriangularSystem system, double[] start, double[] input, double tHours) {
    double[] coefficient = new double[system.size() * (system.size() + 1)];
    system.solve(start, input, coefficient);
    return system.state(coefficient, tHours);
  }

  private static TriangularSystem chain(double... rates) {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    for (double rate : rates) {
      int state = builder.add(rate);
      if (state > 0) {
        builder.feed(state - 1, state, rates[state - 1]);
      }
    }
    return builder.build();
  }

  /** Rates 2, 0.5 and 5; the first feeds both others, the second has no part in the third. */
  private static TriangularSystem three() {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    builder.add(2);
    builder.add(0.5);
    builder.add(5);
    builder.feed(0, 1, 3);
    builder.feed(0, 2, 1);
    builder.feed(1, 2, 0);
    return builder.build();
  }

  @Test
  void areasFollowFromWhatEntersAndLeaves() {
    double[] none = new double[3];
    // 4/2; (1 + 3·2)/0.5; (10 + 2)/5
    assertArrayEquals(
        new double[] {2, 14, 2.4},
        three().areas(new double[] {4, 1, 10}, none, none, Double.POSITIVE_INFINITY),
        1e-14);
    // (4 − 1 + 6·10)/2; (1 − 2 + 0.5·10 + 3·31.5)/0.5; (0 − 7 + 31.5)/5
    assertArrayEquals(
        new double[] {31.5, 197, 4.9},
        three().areas(new double[] {4, 1, 0}, new double[] {1, 2, 7}, new double[] {6, 0.5, 0}, 10),
        1e-13);
    double[] forEver = three().areas(none, none, new double[] {1, 0, 0}, Double.POSITIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, forEver[0]);
  }

  @Test
  void theAreaIsThatUnderTheSolution() {
    double[] start = {4, 1, 0};
    double[] input = {0.3, 0, 2};
    double[] end = run(three(), start, input, 3);
    double[] area = three().areas(start, end, input, 3);
    double[] sum = new double[3];
    int steps = 3000;
    for (int i = 0; i <= steps; i++) { // Simpson
      double[] y = run(three(), start, input, 3.0 * i / steps);
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      for (int state = 0; state < 3; state++) {
        sum[state] += weight * y[state] * 3.0 / steps / 3;
      }
    }
    assertArrayEquals(sum, area, 1e-10); // error of Simpson: (5·1e-3)^4 at most
  }

  @Test
  void theSlowestRateIsLookedForAmongWhatFeedsAStateAndTheFastestAmongAll() {
    assertEquals(2, three().slowestPerHour(0));
    assertEquals(0.5, three().slowestPerHour(1));
    assertEquals(2, three().slowestPerHour(2));
    assertEquals(5, three().fastestPerHour());
    assertEquals(0.25, chain(3, 0.25, 9, 1).slowestPerHour(3));
    assertEquals(3, chain(3, 0.25, 9, 1).slowestPerHour(0));
    assertEquals(9, chain(3, 0.25, 9, 1).fastestPerHour());
  }

  @Test
  void oneCompartmentDecaysAndFillsExponentially() {
    TriangularSystem one = chain(0.7);
    // rounding of one exponential and one division
    assertEquals(3 * StrictMath.exp(-1.4), run(one, new double[] {3}, new double[1], 2)[0], 1e-15);
    assertEquals(
        5 / 0.7 * (1 - StrictMath.exp(-1.4)),
        run(one, new double[1], new double[] {5}, 2)[0],
        1e-14);
  }

  @Test
  void twoCompartmentsFollowBateman() {
    double ka = 3;
    double ke = 0.4;
    double t = 1.7;
    double bateman = ka / (ka - ke) * (StrictMath.exp(-ke * t) - StrictMath.exp(-ka * t));
    assertEquals(bateman, run(chain(ka, ke), new double[] {1, 0}, new double[2], t)[1], 1e-15);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6})
  void equalRatesGiveTheGammaDensity(int stages) {
    double k = 1.3;
    double[] rates = new double[stages];
    Arrays.fill(rates, k);
    double[] start = new double[stages];
    start[0] = 1;
    for (double t : new double[] {0, 1e-6, 0.1, 2, 30, 300}) {
      double exact = StrictMath.exp(-k * t);
      for (int i = 1; i < stages; i++) {
        exact *= k * t / i;
      }
      double found = run(chain(rates), start, new double[stages], t)[stages - 1];
      assertEquals(exact, found, 1e-13 * exact); // squarings of a small matrix lose a few bits
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 0.02, 0.049, 0.051, 0.1})
  void nearlyEqualRatesAreAsExactAsUnequalOnes(double gap) {
    double ka = 2;
    double ke = 2 * (1 - gap);
    double t = 1.5;
    // ka·t·exp(−ke·t)·(1 − exp(−x))/x with x = (ka − ke)·t, free of cancellation
    double x = (ka - ke) * t;
    double ratio = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
    double exact = ka * t * StrictMath.exp(-ke * t) * ratio;
    double found = run(chain(ka, ke), new double[] {1, 0}, new double[2], t)[1];
    // beyond the group limit the plain formula divides by 5 %: about 20 roundings
    assertEquals(exact, found, 1e-14 * exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void closeRatesNeitherOverflowNorGetLostAtLateTimes(int stages) {
    double[] rates = new double[stages];
    for (int i = 0; i < stages; i++) {
      rates[i] = 20 * (1 - 0.04 * i);
    }
    double[] start = new double[stages];
    start[0] = 1;
    for (double t : new double[] {30, 1e3, 1e6}) {
      double found = run(chain(rates), start, new double[stages], t)[stages - 1];
      // between the fastest and the slowest chain of equal rates
      double slowest = rates[stages - 1];
      double slow = StrictMath.exp(-slowest * t);
      double fast = StrictMath.exp(-20 * t);
      for (int i = 1; i < stages; i++) {
        slow *= 20 * t / i;
        fast *= slowest * t / i;
      }
      assertTrue(found >= fast && found <= slow, found + " at " + t);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Random chains in which every second seed has groups of close and equal rates. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomSystemsAgreeWithNumericalIntegration(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(7);
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    double[] rates = new double[size];
    double[][] weights = new double[size][size];
    for (int i = 0; i < size; i++) {
      boolean close = seed % 2 == 0 && i > 0 && random.nextBoolean();
      rates[i] =
          close
              ? rates[random.nextInt(i)] * (1 + 0.06 * random.nextInt(3) * random.nextDouble())
              : 0.1 + 9 * random.nextDouble();
      builder.add(rates[i]);
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < 0.6) {
          weights[i][j] = 2 * random.nextDouble();
          builder.feed(j, i, weights[i][j]);
        }
      }
    }
    double[] start = random.doubles(size).toArray();
    double[] input = random.doubles(size).toArray();
    double[] found = run(builder.build(), start, input, 2.5);
    double[] expected = integrate(rates, weights, start, input, 2.5);
    for (int i = 0; i < size; i++) {
      // 1e-10 ≈ the tolerance of the integrator, 1e-13, times its steps
      assertEquals(expected[i], found[i], 1e-10 * (1 + Math.abs(expected[i])));
    }
  }

  private static double[] integrate(
      double[] rates, double[][] weights, double[] start, double[] input, double tHours) {
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return rates.length;
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            double[] rate = new double[y.length];
            for (int i = 0; i < y.length; i++) {
              rate[i] = input[i] - rates[i] * y[i];
              for (int j = 0; j < i; j++) {
                rate[i] += weights[i][j] * y[j];
              }
            }
            return rate;
          }
        };
    return new DormandPrince853Integrator(1e-10, 1, 1e-13, 1e-13)
        .integrate(equation, new ODEState(0, start), tHours)
        .getPrimaryState();
  }

  @Test
  void unrelatedStatesWithEqualRatesDoNotTouchEachOther() {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    builder.add(1);
    builder.add(1);
    double[] y = run(builder.build(), new double[] {1, 0}, new double[2], 1);
    assertEquals(0, y[1]);
    assertTrue(y[0] > 0.36 && y[0] < 0.37);
  }

  @Test
  void whatStoodInTheArrayBeforeDoesNotMatter() {
    TriangularSystem system = chain(3, 0.4, 0.41);
    double[] fresh = new double[12];
    double[] used = new double[12];
    Arrays.fill(used, 17);
    system.solve(new double[] {1, 2, 3}, new double[] {0, 1, 0}, fresh);
    system.solve(new double[] {1, 2, 3}, new double[] {0, 1, 0}, used);
    assertArrayEquals(fresh, used);
  }

  @Test
  void aStateFeedsLaterOnesOnly() {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    builder.add(1);
    builder.add(2);
    assertThrows(IllegalArgumentException.class, () -> builder.feed(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> builder.feed(1, 0, 1));
  }
}
