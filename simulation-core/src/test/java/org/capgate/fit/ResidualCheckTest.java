package org.capgate.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.capgate.model.Readout;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class ResidualCheckTest {
  private static final int SIZE = 40;

  private static List<Observation> observations() {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      String label = i % 2 == 0 ? "one" : "other";
      all.add(new Observation(label, 0.5 * (i / 2) + 1, Readout.MOOD, 0, 1));
    }
    return all;
  }

  private static ResidualCheck check(long seed, IntToDoubleFunction residual) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      all.add(residual.applyAsDouble(i));
    }
    return ResidualCheck.of(observations(), all, seed);
  }

  /** Each of the three says "unlikely" of 5 % of noise: 10 of 200, give or take 3.1. */
  @Test
  void noiseIsSuspectedAsOftenAsTheProbabilitySays() {
    int[] suspected = new int[3];
    for (int repeat = 0; repeat < 200; repeat++) {
      RandomStream stream = RandomStream.of(repeat, 0, 0, "noise of residuals");
      ResidualCheck check = check(repeat, i -> stream.nextGaussian());
      suspected[0] += check.normalityProbability() < 0.05 ? 1 : 0;
      suspected[1] += check.trendProbability() < 0.05 ? 1 : 0;
      suspected[2] += check.autocorrelationProbability() < 0.05 ? 1 : 0;
    }
    for (int count : suspected) {
      assertTrue(
          count >= 1 && count <= 19,
          List.of(suspected[0], suspected[1], suspected[2]) + ""); // three deviations
    }
  }

  @Test
  void eachSeesWhatItIsMadeToSee() {
    RandomStream stream = RandomStream.of(1, 0, 0, "noise of residuals");
    ResidualCheck skewed = check(1, i -> Math.pow(stream.nextGaussian(), 4));
    assertTrue(skewed.normalityProbability() < 0.001, skewed.toString());
    ResidualCheck drifting = check(1, i -> 0.1 * i + stream.nextGaussian());
    assertTrue(drifting.trend() > 0.5 && drifting.trendProbability() < 0.001, drifting.toString());
    // Every experiment alternates by itself; their residuals in turn do not.
    ResidualCheck alternating =
        check(1, i -> (i / 2 % 2 == 0 ? 1 : -1) + 0.3 * stream.nextGaussian());
    assertTrue(alternating.autocorrelation() < -0.5, alternating.toString());
    assertEquals(0.0005, alternating.autocorrelationProbability(), 0.0005);
    assertTrue(alternating.trendProbability() > 0.05, alternating.toString());
  }

  @Test
  void aStraightLineOfNormalScoresIsNormal() {
    double[] scores = ResidualCheck.normalScores(SIZE);
    assertEquals(1, check(1, i -> 3 + 2 * scores[i]).normality(), 1e-12);
    assertEquals(0, scores[19] + scores[20], 1e-12);
    // Blom: (6 - 3/8)/(6 + 1/4) = 0.9.
    assertEquals(1.2815515655446004, ResidualCheck.normalScores(6)[5], 1e-12);
  }
}
