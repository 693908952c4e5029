package org.capgate.calibration;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** Probabilities of a number with a normal error. */
final class Normal {
  /** Beyond so many standard deviations the logarithm goes on as a straight line. */
  private static final double FAR = 30;

  private Normal() {}

  /**
   * ln of the probability that number + error lies in [low, high]; finite for any number.
   *
   * @param deviation of the error, > 0
   * @param low may be −∞
   * @param high > low, may be ∞
   */
  static double logProbability(double number, double deviation, double low, double high) {
    double from = (low - number) / deviation;
    double to = (high - number) / deviation;
    if (from + to < 0) { // the same seen from the other side, where tails are accurate
      double mirrored = -to;
      to = -from;
      from = mirrored;
    }
    double beyond = Math.max(0, from - FAR);
    double tail = above(from - beyond) - above(to - beyond);
    return FastMath.log(tail) - FAR * beyond;
  }

  /** Share of a standard normal distribution below a score. */
  static double share(double score) {
    return above(-score);
  }

  /** The score with a share below it, infinite at 0 and 1. */
  static double score(double share) {
    return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
  }

  private static double above(double x) {
    return x == Double.POSITIVE_INFINITY ? 0 : 0.5 * Erf.erfc(x / Math.sqrt(2));
  }
}
