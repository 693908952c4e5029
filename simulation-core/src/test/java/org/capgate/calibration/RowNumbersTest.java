package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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

  /** From the density of the inputs to that of the point. */
  private static double log(
      Posterior posterior, double[] point, double[] numbers, double[] errors) {
    double[] inputs = Arrays.stream(point).map(posterior::input).toArray();
    return posterior.ofNumbers(inputs, numbers, errors)
        + Arrays.stream(point).map(posterior::logSlope).sum();
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
