package org.capgate.compile;

import java.util.function.Function;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.RosenbrockStep;

/**
 * One step of a Rosenbrock method for a system of equations, made from the equations. Immutable and
 * safe in any number of threads; what changes is in a {@link Workspace}.
 */
public final class StepKernel {
  private final StepPrograms step;
  private final Routine elimination;
  private final Routine stage;
  private final Routine[] combinations;
  private final Routine finish;

  StepKernel(StepPrograms step, Function<Program, Routine> translator) {
    this.step = step;
    elimination = translator.apply(step.elimination());
    stage = translator.apply(step.stage());
    combinations = step.combinations().stream().map(translator).toArray(Routine[]::new);
    finish = translator.apply(step.finish());
  }

  /** The method whose step it is. */
  public RosenbrockMethod method() {
    return step.method();
  }

  /** Arrays for one thread and one set of prepared parameters, see {@link Kernel#prepare}. */
  public Workspace newWorkspace(double[] q) {
    return new Workspace(q);
  }

  /** The arrays of one solve; belongs to one thread. */
  public final class Workspace {
    private final int n = step.variables();
    private final double[] q;
    private final double[] control = new double[StepPrograms.TOLERANCES + 2 * n];
    private final double[] factors = new double[step.factors()];
    private final double[] input = new double[2 * n];
    private final double[] u = new double[n];
    private final double[] stages = new double[n * step.method().stages()];
    private final double[] out = new double[RosenbrockStep.STATE + n + stages.length];
    private final double[] work;
    private final double[][] effects = new double[step.method().instants()][step.inputs()];
    private final double[] effectsPerHour = new double[step.inputs()];

    private Workspace(double[] q) {
      this.q = q;
      int longest = Math.max(elimination.workLength(), stage.workLength());
      for (Routine combination : combinations) {
        longest = Math.max(longest, combination.workLength());
      }
      work = new double[Math.max(longest, finish.workLength())];
    }

    /** Inputs at an instant of the method, to be filled before an attempt. */
    public double[] inputs(int instant) {
      return effects[instant];
    }

    /** Their rates at the start of the step, per hour, to be filled before an attempt. */
    public double[] inputsPerHour() {
      return effectsPerHour;
    }

    /**
     * Sets the tolerances.
     *
     * @param absolute one per variable, in its unit, > 0; copied
     * @param relative one per variable, ≥ 0; copied
     */
    public void setTolerances(double[] absolute, double[] relative) {
      System.arraycopy(absolute, 0, control, StepPrograms.TOLERANCES, n);
      System.arraycopy(relative, 0, control, StepPrograms.TOLERANCES + n, n);
    }

    /**
     * Tries a step.
     *
     * @param stepHours h, > 0
     * @param y state at its start; not modified
     * @return as {@link RosenbrockStep#attempt}
     */
    public double[] attempt(double stepHours, double[] y) {
      control[StepPrograms.STEP] = stepHours;
      RosenbrockMethod method = step.method();
      elimination.run(y, q, effects[0], effectsPerHour, control, work, factors);
      for (int i = 0; i < combinations.length; i++) {
        combinations[i].run(y, q, stages, factors, control, work, input);
        stage.run(input, q, effects[method.instantOf(i)], factors, control, work, u);
        System.arraycopy(u, 0, stages, i * n, n);
      }
      finish.run(y, q, stages, factors, control, work, out);
      System.arraycopy(stages, 0, out, RosenbrockStep.STATE + n, stages.length);
      return out;
    }
  }
}
