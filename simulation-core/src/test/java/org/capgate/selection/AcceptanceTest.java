package org.capgate.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final int MANY = 40_000;

  /** Of x: mean wanted ± 0.01, and (x − mean)² wanted deviation² ± 0.01. */
  private static double[][] conditions(double[] x, double mean, double deviation) {
    return IntStream.range(0, x.length)
        .mapToObj(
            i -> {
              double off = x[i] - mean;
              return new double[] {off / 0.01, (off * off - deviation * deviation) / 0.01};
            })
        .toArray(double[][]::new);
  }

  private static double[] normals(int count) {
    RandomStream stream = RandomStream.of(1, 0, 0, "sample");
    return IntStream.range(0, count).mapToDouble(i -> stream.nextGaussian()).toArray();
  }

  /** Of N(0, 1), the nearest with mean m and deviation s is N(m, s): ln r = −(x−m)²/2s² + x²/2. */
  @Test
  void theNearestDistributionToANormalOneIsTheNormalOneWithTheWantedMoments() {
    double[] x = normals(MANY);
    double[] multipliers = Tilt.multipliers(conditions(x, 0.5, 0.8));
    double[] at = {-1, 0, 1, 2};
    double[][] there = conditions(at, 0.5, 0.8);
    for (int i = 1; i < at.length; i++) {
      double ratio =
          Tilt.logWeight(multipliers, there[i]) - Tilt.logWeight(multipliers, there[i - 1]);
      double wanted = logRatio(at[i]) - logRatio(at[i - 1]);
      assertEquals(wanted, ratio, 0.05); // a sample of 40,000 knows its moments to 0.5 %
    }
  }

  private static double logRatio(double x) {
    return -(x - 0.5) * (x - 0.5) / (2 * 0.64) + x * x / 2;
  }

  @Test
  void theTakenHaveTheWantedMeanAndDeviationWithoutWeights() {
    double[] x = normals(MANY);
    double[][] conditions = conditions(x, 0.5, 0.8);
    Acceptance acceptance = Acceptance.of(Tilt.multipliers(conditions), conditions);
    double[] taken =
        IntStream.range(0, x.length)
            .filter(i -> acceptance.takes(i, 7, i))
            .mapToDouble(i -> x[i])
            .toArray();
    double mean = IntStream.range(0, taken.length).mapToDouble(i -> taken[i]).average().orElse(0);
    double squares = 0;
    for (double one : taken) {
      squares += (one - mean) * (one - mean);
    }
    double error = 4 / Math.sqrt(taken.length); // four standard errors
    assertEquals(0.5, mean, error);
    assertEquals(0.8, Math.sqrt(squares / taken.length), error);
    // the largest ratio of the densities is 1.25·exp(0.347) at x = 0.5/0.36
    assertTrue(taken.length > 0.5 * MANY, taken.length + " of " + MANY);
    assertTrue(acceptance.effectiveNumber() > taken.length, "weights would waste less");
  }

  @Test
  void anAverageThatNoOneHasIsMissedAndNotForced() {
    double[][] conditions = {{4, 0}, {5, 1}, {6, -1}};
    double[] multipliers = Tilt.multipliers(conditions);
    double[] weights = Tilt.weights(multipliers, conditions);
    double total = weights[0] + weights[1] + weights[2];
    double average = (4 * weights[0] + 5 * weights[1] + 6 * weights[2]) / total;
    assertTrue(average >= 4 && average < 4.2, "nearest to 0 is 4, but was " + average);
    assertEquals(-average, multipliers[0], 1e-6, "missed by as many errors as it costs");
  }
}
