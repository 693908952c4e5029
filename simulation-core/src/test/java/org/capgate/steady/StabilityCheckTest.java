package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityCheckTest {
  private static final int SIZE = 12;
  private static final int DIFFERENTIAL = 9;

  /** Sparse, with rates from 0.01 to 100 per hour; the last variables follow at once. */
  private static double[] matrix(Random random, double coupling) {
    double[] matrix = new double[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      double rate = StrictMath.pow(10, 4 * random.nextDouble() - 2);
      for (int j = 0; j < SIZE; j++) {
        if (random.nextInt(3) == 0) {
          matrix[i * SIZE + j] = coupling * rate * random.nextGaussian();
        }
      }
      matrix[i * SIZE + i] = -rate;
    }
    return matrix;
  }

  private static double margin(double[] matrix) {
    double[] unscaled = new double[DIFFERENTIAL];
    Arrays.fill(unscaled, 1);
    return Eigenvalues.reduced(
            matrix,
            IntStream.range(0, DIFFERENTIAL).toArray(),
            IntStream.range(DIFFERENTIAL, SIZE).toArray(),
            unscaled)
        .stabilityMarginPerHour();
  }

  @Test
  void whatIsCertainIsWhatTheEigenvaluesSay() {
    Random random = new Random(1);
    int stable = 0;
    int certain = 0;
    int unstable = 0;
    for (int i = 0; i < 2000; i++) {
      double[] matrix = matrix(random, 0.2 + random.nextDouble());
      double margin = margin(matrix);
      boolean isCertain = StabilityCheck.isCertain(matrix, DIFFERENTIAL);
      if (margin > 0) {
        stable++;
        certain += isCertain ? 1 : 0;
      } else {
        unstable++;
        assertFalse(isCertain, "matrix " + i + " has the margin " + margin);
      }
    }
    assertTrue(unstable > 200, unstable + " unstable ones");
    assertTrue(certain > 0.95 * stable, certain + " certain of " + stable);
  }

  @Test
  void algebraicEquationsThatAreSingularAreNotCertain() {
    assertFalse(StabilityCheck.isCertain(new double[] {-1, 0, 1, 0}, 1));
  }
}
