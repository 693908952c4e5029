package org.capgate.dynamics;

/**
 * Tries steps of one Rosenbrock method on one system, during one solve: first a step is proposed,
 * then attempted, then its results are asked for. Not thread-safe.
 */
public interface RosenbrockStep {
  /**
   * Sets what errors are measured by: absolute + relative · max(|before|, |after|).
   *
   * @param absolute one per variable, in its unit, > 0; copied
   * @param relative one per variable, ≥ 0; copied
   */
  void setTolerances(double[] absolute, double[] relative);

  /**
   * Says which step, within the segment entered last, is to be attempted next.
   *
   * @param tHours time at its start
   * @param stepHours its size, > 0
   * @param y state at its start; copied
   */
  void propose(double tHours, double stepHours, double[] y);

  /** Attempts the step proposed; in {@link StepLanes}, those of all lanes. */
  void attempt();

  /** Sum over variables of (error / tolerance)² of the last attempt; not finite when it failed. */
  double error();

  /** Writes the state that the last attempt led to, one entry per variable. */
  void copyState(double[] to);

  /** Writes the stages u_i of the last attempt, one after the other. */
  void copyStages(double[] to);
}
