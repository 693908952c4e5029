package org.capgate.solver;

import org.capgate.dynamics.Event;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.RosenbrockStep;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.StepLanes;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.TrajectoryRecorder;
import org.jspecify.annotations.Nullable;

/**
 * One solution on its way: {@link #step} until it is {@link #finished}, look at the {@link #state}
 * reached or, with {@link #sample}, at any instant of the last step. Steps end at breakpoints of
 * the inputs. Allocates nothing after construction. Not thread-safe.
 */
public final class Stepping {
  /** Failed trials in a row (each a tenth of the one before) after which a step is given up. */
  private static final int MOST_FAILED_TRIALS = 12;

  private static final double SMALLEST_STEP_ULPS = 16.0;
  private static final double SMALLEST_STEP_HOURS = 1e-20; // at t = 0, where an ulp is nothing

  private final Equations equations;
  private final RosenbrockMethod method;
  private final ErrorNorm norm;
  private final AlgebraicEquations algebraic;
  private final FirstStep firstStep;
  private final double consistency;
  private final StepSizeControl control;
  private final RosenbrockStep attempts;
  private final boolean isShared;
  private final Segments segments;
  private final int size;

  private final double[] before; // state at the start of the last step
  private final double[] state;
  private final double[] sample;
  private final double[] stages; // of the last step, one after the other

  private double beforeHours;
  private double tHours;
  private double nextStepHours;
  private double triedHours; // size of the step proposed
  private boolean isLast; // whether it ends the segment
  private int failedTrials;
  private boolean stagesCopied;
  private boolean finished;

  /**
   * @param lane where the steps are attempted; null for a place of their own
   */
  Stepping(
      Equations equations,
      RosenbrockMethod method,
      Tolerances tolerances,
      TimeSpan span,
      @Nullable Lane lane) {
    OdeSystem system = equations.system();
    this.equations = equations;
    this.method = method;
    norm = new ErrorNorm(system, tolerances);
    algebraic = new AlgebraicEquations(equations, norm);
    firstStep = new FirstStep(equations, norm, algebraic, method.order());
    consistency = Math.max(1e-13, 1e-4 * tolerances.relative());
    control = new StepSizeControl(method.order());
    RosenbrockStep together =
        lane == null ? null : equations.evaluator().newStep(lane.lanes, lane.index);
    isShared = together != null;
    attempts = together == null ? ownSteps(equations, method) : together;
    attempts.setTolerances(tolerances.absoluteOf(system), tolerances.relativeOf(system));
    segments = new Segments(system, span);
    size = system.size();
    before = new double[size];
    state = system.initialState();
    sample = new double[size];
    stages = new double[size * method.stages()];
    tHours = span.startHours();
    beforeHours = tHours;
    enterNextSegment();
  }

  private static RosenbrockStep ownSteps(Equations equations, RosenbrockMethod method) {
    RosenbrockStep made = equations.evaluator().newStep(method);
    return made == null ? new LoopedStep(equations, method) : made;
  }

  /** A place among others where steps are attempted together. */
  record Lane(StepLanes lanes, int index) {}

  /** Whether the end of the span has been reached. */
  public boolean finished() {
    return finished;
  }

  /** Time reached, in hours. */
  public double timeHours() {
    return tHours;
  }

  /** Time at the start of the last step, in hours; the time reached before the first one. */
  public double beforeHours() {
    return beforeHours;
  }

  /**
   * State reached: an array of this object, to be read only, overwritten by the next step. At a
   * breakpoint the algebraic variables are those just after it.
   */
  public double[] state() {
    return state;
  }

  /** The work done so far. */
  public Statistics statistics() {
    return equations.statistics();
  }

  /**
   * Takes one step, as often as needed with a smaller size, to at most the next breakpoint or the
   * end of the span.
   *
   * @throws IntegrationException when the equations cannot be solved
   * @throws IllegalStateException when finished
   */
  public void step() {
    if (finished) {
      throw new IllegalStateException("the solution has reached its end at t = " + tHours + " h");
    }
    if (propose()) {
      do {
        attempt();
      } while (!judge());
    }
  }

  /** Chooses the step to attempt next; false when only a rounding error of the span was left. */
  boolean propose() {
    if (tHours >= segments.toHours()) {
      enterNextSegment();
      if (finished) {
        return false;
      }
    }
    failedTrials = 0;
    propose(nextStepHours);
    return true;
  }

  private void propose(double stepHours) {
    isLast = tHours + 1.01 * stepHours >= segments.toHours(); // no sliver at the end
    triedHours = isLast ? segments.toHours() - tHours : stepHours;
    count();
    attempts.propose(tHours, triedHours, state);
  }

  /** Steps that are made from the equations do not count their own work. */
  private void count() {
    if (!(attempts instanceof LoopedStep)) {
      equations.countEvaluations(tHours, method.evaluations());
      equations.jacobianEvaluations++;
    }
    equations.factorisations++;
    equations.solves += method.stages();
  }

  /** Whether an attempt is made for other solutions, too. */
  boolean isShared() {
    return isShared;
  }

  /** Attempts the step proposed. */
  void attempt() {
    attempts.attempt();
  }

  /** Whether the step attempted is accepted; if not, a smaller one has been proposed. */
  boolean judge() {
    double error = Math.sqrt(attempts.error() / size);
    if (error <= 1.0) {
      accept(triedHours, isLast ? segments.toHours() : tHours + triedHours, error);
      return true;
    }
    double stepHours;
    if (error < Double.POSITIVE_INFINITY) {
      failedTrials = 0;
      stepHours = control.afterRejecting(triedHours, error);
    } else {
      if (++failedTrials >= MOST_FAILED_TRIALS) {
        throw failure(triedHours);
      }
      stepHours = control.afterFailing(triedHours);
    }
    equations.rejected++;
    if (stepHours < SMALLEST_STEP_ULPS * Math.ulp(tHours) || stepHours < SMALLEST_STEP_HOURS) {
      throw failedTrials > 0 ? failure(triedHours) : stepTooSmall(stepHours);
    }
    propose(stepHours);
    return false;
  }

  private void accept(double stepHours, double reachedHours, double error) {
    System.arraycopy(state, 0, before, 0, size);
    attempts.copyState(state);
    stagesCopied = false;
    beforeHours = tHours;
    tHours = reachedHours;
    equations.steps++;
    nextStepHours = control.afterAccepting(stepHours, error);
    equations.requireBounded(tHours, state);
    if (tHours >= segments.endHours()) {
      finished = true;
    }
  }

  private void enterNextSegment() {
    if (!segments.next()) { // only a rounding error of the span was left
      finished = true;
      return;
    }
    equations.evaluator().enterSegment(segments.index());
    tHours = segments.fromHours();
    beforeHours = tHours;
    equations.requireFiniteState(tHours, state);
    algebraic.solve(tHours, state, consistency);
    System.arraycopy(state, 0, before, 0, size);
    control.restart();
    nextStepHours = firstStep.hours(tHours, segments.toHours(), state);
  }

  /**
   * The state at an instant of the last step, from the continuous extension of the method, with the
   * algebraic equations solved: so conservation laws stated as algebraic equations hold in every
   * sample, and readouts are as accurate as the differential variables.
   *
   * @param atHours from the start to the end of the last step
   * @param out overwritten
   */
  public void sample(double atHours, double[] out) {
    interpolate(atHours, out);
    algebraic.polish(atHours, out, 10.0 * consistency);
  }

  /**
   * When an event happens within the last step: bisection on the continuous extension. Of several
   * sign changes within one step one is found, if their number is odd.
   *
   * @param toleranceHours length of the interval that is left, > 0
   * @return its end in hours, so that the sign has changed there; NaN when the sign is the same at
   *     both ends of the step
   */
  public double locate(Event event, double toleranceHours) {
    if (!(toleranceHours > 0)) {
      throw new IllegalArgumentException("toleranceHours must be > 0 h, but was " + toleranceHours);
    }
    double low = beforeHours;
    double high = tHours;
    boolean positive = event.value(low, before) > 0;
    if (low == high || positive == event.value(high, state) > 0) {
      return Double.NaN;
    }
    while (high - low > toleranceHours) {
      double middle = low + 0.5 * (high - low);
      if (middle <= low || middle >= high) { // no number is left between them
        break;
      }
      sample(middle, sample);
      if (positive == event.value(middle, sample) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private void interpolate(double atHours, double[] out) {
    if (atHours >= tHours) {
      System.arraycopy(state, 0, out, 0, size);
      return;
    }
    if (!stagesCopied) {
      attempts.copyStages(stages);
      stagesCopied = true;
    }
    double theta = (atHours - beforeHours) / (tHours - beforeHours);
    double rest = 1.0 - theta;
    for (int i = 0; i < size; i++) {
      out[i] = 0.0;
    }
    for (int stage = 0; stage < method.stages(); stage++) {
      double weight = 0.0;
      for (int row = method.denseRows() - 1; row >= 0; row--) {
        weight = weight * theta + method.denseWeight(row, stage);
      }
      int from = size * stage;
      for (int i = 0; i < size; i++) {
        out[i] += weight * stages[from + i];
      }
    }
    for (int i = 0; i < size; i++) {
      out[i] = before[i] * rest + theta * (state[i] + rest * out[i]);
    }
  }

  /** Records the samples up to the time reached. */
  void record(TrajectoryRecorder recorder) {
    while (recorder.nextHours() <= tHours) {
      if (recorder.needsAlgebraic()) {
        sample(recorder.nextHours(), sample);
      } else {
        interpolate(recorder.nextHours(), sample);
      }
      recorder.record(equations.evaluator(), sample);
    }
    while (finished && recorder.nextHours() <= segments.endHours()) { // a rounding error
      recorder.record(equations.evaluator(), state);
    }
  }

  private IntegrationException failure(double stepHours) {
    return algebraic.fold(tHours, state).orElseGet(() -> plainFailure(stepHours));
  }

  private IntegrationException plainFailure(double stepHours) {
    LoopedStep plain =
        attempts instanceof LoopedStep looped ? looped : new LoopedStep(equations, method);
    return plain.failure(tHours, stepHours, state);
  }

  private IntegrationException stepTooSmall(double stepHours) {
    return algebraic.fold(tHours, state).orElseGet(() -> vanishingStep(stepHours));
  }

  private IntegrationException vanishingStep(double stepHours) {
    double[] error = new double[size];
    double[] after = new double[size];
    attempts.copyState(after);
    attempts.copyStages(stages);
    for (int stage = 0; stage < method.stages(); stage++) {
      for (int i = 0; i < size; i++) {
        error[i] += method.errorWeight(stage) * stages[size * stage + i];
      }
    }
    int worst = norm.largest(error, state, after);
    String name = equations.name(worst);
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
            + state[worst]
            + ". Maybe loosen the relative tolerance; else the solution ends here, or an input jumps where no breakpoint is declared.");
  }
}
