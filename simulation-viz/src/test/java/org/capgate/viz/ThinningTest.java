package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThinningTest {
  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noPointMovesByMoreThanTheTolerance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(2, 400);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = x[i - 1] + random.nextDouble(1);
      y[i] = y[i - 1] + random.nextDouble(-0.1, 0.1);
    }
    int[] kept = Thinning.keep(x, y);
    assertEquals(0, kept[0]);
    assertEquals(n - 1, kept[kept.length - 1]);
    for (int k = 1; k < kept.length; k++) {
      int a = kept[k - 1];
      int b = kept[k];
      for (int i = a; i <= b; i++) {
        double chord = Math.hypot(x[b] - x[a], y[b] - y[a]);
        double area = Math.abs((x[i] - x[a]) * (y[b] - y[a]) - (y[i] - y[a]) * (x[b] - x[a]));
        double distance = chord == 0 ? 0 : area / chord;
        assertTrue(distance <= Thinning.TOLERANCE_PIXELS, () -> "moved by " + distance);
      }
    }
  }

  @Test
  void straightLineKeepsItsEndsOnly() {
    double[] x = {0, 1, 2, 3, 10};
    assertArrayEquals(new int[] {0, 4}, Thinning.keep(x, x));
  }

  @Test
  void peakIsKept() {
    assertArrayEquals(
        new int[] {0, 1, 2}, Thinning.keep(new double[] {0, 1, 2}, new double[] {0, 5, 0}));
  }

  @Test
  void singlePointIsKept() {
    assertArrayEquals(new int[] {0}, Thinning.keep(new double[] {3}, new double[] {4}));
  }

  @Test
  void twoWeeksOfSamplesBecomeFewPoints() {
    Series course = DemoFigures.pulse("mood", 0, 1, 1, 2);
    double[] x = new double[course.size()];
    double[] y = new double[course.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = course.x(i) * 100;
      y[i] = course.y(i) * 200;
    }
    assertTrue(Thinning.keep(x, y).length < x.length / 3);
  }
}
