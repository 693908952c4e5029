package org.capgate.sampling;

import java.util.Optional;

/**
 * A density that follows from numbers which a simulation gives. The simulation takes long, what
 * follows from the numbers does not, and the numbers change smoothly with the point, so that they
 * can be emulated ({@link DreamZs}). Asked by several threads at once.
 */
public interface SimulatedDensity extends LogDensity {
  /**
   * The numbers at a point, as many at every one; empty where there are none and the density is 0.
   *
   * @param point not modified
   */
  Optional<double[]> numbers(double[] point);

  /**
   * The natural logarithm of the density of the inputs that follows from numbers, up to a constant.
   *
   * @param inputs where the numbers were given, one per dimension; not modified
   * @param numbers not modified
   * @param errors standard deviation of an error of each number that is to be allowed for, ≥ 0, not
   *     modified
   * @return finite, or −∞ where the density is 0
   */
  double ofNumbers(double[] inputs, double[] numbers, double[] errors);

  /**
   * An increasing function of a dimension; the numbers should be close to quadratic in these.
   *
   * @param value in the box
   */
  default double input(double value) {
    return value;
  }

  /** The value that has an input. */
  default double ofInput(double input) {
    return input;
  }

  /** The natural logarithm of the slope of the input, up to a constant. */
  default double logSlope(double value) {
    return 0;
  }
}
