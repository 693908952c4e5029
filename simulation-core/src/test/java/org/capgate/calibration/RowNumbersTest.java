package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class RowNumbersTest {
  private static final List<Finding> FINDINGS = FindingFile.published().findings();

  @Test
  void theLikelihoodFollowsFromItsNumbers() {
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(), ParameterSet.standard(), FINDINGS, Scatter.published());
    RandomStream stream = RandomStream.of(1, 0, 0, "beside");
    double[] point = posterior.point(ParameterSet.standard());
    for (int i = 0; i < 5; i++) {
      double expected = posterior.at(point);
      double[] numbers = posterior.numbers(point).orElseThrow();
      double[] none = new double[numbers.length];
      double log = log(posterior, point, numbers, none);
      if (expected > Double.NEGATIVE_INFINITY) {
        assertEquals(expected, log, 1e-4 * Math.abs(expected));
      }
      double[] errors = none.clone();
      errors[0] = 1e6; // the first row may then have any number: it tells nothing
      assertTrue(log(posterior, point, numbers, errors) < log);
      for (int k = 0; k < point.length; k++) {
        point[k] += 0.005 * stream.nextGaussian();
      }
    }
  }

  private static double log(
      Posterior posterior, double[] point, double[] numbers, double[] errors) {
    return posterior.ofNumbers(
        point, numbers, errors, new double[point.length], new double[numbers.length]);
  }

  @Test
  void slopesAreThoseOfTheLogarithm() {
    RowNumbers rows = new RowNumbers(FINDINGS, 2);
    RandomStream stream = RandomStream.of(1, 0, 0, "numbers");
    double[] numbers = new double[2 * (FINDINGS.size() + 2)];
    for (int k = 0; k < numbers.length; k += 2) {
      numbers[k] = stream.uniform(-2, 4);
      numbers[k + 1] = k % 3 == 0 ? Double.POSITIVE_INFINITY : stream.uniform(1, 6) - numbers[k];
    }
    double[] errors = new double[numbers.length];
    double[] slopes = new double[numbers.length];
    double[] none = new double[numbers.length];
    rows.log(numbers, errors, slopes);
    double step = 1.0 / 32; // of the table of probabilities, in which they are straight lines
    for (int k = 0; k < numbers.length; k++) {
      if (numbers[k] < Double.POSITIVE_INFINITY) {
        double[] below = numbers.clone();
        below[k] -= step;
        double[] above = numbers.clone();
        above[k] += step;
        double slope = (rows.log(above, errors, none) - rows.log(below, errors, none)) / (2 * step);
        assertEquals(slope, slopes[k], 0.02 * Math.max(0.1, Math.abs(slope)), "number " + k);
      }
    }
  }

  @Test
  void quickProbabilitiesAreThoseOfTheNormalDistribution() {
    double infinite = Double.POSITIVE_INFINITY;
    for (double[] range :
        new double[][] {
          {-1, 2}, {-infinite, 0.3}, {3, infinite}, {-8, 8}, {5, 7}, {-20, -10}, {-40, 1}, {2, 2.5}
        }) {
      double expected = Normal.logProbability(0, 1, range[0], range[1]);
      assertEquals(
          expected,
          QuickNormal.logProbability(range[0], range[1]),
          2e-4 * Math.max(1, Math.abs(expected)));
    }
  }
}
