package org.capgate.solver;

import org.capgate.dynamics.RosenbrockMethod;

/**
 * RODAS3, a stiffly accurate Rosenbrock method of order 3(2) with 4 stages and 3 evaluations of the
 * right-hand side, for loose tolerances (Sandu et al. 1997 doi:10.1016/S1352-2310(97)83212-8, table
 * of the transformed form).
 *
 * <p>The continuous extension is ours: of order 2 within the step, with the two order conditions
 * and that of α² met exactly for every θ, and the least change in the free direction that ends at
 * the new state.
 */
final class Rodas3 {
  static final RosenbrockMethod METHOD =
      RosenbrockMethod.named("RODAS3", 3)
          .gamma(0.5)
          .stageWeights(row(), row(0), row(2, 0), row(2, 0, 1))
          .couplings(row(), row(4), row(1, -1), row(1, -1, -8.0 / 3.0))
          .times(0, 0, 1, 1)
          .timeDerivatives(0.5, 1.5, 0, 0)
          .stateWeights(2, 0, 1, 1)
          .errorWeights(0, 0, 0, 1)
          .denseWeights(row(3, -1, -1, -1), row(0, 0, -7.0 / 9.0, -1.0 / 3.0))
          .build();

  private Rodas3() {}

  private static double[] row(double... entries) {
    return entries;
  }
}
