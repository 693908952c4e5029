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
   * The natural logarithm of the density at a point that follows from numbers, up to a constant,
   * and its slopes, which may be rough: they only lead walks to where it is high.
   *
   * @param point where the numbers were given; not modified
   * @param numbers not modified
   * @param errors standard deviation of an error of each number that is to be allowed for, ≥ 0, not
   *     modified
   * @param byPoint receives the slopes by the point, the numbers held
   * @param byNumbers receives the slopes by the numbers
   * @return finite, or −∞ where the density is 0
   */
  double ofNumbers(
      double[] point, double[] numbers, double[] errors, double[] byPoint, double[] byNumbers);
}
