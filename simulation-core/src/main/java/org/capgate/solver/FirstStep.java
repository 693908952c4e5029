package org.capgate.solver;

/**
 * Chooses the first step after a breakpoint: a small part of the time scales seen in the first and
 * second derivative of the solution, with the share such that an error of that scale and of the
 * order of the method meets the tolerance.
 */
final class FirstStep {
  private final Equations equations;
  private final ErrorNorm norm;
  private final AlgebraicEquations algebraic;
  private final int order;
  private final int size;
  private final int differential;
  private final double[] f;
  private final double[] dfdt;
  private final double[] jacobian;
  private final double[] rate;
  private final double[] curvature;

  FirstStep(Equations equations, ErrorNorm norm, AlgebraicEquations algebraic, int order) {
    this.equations = equations;
    this.norm = norm;
    this.algebraic = algebraic;
    this.order = order;
    size = equations.system().size();
    differential = equations.system().differentialSize();
    f = new double[size];
    dfdt = new double[size];
    jacobian = new double[size * size];
    rate = new double[size];
    curvature = new double[size];
  }

  /** The size in hours, at most up to the end of the segment. */
  double hours(double tHours, double endHours, double[] state) {
    equations.rhsOrFail(tHours, state, f);
    equations.jacobianOrFail(tHours, state, jacobian);
    equations.timeDerivativeOrFail(tHours, state, dfdt);
    algebraic.rates(tHours, state, f, jacobian, dfdt, rate);
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
    double share = 0.3 * StepSizeControl.inverseRoot(magnitude, order);
    double inputs = Math.min(endHours - tHours, equations.evaluator().inputTimeHours());
    return Math.min(inputs, share * scale); // the scale of a settled system is infinite
  }
}
