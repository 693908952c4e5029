package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class EmulatorTest {
  private static final int DIMENSIONS = 4;
  private static final int EPOCHS = 800;

  /** One that bends, one that does not vary, one that has no end, one that twists. */
  private static double[] simulated(double[] x) {
    return new double[] {
      2 + x[0] - 3 * x[1] + 0.5 * x[2] * x[2],
      7,
      Double.POSITIVE_INFINITY,
      x[3] * x[0] - 0.25 * x[1] * x[3]
    };
  }

  private static List<double[]> points(String purpose, int count) {
    List<double[]> points = new ArrayList<>();
    RandomStream stream = RandomStream.of(1, 0, 0, purpose);
    for (int i = 0; i < count; i++) {
      double common = stream.nextGaussian();
      double[] point = new double[DIMENSIONS];
      Arrays.setAll(point, k -> 0.5 + 0.8 * common + 0.6 * stream.nextGaussian());
      points.add(point);
    }
    return points;
  }

  private static Emulator emulator(int epochs, int threads) {
    List<EmulatorFit.Sample> samples =
        points("samples", 1000).stream()
            .map(point -> new EmulatorFit.Sample(point, simulated(point), 0))
            .toList();
    return EmulatorFit.of(samples, epochs, 1, threads);
  }

  private static double[] at(Emulator emulator, double[] point) {
    double[] numbers = emulator.numbers();
    emulator.at(point, emulator.work(), numbers);
    return numbers;
  }

  @Test
  void whatASimulationGivesIsFollowedAtPointsNotSeen() {
    Emulator emulator = emulator(EPOCHS, 2);
    double squares = 0;
    double errors = 0;
    List<double[]> points = points("others", 300);
    for (double[] point : points) {
      double[] numbers = at(emulator, point);
      double[] expected = simulated(point);
      assertEquals(expected[1], numbers[1]);
      assertEquals(expected[2], numbers[2]);
      for (int k : new int[] {0, 3}) {
        squares += Math.pow(expected[k], 2) / points.size();
        errors += Math.pow(expected[k] - numbers[k], 2) / points.size();
      }
    }
    assertTrue(errors < 0.01 * squares, "%s of %s".formatted(errors, squares));
    assertEquals(0, emulator.errors()[1]);
    assertEquals(0, emulator.errors()[2]);
  }

  @Test
  void slopesAreThoseOfTheNumbers() {
    Emulator emulator = emulator(2, 1);
    double[] point = {0.3, -0.9, 1.5, 0.4};
    double[] factors = {1.5, 3, 4, -2};
    Layers.Work work = emulator.work();
    emulator.at(point, work, emulator.numbers());
    double[] slopes = new double[DIMENSIONS];
    emulator.addSlopes(point, work, factors, slopes);
    double step = 1e-5;
    for (int i = 0; i < DIMENSIONS; i++) {
      double[] below = point.clone();
      below[i] -= step;
      double[] above = point.clone();
      above[i] += step;
      double slope = (sum(emulator, above, factors) - sum(emulator, below, factors)) / (2 * step);
      assertEquals(slope, slopes[i], 1e-7 * Math.max(1, Math.abs(slope)));
    }
  }

  private static double sum(Emulator emulator, double[] point, double[] factors) {
    double[] numbers = at(emulator, point);
    return factors[0] * numbers[0] + factors[3] * numbers[3];
  }

  @Test
  void errorsAreTwiceTheScatterThatNothingFollows() {
    RandomStream stream = RandomStream.of(2, 0, 0, "scatter");
    List<EmulatorFit.Sample> samples =
        points("samples", 2000).stream()
            .map(
                point -> {
                  double[] numbers = {point[0] + 0.5 * stream.nextGaussian()};
                  return new EmulatorFit.Sample(point, numbers, 0);
                })
            .toList();
    Emulator emulator = EmulatorFit.of(samples, 30, 1, 2);
    assertEquals(1, emulator.errors()[0], 0.06);
  }

  @Test
  void threadsAndKeepingLeaveTheBitsAlone() {
    double[] point = {0.3, -0.2, 1.5, 0.4};
    Emulator one = emulator(3, 1);
    Emulator three = emulator(3, 3);
    Emulator kept = Emulator.of(one.toArray());
    assertArrayEquals(at(one, point), at(three, point), 0);
    assertArrayEquals(one.errors(), three.errors(), 0);
    assertArrayEquals(at(one, point), at(kept, point), 0);
    assertArrayEquals(one.toArray(), kept.toArray(), 0);
  }
}
