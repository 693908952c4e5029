package org.capgate.solver;

import java.util.OptionalInt;

/**
 * Tells whether two solutions of the algebraic equations meet in a state: a fold, beyond which
 * neither exists. Their Jacobian is singular there.
 */
final class FoldCheck {
  /**
   * Largest response of an algebraic variable, relative to its size, to a relative change of an
   * equation at which two solutions count as apart; it is about 1 far from a fold. The response
   * grows as one over the distance of the two, and steps fail when that is tiny.
   */
  private static final double LARGEST_RESPONSE = 100;

  private final int size; // all variables
  private final int first; // of the algebraic ones
  private final double[] scale; // by algebraic variable

  /**
   * @param scale size of each algebraic variable, > 0; not copied
   */
  FoldCheck(int size, int first, double[] scale) {
    this.size = size;
    this.first = first;
    this.scale = scale;
  }

  /**
   * The variable in which two solutions meet, if they do.
   *
   * @param jacobian of all equations, [size][size], row-major
   */
  OptionalInt variable(double[] jacobian) {
    int count = size - first;
    if (count == 0) {
      return OptionalInt.empty();
    }
    double[] block = new double[count * count];
    for (int i = 0; i < count; i++) {
      double largest = 0;
      for (int j = 0; j < count; j++) {
        double entry = jacobian[(first + i) * size + first + j] * scale[j];
        block[i * count + j] = entry;
        largest = Math.max(largest, Math.abs(entry));
      }
      for (int j = 0; j < count; j++) {
        block[i * count + j] /= largest;
      }
    }
    LinearSolver linear = new DenseLinearSolver(count);
    boolean isSingular = !linear.factor(block);
    int most = 0;
    double response = 0;
    for (int i = 0; i < count && !isSingular; i++) {
      double[] unit = new double[count];
      unit[i] = 1;
      linear.solve(unit);
      for (int j = 0; j < count; j++) {
        if (!(Math.abs(unit[j]) <= response)) {
          response = Math.abs(unit[j]);
          most = j;
        }
      }
    }
    return isSingular || !(response < LARGEST_RESPONSE)
        ? OptionalInt.of(first + most)
        : OptionalInt.empty();
  }
}
