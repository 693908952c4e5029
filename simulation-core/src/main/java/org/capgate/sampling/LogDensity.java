package org.capgate.sampling;

/** The natural logarithm of a density, up to a constant. Asked by several threads at once. */
@FunctionalInterface
public interface LogDensity {
  /**
   * At a point.
   *
   * @param point one entry per dimension, inside the box; not modified
   * @return finite, or −∞ where the density is 0
   */
  double at(double[] point);

  /**
   * At a point, where anything below a bound may be answered as −∞: a jump is refused all the same,
   * and a density that is a product of probabilities need not be known to its last factor.
   */
  default double at(double[] point, double least) {
    return at(point);
  }
}
