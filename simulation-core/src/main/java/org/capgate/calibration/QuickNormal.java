package org.capgate.calibration;

import org.apache.commons.math3.util.FastMath;

/** {@link Normal#logProbability} to four digits, from a table. */
final class QuickNormal {
  private static final int PER_UNIT = 64;
  private static final double LEAST = -40;
  private static final double MOST = 9; // above it the share below is 1

  private static final double LOG_ROOT = StrictMath.log(2 * Math.PI) / 2;

  /** ln of the share of a standard normal distribution below a score. */
  private static final double[] LOG_SHARES = new double[(int) ((MOST - LEAST) * PER_UNIT) + 2];

  static {
    for (int i = 0; i < LOG_SHARES.length; i++) {
      double score = LEAST + (double) i / PER_UNIT;
      LOG_SHARES[i] = Normal.logProbability(0, 1, Double.NEGATIVE_INFINITY, score);
    }
  }

  private QuickNormal() {}

  /**
   * ln of the share of a standard normal distribution between two scores, which may be infinite.
   */
  static double logProbability(double from, double to) {
    double nearer = Math.min(-from, to); // the share outside is that below −nearer and −farther
    double farther = Math.max(-from, to);
    double log = logShare(nearer);
    if (farther > MOST) {
      return log;
    }
    double ratio = FastMath.exp(logShare(-farther) - log);
    return log + FastMath.log(Math.max(Double.MIN_NORMAL, 1 - ratio));
  }

  /** The density of a standard normal distribution at a score, divided by a probability. */
  static double density(double score, double logProbability) {
    double log = -score * score / 2 - LOG_ROOT - logProbability;
    return log < LEAST ? 0 : FastMath.exp(log);
  }

  private static double logShare(double score) {
    if (score >= MOST) {
      return 0;
    }
    double place = (score - LEAST) * PER_UNIT;
    if (place < 0) { // goes on as a straight line
      return LOG_SHARES[0] + place * (LOG_SHARES[1] - LOG_SHARES[0]);
    }
    int below = (int) place;
    return LOG_SHARES[below] + (place - below) * (LOG_SHARES[below + 1] - LOG_SHARES[below]);
  }
}
