package org.capgate.solver;

import java.util.Optional;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;

/**
 * The differential equations alone, as commons-math3 wants them: the algebraic ones are solved
 * within every evaluation, from the solution of the evaluation before.
 *
 * <p>Throws at the first value that is not finite. That is no luxury: the adaptive methods of
 * commons-math3 never accept nor give up a step whose error is NaN.
 */
final class ReducedEquations implements FirstOrderDifferentialEquations {
  private final Equations equations;
  private final AlgebraicEquations algebraic;
  private final double accuracy;
  private final int differential;
  private final double[] y; // differential: last seen; algebraic: last solution
  private final double[] f;
  private double lastHours;

  /**
   * @param accuracy of the algebraic variables, relative
   */
  ReducedEquations(Equations equations, ErrorNorm norm, double accuracy) {
    this.equations = equations;
    this.accuracy = accuracy;
    algebraic = new AlgebraicEquations(equations, norm);
    differential = equations.system().differentialSize();
    y = equations.system().initialState();
    f = new double[y.length];
  }

  /** Enters a smooth segment of the inputs at its start. */
  void enterSegment(int segment, double tHours, double[] differentialState) {
    equations.evaluator().enterSegment(segment);
    complete(tHours, differentialState);
  }

  /** All variables at given differential ones: the array of this object, to be read only. */
  double[] complete(double tHours, double[] differentialState) {
    lastHours = tHours;
    System.arraycopy(differentialState, 0, y, 0, differential);
    equations.requireFiniteState(tHours, y);
    equations.requireBounded(tHours, y);
    algebraic.solve(tHours, y, accuracy);
    return y;
  }

  @Override
  public int getDimension() {
    return differential;
  }

  @Override
  public void computeDerivatives(double tHours, double[] differentialState, double[] rate) {
    complete(tHours, differentialState);
    equations.rhsOrFail(tHours, y, f);
    System.arraycopy(f, 0, rate, 0, differential);
  }

  /**
   * The failure of a step that became too small, naming the variable that changes fastest for its
   * size.
   */
  IntegrationException stepTooSmall(RuntimeException cause) {
    Optional<IntegrationException> fold = algebraic.fold(lastHours, y);
    if (fold.isPresent()) {
      return fold.get();
    }
    int fastest = 0;
    double largest = -1.0;
    for (int i = 0; i < differential; i++) {
      double relativeRate = Math.abs(f[i]) / (Math.abs(y[i]) + Double.MIN_NORMAL);
      if (relativeRate > largest) {
        largest = relativeRate;
        fastest = i;
      }
    }
    String name = equations.name(fastest);
    IntegrationException failure =
        new IntegrationException(
            Reason.STEP_TOO_SMALL,
            name,
            lastHours,
            "step became too small at t = "
                + lastHours
                + " h in variable "
                + name
                + " = "
                + y[fastest]
                + ". Maybe loosen the tolerance or use an implicit method.");
    failure.initCause(cause);
    return failure;
  }
}
