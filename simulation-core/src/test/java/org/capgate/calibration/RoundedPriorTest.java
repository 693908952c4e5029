package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundedPriorTest {
  @Test
  void scoresAndSharesAreEachOthersInverse() {
    assertEquals(0.5, RoundedPrior.share(0), 1e-15);
    for (double score = -6; score <= 6; score += 0.25) {
      assertEquals(score, RoundedPrior.score(RoundedPrior.share(score)), 1e-6, "score " + score);
      assertEquals(1, RoundedPrior.share(score) + RoundedPrior.share(-score), 1e-12);
    }
  }

  /** p(z) dz = p(u) du, and p(z) is standard normal. */
  @Test
  void theSharesHaveTheirDensityWhereScoresAreStandardNormal() {
    double step = 1e-4;
    for (double score = -3; score <= 3; score += 0.3) {
      double slope =
          (RoundedPrior.share(score + step) - RoundedPrior.share(score - step)) / (2 * step);
      double normal = StrictMath.exp(-score * score / 2) / Math.sqrt(2 * Math.PI);
      double density = density(RoundedPrior.share(score));
      assertEquals(1, density * slope / normal, 1e-6, "score " + score);
    }
  }

  /** 3u² − 2u³ is the share below u. */
  @Test
  void aQuantileOfThePriorHasItsShareBelowIt() {
    for (double share : new double[] {0.05, 0.25, 0.5, 0.95}) {
      double u = Posterior.priorQuantile(share);
      assertEquals(share, u * u * (3 - 2 * u), 1e-12);
    }
  }

  private static double density(double share) {
    return 6 * share * (1 - share);
  }
}
