package org.capgate.compile;

import org.capgate.dynamics.RosenbrockMethod;

/**
 * One step of a Rosenbrock method for a system of equations, made from the equations, in one or
 * more lanes. Every lane is a solution of its own, with its own parameters, state and step size,
 * and has the same bits whatever the other lanes hold and however many there are. Immutable and
 * safe in any number of threads; what changes is in a {@link Workspace}.
 */
public final class StepKernel {
  private final StepPrograms step;
  private final int lanes;
  private final Routine elimination;
  private final Routine firstStage;
  private final Routine stage;
  private final Routine[] combinations;
  private final Routine finish;

  StepKernel(StepPrograms step, int lanes, Translator translator) {
    this.step = step;
    this.lanes = lanes;
    elimination = translator.translate(step.elimination(), lanes);
    firstStage = translator.translate(step.firstStage(), lanes);
    stage = translator.translate(step.stage(), lanes);
    combinations =
        step.combinations().stream()
            .map(combination -> translator.translate(combination, lanes))
            .toArray(Routine[]::new);
    finish = translator.translate(step.finish(), lanes);
  }

  /** The method whose step it is. */
  public RosenbrockMethod method() {
    return step.method();
  }

  /** Number of lanes. */
  public int lanes() {
    return lanes;
  }

  /** Arrays for one thread. */
  public Workspace newWorkspace() {
    return new Workspace();
  }

  /**
   * The arrays of one thread: of each, the lanes of the first entry, then those of the second, and
   * so on.
   */
  public final class Workspace {
    private final int n = step.variables();
    private final double[] q = new double[lanes * step.prepared()];
    private final double[] state = new double[lanes * n];
    private final double[] control = new double[lanes * (StepPrograms.TOLERANCES + 2 * n)];
    private final double[] factors = new double[lanes * step.factors()];
    private final double[] trail = new double[lanes * step.trail()];
    private final double[] u = new double[lanes * n];
    private final double[] work;
    private final double[][] effects = new double[step.method().instants()][lanes * step.inputs()];
    private final double[] effectsPerHour = new double[lanes * step.inputs()];

    private Workspace() {
      int longest = Math.max(elimination.workLength(), stage.workLength());
      longest = Math.max(longest, firstStage.workLength());
      for (Routine combination : combinations) {
        longest = Math.max(longest, combination.workLength());
      }
      work = new double[Math.max(longest, finish.workLength())];
    }

    /**
     * Sets what belongs to a solution.
     *
     * @param prepared parameters, see {@link Kernel#prepare}; copied
     * @param absolute tolerance of each variable, in its unit, > 0; copied
     * @param relative tolerance of each variable, ≥ 0; copied
     */
    public void enter(int lane, double[] prepared, double[] absolute, double[] relative) {
      spread(prepared, q, 0, lane);
      spread(absolute, control, StepPrograms.TOLERANCES, lane);
      spread(relative, control, StepPrograms.TOLERANCES + n, lane);
    }

    /**
     * Sets the inputs at an instant of the method, one entry per input; copied.
     *
     * @param instant see {@link RosenbrockMethod#instant}
     */
    public void setInputs(int lane, int instant, double[] inputs) {
      spread(inputs, effects[instant], 0, lane);
    }

    /**
     * The inputs of all lanes at an instant of the method, to be written to: entry i of a lane is
     * at {@code lane + lanes() · i}.
     */
    public double[] inputs(int instant) {
      return effects[instant];
    }

    /** Sets the rates of the inputs at the start of the step, per hour; copied. */
    public void setInputsPerHour(int lane, double[] inputsPerHour) {
      spread(inputsPerHour, effectsPerHour, 0, lane);
    }

    /**
     * Sets the step that is to be attempted next.
     *
     * @param stepHours h, > 0
     * @param y state at its start; copied
     */
    public void propose(int lane, double stepHours, double[] y) {
      control[lanes * StepPrograms.STEP + lane] = stepHours;
      spread(y, state, 0, lane);
    }

    private void spread(double[] from, double[] to, int entry, int lane) {
      for (int i = 0, at = lanes * entry + lane; i < from.length; i++, at += lanes) {
        to[at] = from[i];
      }
    }

    /** The part of an attempt before its stages: f, its derivatives, the factors of the matrix. */
    public void factorise() {
      elimination.run(state, q, effects[0], effectsPerHour, control, work, factors);
    }

    /** Attempts the steps proposed in all lanes; one without a step computes nothing of meaning. */
    public void attempt() {
      factorise();
      firstStage.run(state, q, trail, factors, control, work, u);
      for (int i = 0; i < combinations.length; i++) {
        combinations[i].run(state, u, trail, factors, control, work, trail);
        double[] effect = effects[step.method().instantOf(i + 1)];
        stage.run(trail, q, effect, factors, control, work, u);
      }
      finish.run(state, u, trail, factors, control, work, trail);
    }

    /**
     * Sum over variables of (error / tolerance)² of the last attempt; not finite when it failed.
     */
    public double error(int lane) {
      return trail[lanes * step.errorEntry() + lane];
    }

    /** Writes the state that the last attempt led to. */
    public void copyState(int lane, double[] to) {
      gather(trail, step.stateEntry(), to, lane);
    }

    /** Writes the stages u_i of the last attempt, one after the other. */
    public void copyStages(int lane, double[] to) {
      gather(trail, step.stageEntry(0), to, lane);
    }

    private void gather(double[] from, int entry, double[] to, int lane) {
      for (int i = 0, at = lanes * entry + lane; i < to.length; i++, at += lanes) {
        to[i] = from[at];
      }
    }
  }
}
