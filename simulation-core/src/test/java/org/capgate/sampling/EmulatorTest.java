package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class EmulatorTest {
  private static final int DIMENSIONS = 4;

  /** One that bends, one that does not vary, one that has no end, one that twists. */
  private static double[] simulated(double[] x) {
    return new double[] {
      2 + x[0] - 3 * x[1] + 0.5 * x[2] * x[2],
      7,
      Double.POSITIVE_INFINITY,
      x[3] * x[0] - 0.25 * x[1] * x[3]
    };
  }

  private static Archive archive() {
    Archive archive = new Archive();
    RandomStream stream = RandomStream.of(1, 0, 0, "test");
    for (int i = 0; i < 400; i++) {
      double common = stream.nextGaussian();
      double[] point = new double[DIMENSIONS];
      Arrays.setAll(point, k -> 1 + (k + 1) * (0.8 * common + 0.6 * stream.nextGaussian()));
      archive.add(point, 0);
    }
    return archive;
  }

  private static List<EmulatorFit.Sample> samples(Archive archive) {
    List<EmulatorFit.Sample> samples = new ArrayList<>();
    for (int i = 0; i < archive.size(); i++) {
      double[] point = archive.point(i);
      samples.add(new EmulatorFit.Sample(point, simulated(point), -i % 50));
    }
    return samples;
  }

  private static Emulator emulator(int threads) {
    Archive archive = archive();
    return EmulatorFit.of(samples(archive), Axes.of(archive), threads);
  }

  @Test
  void quadraticFunctionsOfAPointAreFoundAgain() {
    Emulator emulator = emulator(1);
    assertEquals(2, emulator.varying());
    Archive archive = archive();
    double[] numbers = emulator.numbers();
    for (int i = 0; i < 50; i++) {
      double[] point = archive.point(i);
      emulator.put(emulator.at(emulator.axes().coordinates(point)), numbers);
      assertArrayEquals(simulated(point), numbers, 0.02 * deviationOfTwist());
    }
    assertEquals(0, emulator.errors()[1]);
    assertEquals(0, emulator.errors()[2]);
  }

  /** The penalty pulls coefficients towards 0 by a small share. */
  private static double deviationOfTwist() {
    return Math.sqrt(
        samples(archive()).stream()
            .mapToDouble(one -> one.numbers()[3] * one.numbers()[3])
            .average()
            .orElseThrow());
  }

  @Test
  void aStepAlongAnAxisGivesWhatTheWholeFormulaGives() {
    Emulator emulator = emulator(1);
    double[] point = archive().point(3);
    double[] coordinates = emulator.axes().coordinates(point);
    double[] values = emulator.at(coordinates);
    double[] moved = new double[values.length];
    double[] to = new double[DIMENSIONS];
    for (int axis = 0; axis < DIMENSIONS; axis++) {
      emulator.along(axis, 0.7, coordinates, values, new double[values.length], moved);
      emulator.axes().move(point, axis, 0.7, to);
      double[] there = emulator.axes().coordinates(to);
      assertEquals(coordinates[axis] + 0.7, there[axis], 1e-12);
      assertArrayEquals(emulator.at(there), moved, 1e-12);
    }
  }

  @Test
  void errorsAreTwiceTheScatterThatNoQuadraticFunctionFollows() {
    Archive archive = archive();
    RandomStream stream = RandomStream.of(2, 0, 0, "scatter");
    List<EmulatorFit.Sample> samples = new ArrayList<>();
    for (int i = 0; i < archive.size(); i++) {
      double[] numbers = {archive.point(i)[0] + 3 * stream.nextGaussian()};
      samples.add(new EmulatorFit.Sample(archive.point(i), numbers, 0));
    }
    Emulator emulator = EmulatorFit.of(samples, Axes.of(archive), 1);
    assertEquals(6, emulator.errors()[0], 0.4);
  }

  @Test
  void oneAndThreeThreadsFitTheSameBits() {
    double[] coordinates = {0.3, -0.2, 1.5, 0.4};
    assertArrayEquals(emulator(1).at(coordinates), emulator(3).at(coordinates), 0);
    assertArrayEquals(emulator(1).errors(), emulator(3).errors(), 0);
  }
}
