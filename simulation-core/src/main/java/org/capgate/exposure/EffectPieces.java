package org.capgate.exposure;

import java.util.Arrays;

/** Pieces of an {@link EffectTable} while they are found, in order of time. */
final class EffectPieces {

  private final int stride; // coefficients of a piece
  private int size;
  private double[] endsHours = new double[16];
  private double[] middlesHours = new double[16];
  private double[] perHalfWidth = new double[16];
  private double[] coefficients;

  EffectPieces(int targets) {
    this.stride = targets * EffectTable.COEFFICIENTS;
    this.coefficients = new double[16 * stride];
  }

  /**
   * Adds the next piece.
   *
   * @param coefficient [target][power], flat
   */
  void add(double endHours, double middleHours, double perHalf, double[] coefficient) {
    if (size == endsHours.length) {
      endsHours = Arrays.copyOf(endsHours, 2 * size);
      middlesHours = Arrays.copyOf(middlesHours, 2 * size);
      perHalfWidth = Arrays.copyOf(perHalfWidth, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size * stride);
    }
    endsHours[size] = endHours;
    middlesHours[size] = middleHours;
    perHalfWidth[size] = perHalf;
    System.arraycopy(coefficient, 0, coefficients, size * stride, stride);
    size++;
  }

  /** Adds the next piece, to be read from the closed form. */
  void addExact(double endHours) {
    add(endHours, 0, 0, new double[stride]);
  }

  double[] endsHours() {
    return Arrays.copyOf(endsHours, size);
  }

  double[] middlesHours() {
    return Arrays.copyOf(middlesHours, size);
  }

  double[] perHalfWidth() {
    return Arrays.copyOf(perHalfWidth, size);
  }

  /** [piece][target][power], flat. */
  double[] coefficients() {
    return Arrays.copyOf(coefficients, size * stride);
  }
}
