package org.capgate.sensitivity;

/** Numbers that follow from other numbers. Safe in any number of threads. */
@FunctionalInterface
public interface Response {
  /**
   * The numbers at a point, always as many; a fresh array. All NaN where they have no value, as
   * when a subject has no settled state.
   *
   * @param point not modified
   */
  double[] at(double[] point);
}
