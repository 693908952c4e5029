package org.capgate.dynamics;

/** Something that happens where a function of time and state changes its sign. */
@FunctionalInterface
public interface Event {
  /**
   * The function, continuous along the solution.
   *
   * @param y one entry per variable of the system; not modified
   */
  double value(double tHours, double[] y);
}
