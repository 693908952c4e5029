package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.capgate.sampling.Box;
import org.capgate.sampling.LogDensity;
import org.junit.jupiter.api.Test;

/** A normal density of eight dimensions that each go with the next. */
class DensityProfileTest {
  private static final int SIZE = 8;
  private static final double CORRELATION = 0.6;
  private static final double[] GRID = {-3, -2, -1, 1, 2, 3};

  /** −½·Σ over neighbours of what is left of one when the one before is known. */
  private static final LogDensity CHAIN =
      point -> {
        double sum = point[0] * point[0];
        for (int i = 1; i < SIZE; i++) {
          double left = point[i] - CORRELATION * point[i - 1];
          sum += left * left / (1 - CORRELATION * CORRELATION);
        }
        return -sum / 2;
      };

  private static Box box() {
    double[] high = new double[SIZE];
    Arrays.fill(high, 6);
    double[] low = new double[SIZE];
    Arrays.fill(low, -6);
    return Box.of(low, high);
  }

  private static List<DensityProfile.Top> profile(
      int held, double[] along, double enough, int evaluations, int threads, Runnable done) {
    double[] start = new double[SIZE];
    start[held] = 0.2;
    return DensityProfile.of(
        CHAIN,
        box(),
        start,
        held,
        GRID,
        along,
        new DensityProfile.Settings(evaluations, 0.3, enough, 1, threads),
        done);
  }

  /** Every dimension alone is standard normal: its profile is −z²/2. */
  @Test
  void aNormalDensityHasTheProfileOfTheClosedForm() {
    AtomicInteger done = new AtomicInteger();
    List<DensityProfile.Top> tops =
        profile(3, new double[SIZE], 100, 4000, 2, done::incrementAndGet);
    assertEquals(GRID.length + 1, tops.size());
    assertEquals(GRID.length, done.get());
    for (DensityProfile.Top top : tops) {
      double z = top.at()[3];
      assertEquals(-z * z / 2, top.height(), 1e-4, "at " + z);
      assertTrue(top.height() <= -z * z / 2 + 1e-12, "never above the true one");
    }
    assertEquals(0.2, tops.get(3).at()[3], 0);
  }

  @Test
  void whatUsuallyGoesWithItLeadsThereWithoutAClimb() {
    double[] along = new double[SIZE];
    Arrays.setAll(along, i -> Math.pow(CORRELATION, Math.abs(i - 3)));
    double withIt = 0;
    double without = 0;
    List<DensityProfile.Top> led = profile(3, along, 100, 1, 1, () -> {});
    List<DensityProfile.Top> alone = profile(3, new double[SIZE], 100, 1, 1, () -> {});
    for (int i = 0; i < led.size(); i++) {
      withIt += led.get(i).height();
      without += alone.get(i).height();
    }
    assertEquals(-14, withIt, 0.2);
    assertTrue(without < -20, "without: " + without);
  }

  @Test
  void aSideEndsOnceItIsFarBelow() {
    List<DensityProfile.Top> tops = profile(3, new double[SIZE], 1.5, 4000, 1, () -> {});
    assertEquals(5, tops.size(), "the points at -3 and 3 are left out");
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBits() {
    List<DensityProfile.Top> one = profile(0, new double[SIZE], 100, 200, 1, () -> {});
    List<DensityProfile.Top> two = profile(0, new double[SIZE], 100, 200, 4, () -> {});
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).height(), two.get(i).height(), 0);
      assertArrayEquals(one.get(i).at(), two.get(i).at(), 0);
    }
  }
}
