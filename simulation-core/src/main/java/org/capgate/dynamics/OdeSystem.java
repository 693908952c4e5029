package org.capgate.dynamics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system of ordinary differential and algebraic equations of index 1, with time in hours.
 *
 * <pre>M dy/dt = f(t, y),   M = diag(1, ..., 1, 0, ..., 0)</pre>
 *
 * The first {@link #differentialSize()} variables are differential; for the others the equation
 * reads 0 = f_i(t, y), and the block ∂f_algebraic/∂y_algebraic must be regular on the solution.
 * Inputs (doses, infusions) may jump, or change slope, at the {@link #breakpointsHours()
 * breakpoints} and are smooth between neighbours; differential variables are continuous everywhere,
 * algebraic ones may jump where the inputs jump.
 *
 * <p>Immutable and safe to share between threads; everything that changes during a solve lives in
 * an {@link Evaluator}.
 */
public interface OdeSystem {

  /** Number of variables, at least 1. */
  int size();

  /** Number of differential variables, in [0, size]; they come first. */
  int differentialSize();

  /** The variables in the order of y; names are unique, also against {@link #readouts()}. */
  List<Variable> variables();

  /** The quantities computed from (t, y), in the order of {@link Evaluator#readouts}. */
  List<Variable> readouts();

  /**
   * Whether a readout depends on algebraic variables, directly or through others. A sample of one
   * that does not can do without them.
   *
   * @param readout its place in {@link #readouts()}
   */
  default boolean readsAlgebraic(int readout) {
    return true;
  }

  /**
   * State at the start of the time span, a fresh array. Algebraic entries are a guess: the
   * integrator makes them consistent with the inputs at the start.
   */
  double[] initialState();

  /**
   * Times at which an input jumps or changes slope, in hours, ascending, a fresh array; may be
   * empty.
   */
  double[] breakpointsHours();

  /**
   * Checks that a run over a span loses nothing of what this system states about time, such as a
   * dose before its start. Every solver asks before it begins.
   *
   * @throws IllegalArgumentException naming what would be lost, and both times
   */
  default void requireSpan(TimeSpan span) {}

  /**
   * Lanes for steps of this system and of others with the same equations, when there are such that
   * save time; else null.
   */
  default @Nullable StepLanes newLanes(RosenbrockMethod method) {
    return null;
  }

  /** Work space for one solve, to be used by one thread at a time. Starts in segment 0. */
  Evaluator newEvaluator();

  /**
   * What a result must say about where it came from (specification hash, seed, version, ...);
   * defined order.
   */
  Map<String, String> provenance();

  /**
   * Evaluates the equations; not thread-safe. Arrays are the caller's and keep no reference in
   * here.
   */
  interface Evaluator {

    /**
     * Chooses the smooth piece of the inputs in which all later calls take place, until the next
     * call of this method. Segment k lies between breakpoints k − 1 and k; segment 0 before the
     * first, segment n after the last of n. At its ends the inputs take their one-sided limits.
     *
     * @param index in [0, number of breakpoints]
     */
    void enterSegment(int index);

    /**
     * Shortest time on which the inputs change in the segment entered last, in hours; the first
     * step in it is not longer. An input that starts from zero with a flat slope (absorption, then
     * equilibration) shows nothing at the breakpoint itself, so that without this bound a settled
     * system would be stepped across the whole dose. Infinite where the inputs are constant.
     */
    default double inputTimeHours() {
      return Double.POSITIVE_INFINITY;
    }

    /**
     * The right-hand side.
     *
     * @param y length size; not modified
     * @param f length size; overwritten with f(t, y), per hour for differential variables
     */
    void rhs(double tHours, double[] y, double[] f);

    /**
     * The Jacobian ∂f_i/∂y_j.
     *
     * @param y length size; not modified
     * @param dfdy length size², row-major: entry i·size + j. Holds zeros or the result of an
     *     earlier call on this evaluator when passed in, so entries that are zero by structure may
     *     be left alone
     */
    void jacobian(double tHours, double[] y, double[] dfdy);

    /**
     * The partial derivative ∂f/∂t at fixed y, through the inputs.
     *
     * @param y length size; not modified
     * @param dfdt length size; overwritten
     */
    void timeDerivative(double tHours, double[] y, double[] dfdt);

    /**
     * The readouts.
     *
     * @param y length size; not modified
     * @param out one entry per readout; overwritten
     */
    void readouts(double tHours, double[] y, double[] out);

    /**
     * Some of the readouts, with the same bits.
     *
     * @param y length size; not modified
     * @param wanted one entry per readout; not modified
     * @param out one entry per readout; those that are wanted are overwritten, others may be
     */
    default void readouts(double tHours, double[] y, boolean[] wanted, double[] out) {
      readouts(tHours, y, out);
    }

    /**
     * Which equation has no finite value at a state, or no finite derivative, and why: one clause
     * for a message. Null when all have one, or when the system does not know its equations. Slow.
     *
     * @param y length size; not modified
     */
    default @Nullable String missingValue(double tHours, double[] y) {
      return null;
    }

    /**
     * The steps of a method, when this system has faster ones than an integrator can make from the
     * functions above; else null. Steps read the inputs in the segment entered last.
     */
    default @Nullable RosenbrockStep newStep(RosenbrockMethod method) {
      return null;
    }

    /**
     * The same steps in one of the lanes of a system, when they fit in; else null.
     *
     * @param lanes from {@link OdeSystem#newLanes} of any system
     * @param lane in [0, lanes.count()); what was in it before is forgotten
     */
    default @Nullable RosenbrockStep newStep(StepLanes lanes, int lane) {
      return null;
    }
  }
}
