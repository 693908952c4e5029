package org.capgate.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final double NORMAL = 1.959963984540054;
  private static final Fit.Settings FOUR = new Fit.Settings(4, 1, 2);

  private static List<Profile> profiles(Fit fit) {
    return fit.profiles(fit.fit(FOUR, done -> {}), 2, done -> {});
  }

  private static double[] filled(int size, double value) {
    double[] all = new double[size];
    Arrays.fill(all, value);
    return all;
  }

  /** Intercept and slope over 0, 1, .. 9, of which ends and deviations are known in closed form. */
  @Test
  void ofALineTheyAreTheIntervalsOfTheClosedForm() {
    Response line =
        point -> {
          double[] values = new double[10];
          for (int i = 0; i < values.length; i++) {
            values[i] = point[0] + point[1] * i;
          }
          return values;
        };
    double[] observed = {1.1, 2.9, 5.2, 6.8, 9.3, 10.9, 12.7, 15.4, 16.9, 19.2};
    double sumX = 45;
    double sumXx = 285;
    double determinant = 10 * sumXx - sumX * sumX;
    double sumY = Arrays.stream(observed).sum();
    double sumXy = 0;
    for (int i = 0; i < 10; i++) {
      sumXy += i * observed[i];
    }
    double slope = (10 * sumXy - sumX * sumY) / determinant;
    double intercept = (sumY - slope * sumX) / 10;
    double squares = 0;
    for (int i = 0; i < 10; i++) {
      squares += Math.pow(observed[i] - intercept - slope * i, 2);
    }
    List<Varied> free =
        List.of(new Varied("intercept", 0, -50, 50), new Varied("slope", 1, -20, 20));
    double student = new TDistribution(8).inverseCumulativeProbability(0.975);
    for (boolean isKnown : new boolean[] {true, false}) {
      double half = isKnown ? NORMAL * 0.3 : student * Math.sqrt(squares / 8);
      List<Profile> both =
          profiles(new Fit(line, free, observed, filled(10, isKnown ? 0.3 : 1), isKnown));
      double ofIntercept = half * Math.sqrt(sumXx / determinant);
      double ofSlope = half * Math.sqrt(10 / determinant);
      // Borders are found to 1e-8 of the root of the rise, with others at their best to 1e-9.
      assertEquals(intercept - ofIntercept, both.get(0).low(), 1e-6);
      assertEquals(intercept + ofIntercept, both.get(0).high(), 1e-6);
      assertEquals(slope - ofSlope, both.get(1).low(), 1e-7);
      assertEquals(slope + ofSlope, both.get(1).high(), 1e-7);
      assertFalse(both.get(0).isBeaten());
      for (Profile.Point point : both.get(1).points()) {
        double away = (point.value() - slope) / ofSlope;
        assertEquals(away * away * both.get(1).limit(), point.rise(), 1e-5);
      }
    }
  }

  /** Twice x² against 9 ± 1: the sum rises by 2·(x² − 9)², so that the ends are √(9 ± 1.96/√2). */
  @Test
  void whatIsBentGivesEndsThatAreNotAlikeFarAway() {
    Fit fit =
        new Fit(
            point -> new double[] {point[0] * point[0], point[0] * point[0]},
            List.of(new Varied("x", 2, 0.5, 30)),
            new double[] {8.5, 9.5},
            new double[] {1, 1},
            true);
    Profile profile = profiles(fit).get(0);
    assertEquals(3, profile.value(), 1e-7);
    assertEquals(Math.sqrt(9 - NORMAL / Math.sqrt(2)), profile.low(), 1e-6);
    assertEquals(Math.sqrt(9 + NORMAL / Math.sqrt(2)), profile.high(), 1e-6);
  }

  /** 1/(1 + x) against 0.02 ± 0.05 twice: as small as one likes, but not as large. */
  @Test
  void anEndThatTheDataDoNotGiveIsOpen() {
    Fit fit =
        new Fit(
            point -> new double[] {1 / (1 + point[0]), 1 / (1 + point[0])},
            List.of(new Varied("x", 20, 0.1, 1e4)),
            new double[] {0.02, 0.02},
            new double[] {0.05, 0.05},
            true);
    Profile profile = profiles(fit).get(0);
    assertEquals(1 / (0.02 + 0.05 * NORMAL / Math.sqrt(2)) - 1, profile.low(), 1e-5);
    assertTrue(Double.isNaN(profile.high()));
    assertEquals(1e4, profile.points().get(profile.points().size() - 1).value(), 1e-8);
  }

  @Test
  void aPerfectFitHasAnIntervalOfNoWidth() {
    Fit fit =
        new Fit(
            point -> new double[] {2 * point[0], 3 * point[0]},
            List.of(new Varied("x", 1, 0.5, 30)),
            new double[] {4, 6},
            new double[] {1, 1},
            false);
    Profile profile = profiles(fit).get(0);
    assertEquals(2, profile.low(), 1e-6);
    assertEquals(2, profile.high(), 1e-6);
    assertFalse(profile.isBeaten());
  }

  /** One start stays in a wrong valley, and its profile comes across a deeper one. */
  @Test
  void aDeeperMinimumOnTheWayIsSaid() {
    Response wave =
        point -> {
          double[] values = new double[40];
          for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.sin(point[0] * 0.1 * i);
          }
          return values;
        };
    Fit fit =
        new Fit(
            wave,
            List.of(new Varied("rate", 1, 0.5, 12)),
            wave.at(new double[] {7}),
            filled(40, 6),
            true);
    Fit.Result one = fit.fit(new Fit.Settings(1, 1, 1), done -> {});
    assertTrue(one.sumOfSquares() > 0.1, "one start misses it: " + one.sumOfSquares());
    assertTrue(fit.profiles(one, 1, done -> {}).get(0).isBeaten());
    Fit.Result several = fit.fit(new Fit.Settings(32, 1, 2), done -> {});
    assertFalse(fit.profiles(several, 1, done -> {}).get(0).isBeaten());
  }

  private static Fit noisy(long seed, double deviation, boolean isKnown) {
    return NoisyDecay.fit("noise of a test of profiles", seed, deviation, isKnown);
  }

  @Test
  void oneAndEightThreadsGiveTheSameBits() {
    Fit fit = noisy(3, 0.4, true);
    Fit.Result best = fit.fit(FOUR, done -> {});
    assertEquals(fit.profiles(best, 1, done -> {}), fit.profiles(best, 8, done -> {}));
  }

  /** Of 400 repeats 95 % is 380, give or take 4.4. */
  @Test
  @Tag("slow")
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    for (boolean isKnown : new boolean[] {true, false}) {
      int[] covered = new int[3];
      for (int repeat = 0; repeat < 400; repeat++) {
        List<Profile> all = profiles(noisy(5000 + repeat, 0.4, isKnown));
        for (int i = 0; i < 3; i++) {
          Profile profile = all.get(i);
          boolean isAbove = Double.isNaN(profile.low()) || profile.low() <= NoisyDecay.TRUE[i];
          boolean isBelow = Double.isNaN(profile.high()) || profile.high() >= NoisyDecay.TRUE[i];
          covered[i] += isAbove && isBelow ? 1 : 0;
        }
      }
      for (int i = 0; i < 3; i++) {
        assertTrue(
            covered[i] >= 367 && covered[i] <= 393, // three deviations
            "%s covered %s of 400 times".formatted(NoisyDecay.FREE.get(i).name(), covered[i]));
      }
    }
  }
}
