package org.capgate.steady;

import org.capgate.dynamics.OdeSystem;
import org.capgate.steady.SteadyStateException.Reason;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** One search for a steady state: the present guess and the steps that improve it. */
final class SteadyStateIteration implements PseudoTransient.Motion {
  /** The last correction relative to each variable at which a state counts as found. */
  private static final double ACCURACY = 1e-10;

  /** Variables smaller than this (µM, Hz, ...) count as if they had this size. */
  private static final double NEGLIGIBLE = 1e-2;

  private static final double LARGEST_FIRST_CORRECTION = 0.3;
  private static final int MOST_NEWTON_STEPS = 30;
  private static final int MOST_CONTINUATION_STEPS = 2_000;
  private static final double CHANGE_PER_STEP = 0.1;
  private static final double STANDSTILL_PER_HOUR = 1e15; // differential variables do not move
  private static final double RELAXATION_HOURS = 1e-5; // 36 ms, as membranes do

  private static final PseudoTransient CONTINUATION =
      new PseudoTransient(1e-6, 1e12, MOST_CONTINUATION_STEPS, CHANGE_PER_STEP, ACCURACY);

  /** What moves more slowly than in 10⁶ h counts as resting. */
  private static final PseudoTransient RELAXING =
      new PseudoTransient(1e-6, 1e6, 1_000, CHANGE_PER_STEP, ACCURACY);

  private static final int MOST_DAMPED_STEPS = 100;
  private static final int MOST_SWEEPS = 100;
  private static final double LARGEST_DAMPED_CORRECTION = 0.5;
  private static final double LEAST_DAMPING = 1e-6;

  private final OdeSystem system;
  private final double tHours;
  private final OdeSystem.Evaluator evaluator;
  private final int size;
  private final double[] state;
  private final double[] f;
  private final double[] trial;
  private final double[] trialF;
  private final double[] jacobian; // [size][size], row-major
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj correction;
  private final LinearSolverDense<DMatrixRMaj> linear;
  private final double[] stopped; // where the equations had no value
  private boolean isStoppedByValue;
  private final double[] newton; // a correction of which parts are tried
  private double relaxationHours; // of algebraic variables; 0 when they follow at once
  private int iterations;
  private double lastCorrection = Double.POSITIVE_INFINITY;

  SteadyStateIteration(OdeSystem system, double tHours, int segment, double[] guess) {
    this.system = system;
    this.tHours = tHours;
    evaluator = system.newEvaluator();
    evaluator.enterSegment(segment);
    size = system.size();
    state = guess.clone();
    f = new double[size];
    trial = new double[size];
    trialF = new double[size];
    jacobian = new double[size * size];
    matrix = new DMatrixRMaj(size, size);
    right = new DMatrixRMaj(size, 1);
    correction = new DMatrixRMaj(size, 1);
    linear = LinearSolverFactory_DDRM.lu(size);
    stopped = new double[size];
    newton = new double[size];
    evaluator.rhs(tHours, state, f);
    if (!allFinite(state) || !allFinite(f)) {
      int at = firstNotFinite(allFinite(state) ? f : state);
      throw withoutValue(
          state,
          "%s = %s and its equation gives %s at the start of the search"
              .formatted(name(at), state[at], f[at]));
    }
  }

  /**
   * Newton's method, given up as soon as the guess turns out not to be close; returns whether it
   * converged.
   */
  boolean convergeFromNearby() {
    double previous = 2.0 * LARGEST_FIRST_CORRECTION;
    for (int step = 0; step < MOST_NEWTON_STEPS; step++) {
      if (!solve(0.0)) {
        return false;
      }
      double length = length(0);
      boolean roundingErrorsOnly = length <= 1e3 * ACCURACY && length > 0.5 * previous;
      if (!(length <= 0.5 * previous) && !roundingErrorsOnly || !tryStep(1.0)) {
        return false;
      }
      acceptTrial(length);
      if (length <= ACCURACY || roundingErrorsOnly) {
        return length <= ACCURACY;
      }
      previous = length;
    }
    return false;
  }

  /** Pseudo-transient continuation; returns whether the state settled. */
  boolean follow() {
    if (!solveAlgebraicEquations()) {
      return false;
    }
    return CONTINUATION.settles(this);
  }

  /**
   * The same with algebraic variables that relax, so that the state may leave a branch that ends in
   * a fold for the one it would jump to; returns whether it settled.
   */
  boolean followRelaxing() {
    relaxationHours = RELAXATION_HOURS;
    boolean settled = RELAXING.settles(this);
    relaxationHours = 0.0;
    return settled;
  }

  @Override
  public double change(double perHour) {
    return solve(perHour) ? length(0) : Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean move(double change) {
    boolean defined = tryStep(1.0);
    if (defined) {
      acceptTrial(change);
    }
    return defined;
  }

  /**
   * Newton's method from afar: a step is shortened until the next correction, with the same matrix,
   * is shorter (natural monotonicity); returns whether it converged.
   */
  boolean convergeFromAfar() {
    double damping = 1.0;
    for (int step = 0; step < MOST_DAMPED_STEPS; step++) {
      if (!solve(0.0)) {
        return false;
      }
      double length = length(0);
      if (length <= ACCURACY) {
        boolean defined = tryStep(1.0);
        if (defined) {
          acceptTrial(length);
        }
        return defined;
      }
      System.arraycopy(correction.data, 0, newton, 0, size);
      damping = Math.min(Math.min(1.0, LARGEST_DAMPED_CORRECTION / length), 4.0 * damping);
      while (!isShorter(damping, length)) {
        damping *= 0.5;
        if (damping < LEAST_DAMPING) {
          return false;
        }
      }
      acceptTrial(length);
    }
    return false;
  }

  /**
   * Newton's method for every variable by itself, for equations that are nearly triangular: the
   * state is near to a root afterwards where the variables that stay are those of one.
   *
   * @param stays by variable, whether it keeps its value
   */
  void approachOneByOne(boolean[] stays) {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      evaluator.jacobian(tHours, state, jacobian);
      double largest = 0.0;
      for (int i = 0; i < size; i++) {
        double change = stays[i] ? 0.0 : -f[i] / jacobian[i * (size + 1)];
        correction.data[i] = change;
        largest = Math.max(largest, relative(change, i));
      }
      if (!tryStep(1.0) || largest <= ACCURACY) {
        return;
      }
      acceptTrial(largest);
    }
  }

  /** Tries a part of the correction in {@link #newton}; the next one is to be shorter. */
  private boolean isShorter(double damping, double length) {
    System.arraycopy(newton, 0, correction.data, 0, size);
    if (!tryStep(damping)) {
      return false;
    }
    System.arraycopy(trialF, 0, right.data, 0, size);
    linear.solve(right, correction);
    return length(0) <= (1.0 - 0.25 * damping) * length;
  }

  /** Newton's method on the algebraic variables alone, in steps of limited length. */
  private boolean solveAlgebraicEquations() {
    for (int step = 0; step < MOST_CONTINUATION_STEPS; step++) {
      if (!solve(STANDSTILL_PER_HOUR)) {
        return false;
      }
      double length = length(system.differentialSize());
      if (length <= ACCURACY) {
        return true;
      }
      if (!tryStep(Math.min(1.0, LARGEST_FIRST_CORRECTION / length))) {
        return false;
      }
      acceptTrial(length);
    }
    return false;
  }

  /** The present guess, a fresh array. */
  double[] state() {
    return state.clone();
  }

  /** Eigenvalues at the present guess, of a system without algebraic variables or with them. */
  Eigenvalues eigenvalues() {
    return result("").eigenvalues();
  }

  /** The state found. */
  SteadyState result(String method) {
    evaluator.jacobian(tHours, state, jacobian);
    double[] readouts = new double[system.readouts().size()];
    evaluator.readouts(tHours, state, readouts);
    if (!allFinite(readouts)) {
      int at = firstNotFinite(readouts);
      throw withoutValue(
          state, "%s is %s".formatted(system.readouts().get(at).name(), readouts[at]));
    }
    return new SteadyState(
        system, state, readouts, jacobian, residual(), lastCorrection, iterations, method);
  }

  SteadyStateException unsettled() {
    if (isStoppedByValue && evaluator.missingValue(tHours, stopped) != null) {
      return withoutValue(stopped, "");
    }
    int worst = 0;
    for (int i = 1; i < size; i++) {
      if (!(relative(f[i], i) <= relative(f[worst], worst))) {
        worst = i;
      }
    }
    return new SteadyStateException(
        Reason.NOT_FOUND,
        "the system does not settle: after %s steps %s = %s still has the rate %s per hour. It may oscillate or have no steady state with these parameters."
            .formatted(iterations, name(worst), state[worst], f[worst]));
  }

  /** Solves (M · perHour − J) δ = f at the present state; false when that is singular. */
  private boolean solve(double perHour) {
    evaluator.jacobian(tHours, state, jacobian);
    for (int i = 0; i < size * size; i++) {
      matrix.data[i] = -jacobian[i];
    }
    for (int i = 0; i < system.differentialSize(); i++) {
      matrix.data[i * (size + 1)] += perHour;
    }
    for (int i = system.differentialSize(); i < size; i++) {
      matrix.data[i * (size + 1)] += relaxationHours * perHour;
    }
    System.arraycopy(f, 0, right.data, 0, size);
    if (!allFinite(matrix.data)) {
      stop(state);
      return false;
    }
    if (!linear.setA(matrix)) {
      return false;
    }
    linear.solve(right, correction);
    return allFinite(correction.data); // it is not when the matrix is singular
  }

  private boolean tryStep(double damping) {
    for (int i = 0; i < size; i++) {
      trial[i] = state[i] + damping * correction.data[i];
    }
    evaluator.rhs(tHours, trial, trialF);
    if (allFinite(trialF)) {
      return true;
    }
    stop(trial);
    return false;
  }

  /** Remembers where the equations had no value, should the search get no further. */
  private void stop(double[] where) {
    System.arraycopy(where, 0, stopped, 0, size);
    isStoppedByValue = true;
  }

  private SteadyStateException withoutValue(double[] where, String seen) {
    String missing = evaluator.missingValue(tHours, where);
    return new SteadyStateException(
        Reason.NO_VALUE,
        "no steady state: %s. Check the parameters and the initial state."
            .formatted(missing == null ? seen : missing));
  }

  private void acceptTrial(double length) {
    System.arraycopy(trial, 0, state, 0, size);
    System.arraycopy(trialF, 0, f, 0, size);
    lastCorrection = length;
    isStoppedByValue = false;
    iterations++;
  }

  /** Largest correction relative to its variable, of the variables from a first one on. */
  private double length(int first) {
    double largest = 0.0;
    for (int i = first; i < size; i++) {
      largest = Math.max(largest, relative(correction.data[i], i));
    }
    return largest;
  }

  private double residual() {
    double largest = 0.0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, relative(f[i], i));
    }
    return largest;
  }

  private double relative(double change, int variable) {
    return Math.abs(change) / (Math.abs(state[variable]) + NEGLIGIBLE);
  }

  private String name(int variable) {
    return system.variables().get(variable).name();
  }

  private static boolean allFinite(double[] values) {
    double zero = 0.0;
    for (double value : values) {
      zero += 0.0 * value;
    }
    return zero == 0.0;
  }

  private static int firstNotFinite(double[] values) {
    int i = 0;
    while (Double.isFinite(values[i])) {
      i++;
    }
    return i;
  }
}
