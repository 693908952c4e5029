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
}
