package org.capgate.dynamics;

/** Tries steps of one Rosenbrock method on one system, during one solve; not thread-safe. */
public interface RosenbrockStep {
  /** In the results: sum over variables of (error / tolerance)²; not finite when a step failed. */
  int ERROR = 0;

  /** In the results: where the new state begins; the stages u_i follow one after the other. */
  int STATE = 1;

  /**
   * Sets what errors are measured by: absolute + relative · max(|before|, |after|).
   *
   * @param absolute one per variable, in its unit, > 0; copied
   * @param relative one per variable, ≥ 0; copied
   */
  void setTolerances(double[] absolute, double[] relative);

  /**
   * Tries a step within the segment entered last.
   *
   * @param tHours time at its start
   * @param stepHours its size, > 0
   * @param y state at its start; not modified
   * @return error, new state and stages; an array of this object, overwritten by the next attempt
   */
  double[] attempt(double tHours, double stepHours, double[] y);
}
