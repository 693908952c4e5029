package org.capgate.solver;

import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Statistics;

/**
 * The equations as an integrator sees them during one solve: every call is counted, capped, and
 * checked for values that are not finite.
 */
final class Equations {
  /** A state beyond this has exploded, whatever its unit. */
  private static final double EXPLODED = 1e30;

  private final OdeSystem system;
  private final OdeSystem.Evaluator evaluator;
  private final long maximumEvaluations;
  private long rhsEvaluations;
  long jacobianEvaluations;
  long steps;
  long rejected;
  long factorisations;
  long solves;

  Equations(OdeSystem system, long maximumEvaluations) {
    if (system.variables().size() != system.size()
        || system.initialState().length != system.size()) {
      throw new IllegalArgumentException(
          "a system of size "
              + system.size()
              + " must have as many variables and initial values, but has "
              + system.variables().size()
              + " and "
              + system.initialState().length);
    }
    this.system = system;
    this.maximumEvaluations = maximumEvaluations;
    evaluator = system.newEvaluator();
  }

  OdeSystem system() {
    return system;
  }

  OdeSystem.Evaluator evaluator() {
    return evaluator;
  }

  String name(int variable) {
    return system.variables().get(variable).name();
  }

  Statistics statistics() {
    return new Statistics(
        steps, rejected, rhsEvaluations, jacobianEvaluations, factorisations, solves);
  }

  /** Evaluates the right-hand side; returns whether all of it is finite. */
  boolean rhs(double tHours, double[] y, double[] f) {
    countEvaluations(tHours, 1);
    evaluator.rhs(tHours, y, f);
    return allFinite(f);
  }

  /** Counts evaluations of the right-hand side that are about to be made; fails beyond the cap. */
  void countEvaluations(double tHours, int evaluations) {
    if (rhsEvaluations + evaluations > maximumEvaluations) {
      throw new IntegrationException(
          Reason.TOO_MANY_EVALUATIONS,
          null,
          tHours,
          "the right-hand side was evaluated "
              + maximumEvaluations
              + " times and t is only "
              + tHours
              + " h after "
              + steps
              + " steps. Maybe loosen the tolerance, or raise the cap"
              + " (withMaximumEvaluations), or use an implicit method if this one is explicit.");
    }
    rhsEvaluations += evaluations;
  }

  /** Evaluates the right-hand side at an accepted state, where it must be finite. */
  void rhsOrFail(double tHours, double[] y, double[] f) {
    if (!rhs(tHours, y, f)) {
      throw rhsNotFinite(tHours, y, f);
    }
  }

  /** Evaluates the Jacobian at an accepted state, where it must be finite. */
  void jacobianOrFail(double tHours, double[] y, double[] dfdy) {
    jacobianEvaluations++;
    evaluator.jacobian(tHours, y, dfdy);
    if (!allFinite(dfdy)) {
      int at = firstNotFinite(dfdy);
      int row = at / y.length;
      int column = at % y.length;
      throw notFinite(
          row,
          tHours,
          y,
          "the derivative of the equation of "
              + name(row)
              + " with respect to "
              + name(column)
              + " is "
              + dfdy[at]
              + " at t = "
              + tHours
              + " h, where "
              + name(column)
              + " = "
              + y[column]);
    }
  }

  /**
   * Evaluates the derivative with respect to time at an accepted state, where it must be finite.
   */
  void timeDerivativeOrFail(double tHours, double[] y, double[] dfdt) {
    evaluator.timeDerivative(tHours, y, dfdt);
    if (!allFinite(dfdt)) {
      int row = firstNotFinite(dfdt);
      throw notFinite(
          row,
          tHours,
          y,
          "the derivative of the equation of "
              + name(row)
              + " with respect to time is "
              + dfdt[row]
              + " at t = "
              + tHours
              + " h");
    }
  }

  /** Fails when the state has a value that is not finite. */
  void requireFiniteState(double tHours, double[] y) {
    if (!allFinite(y)) {
      int i = firstNotFinite(y);
      throw notFinite(i, tHours, y, name(i) + " is " + y[i] + " at t = " + tHours + " h");
    }
  }

  /** Fails when the state has grown beyond all bounds. */
  void requireBounded(double tHours, double[] y) {
    for (int i = 0; i < y.length; i++) {
      if (Math.abs(y[i]) > EXPLODED) {
        throw new IntegrationException(
            Reason.EXPLODED,
            name(i),
            tHours,
            name(i)
                + " exploded to "
                + y[i]
                + " at t = "
                + tHours
                + " h. Check the parameters: it grows without bound.");
      }
    }
  }

  /** The failure of a right-hand side that is not finite. */
  IntegrationException rhsNotFinite(double tHours, double[] y, double[] f) {
    int i = firstNotFinite(f);
    String what =
        i < system.differentialSize() ? "the rate of change of " : "the algebraic equation of ";
    return notFinite(
        i,
        tHours,
        y,
        what
            + name(i)
            + " is "
            + f[i]
            + " at t = "
            + tHours
            + " h, where "
            + name(i)
            + " = "
            + y[i]);
  }

  /** The failure of a step whose linear system has no finite solution. */
  IntegrationException unsolvableStep(double tHours, double stepHours, int variable) {
    return new IntegrationException(
        Reason.ALGEBRAIC_EQUATIONS_UNSOLVED,
        name(variable),
        tHours,
        "the linear system of a step of "
            + stepHours
            + " h is singular or overflows at t = "
            + tHours
            + " h; look first at variable "
            + name(variable)
            + ". Check the parameters.");
  }

  /** Names the equation that has no value where the system knows it, else what was seen of it. */
  private IntegrationException notFinite(int variable, double tHours, double[] y, String seen) {
    String missing = evaluator.missingValue(tHours, y);
    return new IntegrationException(
        Reason.NOT_FINITE,
        name(variable),
        tHours,
        "%s. Check the parameters and the initial state."
            .formatted(missing == null ? seen : "%s, at t = %s h".formatted(missing, tHours)));
  }

  static boolean allFinite(double[] values) {
    double zero = 0.0; // NaN from NaN and from both infinities; four sums, so that none waits
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      zero += 0.0 * values[i];
      second += 0.0 * values[i + 1];
      third += 0.0 * values[i + 2];
      fourth += 0.0 * values[i + 3];
    }
    for (; i < values.length; i++) {
      zero += 0.0 * values[i];
    }
    return zero + second + (third + fourth) == 0.0;
  }

  private static int firstNotFinite(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return i;
      }
    }
    throw new IllegalArgumentException("all values are finite");
  }
}
