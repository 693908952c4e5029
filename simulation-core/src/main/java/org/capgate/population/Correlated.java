package org.capgate.population;

import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/** Turns independent standard normal numbers into correlated ones. Immutable. */
final class Correlated {
  /**
   * A correlation of the normal numbers behind two varied ones.
   *
   * @param first index of one
   * @param second index of the other
   * @param value in (−1, 1)
   * @param place where it is stated
   */
  record Pair(int first, int second, double value, Place place) {}

  private final int size;
  private final double[] factor; // Cholesky's, [row][column], row-major

  /**
   * @param size how many numbers there are
   * @throws InputException where no numbers can be correlated so, at the pair from which on
   */
  Correlated(int size, List<Pair> pairs) {
    this.size = size;
    double[] matrix = new double[size * size];
    for (int i = 0; i < size; i++) {
      matrix[i * (size + 1)] = 1;
    }
    double[] found = cholesky(matrix);
    for (Pair pair : pairs) {
      matrix[pair.first() * size + pair.second()] = pair.value();
      matrix[pair.second() * size + pair.first()] = pair.value();
      found = cholesky(matrix);
      if (found.length == 0) {
        throw new InputException(
            pair.place(), "value: no numbers can have all of these correlations at once");
      }
    }
    factor = found;
  }

  /** Empty where the matrix is not positive definite. */
  private double[] cholesky(double[] matrix) {
    double[] lower = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double left = matrix[i * size + j];
        for (int k = 0; k < j; k++) {
          left -= lower[i * size + k] * lower[j * size + k];
        }
        if (i == j && !(left > 1e-12)) {
          return new double[0];
        }
        lower[i * size + j] = i == j ? Math.sqrt(left) : left / lower[j * size + j];
      }
    }
    return lower;
  }

  /** Replaces independent numbers by correlated ones. */
  void apply(double[] z) {
    for (int i = size - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += factor[i * size + j] * z[j];
      }
      z[i] = sum;
    }
  }
}
