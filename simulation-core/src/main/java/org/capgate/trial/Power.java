package org.capgate.trial;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Tests of two groups, intervals, and how often a test finds an effect. */
public final class Power {
  /** Below this a difference counts as found. */
  public static final double SIGNIFICANT = 0.05;

  private static final double CONFIDENCE = 0.95;
  private static final int QUANTILES = 400;
  private static final int MOST_SUBJECTS = 100_000;

  private Power() {}

  /**
   * Two-sided p of Welch's t-test.
   *
   * @return 1 where both groups are alike to the last digit, NaN with fewer than two in a group
   */
  static double welch(StatisticalSummary one, StatisticalSummary other) {
    if (one.getN() < 2 || other.getN() < 2) {
      return Double.NaN;
    }
    if (one.getVariance() == 0 && other.getVariance() == 0) {
      return one.getMean() == other.getMean() ? 1 : 0;
    }
    return new TTest().tTest(one, other);
  }

  /**
   * Two-sided p of the χ² test of two shares, without correction.
   *
   * @return 1 where all or none of both groups are among them
   */
  static double shares(Moments one, Moments other) {
    long yes = Math.round(one.mean() * one.count());
    long otherYes = Math.round(other.mean() * other.count());
    if (yes + otherYes == 0 || yes + otherYes == one.count() + other.count()) {
      return 1;
    }
    try {
      return new ChiSquareTest()
          .chiSquareTest(
              new long[][] {
                {yes, one.count() - yes}, {otherYes, other.count() - otherYes},
              });
    } catch (MathIllegalArgumentException tooFew) {
      return Double.NaN;
    }
  }

  /**
   * Wilson's interval of a share.
   *
   * @param yes in [0, all]
   * @return low and high, a fresh array
   */
  public static double[] interval(long yes, long all) {
    ConfidenceInterval found =
        new WilsonScoreInterval().createInterval((int) all, (int) yes, CONFIDENCE);
    return new double[] {
      yes == 0 ? 0 : found.getLowerBound(), yes == all ? 1 : found.getUpperBound()
    };
  }

  /** Half the width of the 95 % interval of a mean. */
  static double halfWidth(Moments moments) {
    if (moments.count() < 2) {
      return Double.NaN;
    }
    double t =
        new TDistribution(null, moments.count() - 1)
            .inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
    return t * moments.deviation() / Math.sqrt(moments.count());
  }

  /**
   * Power of the two-sided t-test of two equal groups at {@link #SIGNIFICANT}: the probability that
   * |T| of a noncentral t with 2n − 2 degrees of freedom exceeds its critical value.
   *
   * @param effectSize difference of the means over the standard deviation within groups
   * @param perGroup n, ≥ 2
   */
  public static double ofTwoGroups(double effectSize, int perGroup) {
    if (perGroup < 2) {
      throw new IllegalArgumentException(
          "a group must have >= 2 subjects, but had %s".formatted(perGroup));
    }
    int freedom = 2 * perGroup - 2;
    double critical =
        new TDistribution(null, freedom).inverseCumulativeProbability(1 - SIGNIFICANT / 2);
    double shift = effectSize * Math.sqrt(perGroup / 2.0);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    ChiSquaredDistribution variance = new ChiSquaredDistribution(null, freedom);
    double found = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double relative =
          Math.sqrt(variance.inverseCumulativeProbability((i + 0.5) / QUANTILES) / freedom);
      found +=
          normal.cumulativeProbability(shift - critical * relative)
              + normal.cumulativeProbability(-shift - critical * relative);
    }
    return found / QUANTILES;
  }

  /**
   * The smallest group with which the t-test has a power.
   *
   * @param effectSize as in {@link #ofTwoGroups}
   * @param power in (0, 1)
   * @return the largest group looked at, 100000, where that is not enough
   */
  public static int perGroup(double effectSize, double power) {
    int high = 2;
    while (high < MOST_SUBJECTS && ofTwoGroups(effectSize, high) < power) {
      high = Math.min(MOST_SUBJECTS, 2 * high);
    }
    int low = Math.max(2, high / 2);
    while (low < high) {
      int middle = (low + high) / 2;
      if (ofTwoGroups(effectSize, middle) < power) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
