package org.capgate.solver;

import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;
import org.capgate.dynamics.OdeSystem;

/**
 * Advances one solution by RODAS4, step by step: {@link #start} a smooth segment, {@link #step}
 * until it {@link #finished}, look at any instant of the last step with {@link #interpolate}.
 * Allocates nothing after construction. Not thread-safe.
 */
final class Rodas4Stepper {
  /** Failed trials in a row (each a tenth of the one before) after which a step is given up. */
  private static final int MOST_FAILED_TRIALS = 12;

  private static final double SMALLEST_STEP_ULPS = 16.0;
  private static final double SMALLEST_STEP_HOURS = 1e-20; // at t = 0, where an ulp is nothing

  private final Equations equations;
  private final ErrorNorm norm;
  private final AlgebraicEquations algebraic;
  private final double consistency;
  private final StepSizeControl control = new StepSizeControl();
  private final LinearSolver linear;
  private final int size;
  private final int differential;

  private final double[] before; // state at the start of the last step
  private final double[] state;
  private final double[] trial;
  private final double[] f0; // right-hand side at the start of the step
  private final double[] dfdt;
  private final double[] jacobian; // [size][size], row-major
  private final double[] matrix; // [size][size], row-major: M/(hγ) − J
  private final double[][] stage; // [stage][variable]
  private final double[] argument;
  private final double[] f;
  private final double[] denseP;
  private final double[] denseQ;

  private double beforeHours;
  private double tHours;
  private double endHours;
  private double nextStepHours;
  private double reachedHours; // end of the trial step

  Rodas4Stepper(Equations equations, Tolerances tolerances) {
    OdeSystem system = equations.system();
    this.equations = equations;
    norm = new ErrorNorm(system, tolerances);
    algebraic = new AlgebraicEquations(equations, norm);
    consistency = Math.max(1e-13, 1e-4 * tolerances.relative());
    size = system.size();
    differential = system.differentialSize();
    linear = new DenseLinearSolver(size);
    before = new double[size];
    state = new double[size];
    trial = new double[size];
    f0 = new double[size];
    dfdt = new double[size];
    jacobian = new double[size * size];
    matrix = new double[size * size];
    stage = new double[Rodas4Tableau.STAGES][size];
    argument = new double[size];
    f = new double[size];
    denseP = new double[size];
    denseQ = new double[size];
  }

  /**
   * Enters a smooth segment of the inputs, makes the algebraic variables consistent with them and
   * chooses the first step.
   *
   * @param y state at the start; copied
   */
  void start(int segment, double fromHours, double toHours, double[] y) {
    equations.evaluator().enterSegment(segment);
    System.arraycopy(y, 0, state, 0, size);
    tHours = fromHours;
    beforeHours = fromHours;
    endHours = toHours;
    equations.requireFiniteState(tHours, state);
    algebraic.solve(tHours, state, consistency);
    System.arraycopy(state, 0, before, 0, size);
    control.restart();
    evaluateAtState();
    nextStepHours = firstStepHours();
  }

  /** Whether the end of the segment has been reached. */
  boolean finished() {
    return tHours >= endHours;
  }

  /** Time reached, in hours. */
  double timeHours() {
    return tHours;
  }

  /** State reached: the stepper's own array, to be read only, overwritten by the next step. */
  double[] state() {
    return state;
  }

  /** Takes one step, as often as needed with a smaller size, to at most the end of the segment. */
  void step() {
    if (tHours > beforeHours) { // at the start of a segment they are known already
      evaluateAtState();
    }
    double stepHours = nextStepHours;
    int failedTrials = 0;
    while (true) {
      reachedHours = tHours + stepHours;
      if (tHours + 1.01 * stepHours >= endHours) { // not a sliver of a step at the end
        reachedHours = endHours;
        stepHours = endHours - tHours;
      }
      if (tryStep(stepHours)) {
        failedTrials = 0;
        double error = norm.of(stage[5], state, trial);
        if (error <= 1.0) {
          accept(stepHours, error);
          return;
        }
        stepHours = control.afterRejecting(stepHours, error);
      } else {
        if (++failedTrials >= MOST_FAILED_TRIALS) {
          throw trialFailure(stepHours);
        }
        stepHours = control.afterFailing(stepHours);
      }
      equations.rejected++;
      if (stepHours < SMALLEST_STEP_ULPS * Math.ulp(tHours) || stepHours < SMALLEST_STEP_HOURS) {
        throw failedTrials > 0 ? trialFailure(stepHours) : stepTooSmall(stepHours);
      }
    }
  }

  /**
   * The state within the last step, of order 3, or at the start of the segment if no step was
   * taken.
   *
   * @param atHours from the start to the end of the last step
   * @param out overwritten
   */
  void interpolate(double atHours, double[] out) {
    if (atHours >= tHours) {
      System.arraycopy(state, 0, out, 0, size);
      return;
    }
    double theta = (atHours - beforeHours) / (tHours - beforeHours);
    double rest = 1.0 - theta;
    for (int i = 0; i < size; i++) {
      out[i] = before[i] * rest + theta * (state[i] + rest * (denseP[i] + theta * denseQ[i]));
    }
  }

  /**
   * The state within the last step as {@link #interpolate} gives it, with the algebraic equations
   * solved: so conservation laws stated as algebraic equations hold in every sample, and readouts
   * are as accurate as the differential variables.
   */
  void sample(double atHours, double[] out) {
    interpolate(atHours, out);
    algebraic.polish(atHours, out, 10.0 * consistency);
  }

  private void evaluateAtState() {
    equations.rhsOrFail(tHours, state, f0);
    equations.jacobianOrFail(tHours, state, jacobian);
    equations.timeDerivativeOrFail(tHours, state, dfdt);
  }

  /**
   * Computes all stages and the new state; false when something is not finite or the matrix is
   * singular.
   */
  private boolean tryStep(double stepHours) {
    fillMatrix(1.0 / (stepHours * Rodas4Tableau.GAMMA));
    equations.factorisations++;
    System.arraycopy(
        f0, 0, f, 0, size); // so that a failure to factorise finds a finite right-hand side
    if (!linear.factor(matrix)) {
      return false;
    }
    for (int i = 0; i < Rodas4Tableau.STAGES; i++) {
      if (!computeStage(i, stepHours)) {
        return false;
      }
    }
    for (int i = 0; i < size; i++) {
      trial[i] = argument[i] + stage[5][i];
    }
    return Equations.allFinite(trial);
  }

  private void fillMatrix(double diagonal) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = -jacobian[i];
    }
    for (int i = 0; i < differential; i++) {
      matrix[i * (size + 1)] += diagonal;
    }
  }

  private boolean computeStage(int index, double stepHours) {
    double[] u = stage[index];
    if (index == 0) {
      System.arraycopy(f0, 0, u, 0, size);
    } else {
      System.arraycopy(state, 0, argument, 0, size);
      addStages(Rodas4Tableau.A[index], 1.0, argument, size);
      double time = Rodas4Tableau.TIME[index];
      double stageHours = time == 1.0 ? reachedHours : tHours + time * stepHours;
      if (!equations.rhs(stageHours, argument, f)) {
        return false;
      }
      System.arraycopy(f, 0, u, 0, size);
      addStages(Rodas4Tableau.C[index], 1.0 / stepHours, u, differential);
    }
    double timeWeight = stepHours * Rodas4Tableau.TIME_DERIVATIVE[index];
    for (int i = 0; i < size; i++) {
      u[i] += timeWeight * dfdt[i];
    }
    equations.solves++;
    linear.solve(u);
    return true;
  }

  /** Adds factor · Σ_j weights_j u_j to the first {@code count} entries of the sum. */
  private void addStages(double[] weights, double factor, double[] sum, int count) {
    for (int j = 0; j < weights.length; j++) {
      double[] u = stage[j];
      double weight = factor * weights[j];
      for (int i = 0; i < count; i++) {
        sum[i] += weight * u[i];
      }
    }
  }

  private void accept(double stepHours, double error) {
    for (int i = 0; i < size; i++) {
      double p = 0.0;
      double q = 0.0;
      for (int j = 0; j < Rodas4Tableau.DENSE_P.length; j++) {
        p += Rodas4Tableau.DENSE_P[j] * stage[j][i];
        q += Rodas4Tableau.DENSE_Q[j] * stage[j][i];
      }
      denseP[i] = p;
      denseQ[i] = q;
      before[i] = state[i];
      state[i] = trial[i];
    }
    beforeHours = tHours;
    tHours = reachedHours;
    equations.steps++;
    nextStepHours = control.afterAccepting(stepHours, error);
    equations.requireBounded(tHours, state);
  }

  /**
   * A first step that is a small part of the time scales seen in the first and second derivative of
   * the solution, with the share such that a fourth-order error of that scale meets the tolerance.
   */
  private double firstStepHours() {
    double[] rate = denseP;
    double[] curvature = denseQ;
    algebraic.rates(tHours, f0, jacobian, dfdt, rate);
    for (int i = 0; i < size; i++) {
      double sum = 0.0;
      if (i < differential) {
        sum = dfdt[i];
        for (int j = 0; j < size; j++) {
          sum += jacobian[i * size + j] * rate[j];
        }
      }
      curvature[i] = sum;
    }
    double magnitude = Math.max(1.0, norm.of(state, state, state));
    double scale =
        Math.min(
            magnitude / norm.of(rate, state, state),
            Math.sqrt(magnitude / norm.of(curvature, state, state)));
    double share = 0.3 / Math.sqrt(Math.sqrt(magnitude));
    double inputs = Math.min(endHours - tHours, equations.system().inputTimeHours());
    return Math.min(inputs, share * scale); // the scale of a settled system is infinite
  }

  private IntegrationException stepTooSmall(double stepHours) {
    String name = equations.name(norm.largest(stage[5], state, trial));
    return new IntegrationException(
        Reason.STEP_TOO_SMALL,
        name,
        tHours,
        "step fell to "
            + stepHours
            + " h at t = "
            + tHours
            + " h in variable "
            + name
            + " = "
            + state[norm.largest(stage[5], state, trial)]
            + ". Maybe loosen the relative tolerance; else the solution ends here, or an input jumps where no breakpoint is declared.");
  }

  private IntegrationException trialFailure(double stepHours) {
    if (!Equations.allFinite(f)) {
      return equations.rhsNotFinite(tHours + stepHours, argument, f);
    }
    String name = equations.name(norm.largest(stage[0], state, state));
    return new IntegrationException(
        Reason.ALGEBRAIC_EQUATIONS_UNSOLVED,
        name,
        tHours,
        "the linear system of a step of "
            + stepHours
            + " h is singular or overflows at t = "
            + tHours
            + " h; look first at variable "
            + name
            + ". Check the parameters.");
  }
}
