package org.capgate.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int DRAWS = 200_000;

  /** Moments of DRAWS numbers: mean, variance, third and fourth central moment. */
  private static double[] moments(ToDoubleFunction<RandomStream> draw) {
    RandomStream stream = RandomStream.of(7L, 0, 0, "moments");
    double[] values = new double[DRAWS];
    double mean = 0.0;
    for (int i = 0; i < DRAWS; i++) {
      values[i] = draw.applyAsDouble(stream);
      mean += values[i] / DRAWS;
    }
    double[] moments = {mean, 0.0, 0.0, 0.0};
    for (double value : values) {
      double d = value - mean;
      moments[1] += d * d / DRAWS;
      moments[2] += d * d * d / DRAWS;
      moments[3] += d * d * d * d / DRAWS;
    }
    return moments;
  }

  /** Vectors kat_vectors of the authors' Random123 library. */
  @Test
  void philoxGivesThePublishedKnownAnswers() {
    long[] zeros = {0, 0, 0, 0};
    Philox.encrypt(zeros, 0, 0);
    assertArrayEquals(
        new long[] {
          0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL
        },
        zeros);
    long[] ones = {-1, -1, -1, -1};
    Philox.encrypt(ones, -1, -1);
    assertArrayEquals(
        new long[] {
          0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L
        },
        ones);
  }

  @Test
  void uniformNumbersHaveTheMomentsOfTheUniformDistribution() {
    double[] moments = moments(RandomStream::nextDouble);
    // Five standard errors: sqrt(1/12 / 200000) = 6.5e-4 for the mean, sqrt(1/180 / 200000) =
    // 1.7e-4 for the variance.
    assertEquals(0.5, moments[0], 5 * 6.5e-4);
    assertEquals(1.0 / 12.0, moments[1], 5 * 1.7e-4);
  }

  @Test
  void gaussianNumbersHaveTheMomentsOfTheNormalDistribution() {
    double[] moments = moments(RandomStream::nextGaussian);
    // Five standard errors: sqrt(1, 2, 6, 96 over 200000) for mean, variance, third and fourth
    // moment.
    assertEquals(0.0, moments[0], 5 * 2.3e-3);
    assertEquals(1.0, moments[1], 5 * 3.2e-3);
    assertEquals(0.0, moments[2], 5 * 5.5e-3);
    assertEquals(3.0, moments[3], 5 * 2.2e-2);
  }

  @Test
  void logUniformNumbersHaveUniformLogarithmsWithinTheirBounds() {
    double[] moments =
        moments(
            stream -> {
              double value = stream.logUniform(0.1, 10.0);
              assertTrue(value >= 0.1 && value <= 10.0, "out of bounds: " + value);
              return StrictMath.log10(value);
            });
    assertEquals(0.0, moments[0], 5 * 2 * 6.5e-4); // the uniform case, twice as wide
    assertEquals(4.0 / 12.0, moments[1], 5 * 4 * 1.7e-4);
  }

  @Test
  void integersAreUniformBelowTheirBound() {
    RandomStream stream = RandomStream.of(1L, 2, 3, "integers");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[stream.nextInt(7)]++;
    }
    for (int count : counts) {
      assertEquals(
          10_000, count, 5 * 93); // five standard deviations of a binomial, sqrt(70000 · 6/49)
    }
  }

  @Test
  void numbersDependOnTheKeyAndNotOnTheOrderOfCreationOrUse() {
    RandomStream early = RandomStream.of(5L, 1, 2, "density");
    RandomStream other = RandomStream.of(5L, 2, 2, "density");
    double first = early.nextGaussian();
    other.nextGaussian();
    other.nextGaussian();
    double second = early.nextGaussian();
    RandomStream late = RandomStream.of(5L, 1, 2, "density");
    assertEquals(first, late.nextGaussian());
    assertEquals(second, late.nextGaussian());
  }

  @Test
  void everyComponentOfTheKeyChangesTheStream() {
    long reference = RandomStream.of(5L, 1, 2, "density").nextLong();
    assertNotEquals(reference, RandomStream.of(6L, 1, 2, "density").nextLong());
    assertNotEquals(reference, RandomStream.of(5L, 2, 2, "density").nextLong());
    assertNotEquals(reference, RandomStream.of(5L, 1, 3, "density").nextLong());
    assertNotEquals(reference, RandomStream.of(5L, 1, 2, "Density").nextLong());
    assertNotEquals(reference, RandomStream.of(5L, 2, 1, "density").nextLong());
  }

  @Test
  void neighbouringStreamsShareNoNumbersAndAreUncorrelated() {
    Set<Long> seen = new HashSet<>();
    double correlation = 0.0;
    int pairs = 20_000;
    for (int animal = 0; animal < pairs; animal++) {
      RandomStream stream = RandomStream.of(0L, animal, 0, "size");
      RandomStream neighbour = RandomStream.of(0L, animal, 1, "size");
      long a = stream.nextLong();
      long b = neighbour.nextLong();
      assertTrue(seen.add(a) && seen.add(b), "a number was seen twice");
      correlation += ((a >> 11) * 0x1p-52) * ((b >> 11) * 0x1p-52) * 3.0 / pairs;
    }
    assertEquals(0.0, correlation, 5 / Math.sqrt(pairs)); // five standard errors
  }

  @Test
  void boundsThatMakeNoSenseAreRejectedWithTheirValues() {
    RandomStream stream = RandomStream.of(0L, 0, 0, "errors");
    for (Runnable call :
        List.<Runnable>of(
            () -> stream.logUniform(0.0, 1.0),
            () -> stream.logUniform(2.0, 1.0),
            () -> stream.uniform(0.0, Double.NaN),
            () -> stream.uniform(-Double.MAX_VALUE, Double.MAX_VALUE),
            () -> stream.nextInt(0))) {
      String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
      assertTrue(message.matches(".*but (was|were) .*"), message);
    }
  }
}
