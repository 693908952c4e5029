package org.capgate.compile;

import org.capgate.dynamics.RosenbrockMethod;

/**
 * One step of a Rosenbrock method for a system of equations, made from the equations. Immutable and
 * safe in any number of threads; the arrays belong to the caller.
 */
public final class StepKernel {
  private final StepProgram step;
  private final Routine routine;

  StepKernel(StepProgram step, Routine routine) {
    this.step = step;
    this.routine = routine;
  }

  /** The method whose step it is. */
  public RosenbrockMethod method() {
    return step.method();
  }

  /** Length of the scratch array. */
  public int workLength() {
    return routine.workLength();
  }

  /** Length of the array that tells a step its size and the tolerances. */
  public int controlLength() {
    return step.controlLength();
  }

  /** Length of the array of results. */
  public int outLength() {
    return step.outLength();
  }

  /**
   * Writes the tolerances into the control array.
   *
   * @param absolute one per variable, in its unit, > 0
   * @param relative one per variable, ≥ 0
   */
  public void setTolerances(double[] control, double[] absolute, double[] relative) {
    System.arraycopy(absolute, 0, control, StepProgram.ABSOLUTE, step.variables());
    System.arraycopy(
        relative, 0, control, StepProgram.ABSOLUTE + step.variables(), step.variables());
  }

  /**
   * Tries a step.
   *
   * @param stepHours h, > 0
   * @param y state at the start of the step
   * @param q prepared parameters, see {@link Kernel#prepare}
   * @param u inputs at each instant of the method, one instant after the other
   * @param uRate du/dt at the start of the step, per hour
   * @param control with the tolerances set; the step size is written into it
   * @param work scratch
   * @param out overwritten: sum of squares of error over tolerance, new state, stages u_i; not
   *     finite when the step failed
   */
  public void attempt(
      double stepHours,
      double[] y,
      double[] q,
      double[] u,
      double[] uRate,
      double[] control,
      double[] work,
      double[] out) {
    control[StepProgram.STEP] = stepHours;
    routine.run(y, q, u, uRate, control, work, out);
  }
}
