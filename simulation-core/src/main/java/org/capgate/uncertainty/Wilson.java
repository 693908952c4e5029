package org.capgate.uncertainty;

/** How well a share is known from a few trials. */
public final class Wilson {
  private static final double Z = 1.96;

  private Wilson() {}

  /**
   * The 95 % score interval of a share, low and high, in [0, 1]; Wilson 1927
   * doi:10.1080/01621459.1927.10502953.
   *
   * @param successes in [0, trials]
   * @param trials ≥ 1
   */
  public static double[] interval(int successes, int trials) {
    double p = (double) successes / trials;
    double centre = (p + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    double half =
        Z
            / (1 + Z * Z / trials)
            * Math.sqrt(p * (1 - p) / trials + Z * Z / (4.0 * trials * trials));
    return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
  }
}
