package org.capgate.calibration;

/**
 * A prior over a plausible range that has most in the middle and nothing at the ends: the share u
 * of the range, on its scale, as an increasing function of a standard normal score z, so that the
 * density of u is 6 u (1 − u).
 *
 * <pre>3u² − 2u³ = Φ(z),   u = 1/2 − sin(asin(1 − 2Φ(z)) / 3)</pre>
 */
final class RoundedPrior {
  private RoundedPrior() {}

  /** The share of the range that has a score. */
  static double share(double score) {
    return 0.5 - StrictMath.sin(StrictMath.asin(1 - 2 * Normal.share(score)) / 3);
  }

  /** The score of a share of the range, in [0, 1]; infinite at its ends. */
  static double score(double share) {
    return Normal.score(share * share * (3 - 2 * share));
  }
}
