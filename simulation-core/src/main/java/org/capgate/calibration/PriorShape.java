package org.capgate.calibration;

/**
 * How a prior runs over a plausible range: the share u of the range, on its scale, as an increasing
 * function of a standard normal score z.
 */
enum PriorShape {
  /** Evenly: u = Φ(z). */
  EVEN {
    @Override
    double share(double score) {
      return Normal.share(score);
    }

    @Override
    double score(double share) {
      return Normal.score(share);
    }

    @Override
    double logDensity(double share) {
      return 0;
    }
  },

  /**
   * Most in the middle and nothing at the ends: the density of u is 6 u (1 − u), so that
   *
   * <pre>3u² − 2u³ = Φ(z),   u = 1/2 − sin(asin(1 − 2Φ(z)) / 3)</pre>
   */
  ROUNDED {
    @Override
    double share(double score) {
      return 0.5 - StrictMath.sin(StrictMath.asin(1 - 2 * Normal.share(score)) / 3);
    }

    @Override
    double score(double share) {
      return Normal.score(share * share * (3 - 2 * share));
    }

    @Override
    double logDensity(double share) {
      return StrictMath.log(6 * share * (1 - share));
    }
  };

  /** The share of the range that has a score. */
  abstract double share(double score);

  /** The score of a share of the range, in [0, 1]; infinite at its ends. */
  abstract double score(double share);

  /** ln of the density of the share; −∞ where it is 0. */
  abstract double logDensity(double share);
}
