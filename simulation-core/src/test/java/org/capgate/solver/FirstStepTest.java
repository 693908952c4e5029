package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FirstStepTest {
  /** y' = A y with A = [−100 100; 1 −1], which is not symmetric. */
  private static final TestSystem LINEAR =
      TestSystem.ordinary(
          new TestSystem.Equations() {
            @Override
            public void rhs(int segment, double t, double[] y, double[] f) {
              f[0] = -100 * y[0] + 100 * y[1];
              f[1] = y[0] - y[1];
            }

            @Override
            public void jacobian(int segment, double t, double[] y, double[] dfdy) {
              dfdy[0] = -100;
              dfdy[1] = 100;
              dfdy[2] = 1;
              dfdy[3] = -1;
            }
          },
          1,
          1.01);

  private final ErrorNorm norm = new ErrorNorm(LINEAR, Tolerances.relative(1e-6));
  private final Equations equations = new Equations(LINEAR, 10_000);

  private double hours(double endHours) {
    return new FirstStep(equations, norm, new AlgebraicEquations(equations, norm), 3)
        .hours(0, endHours, LINEAR.initialState());
  }

  @Test
  void whereTheSolutionBendsTheFirstStepIsAPartOfTheTimeItTakesToBend() {
    double[] y = LINEAR.initialState();
    double[] secondDerivative = {-101, 1.01}; // A·(A y) with A y = (1, −0.01)
    double magnitude = norm.of(y, y, y);
    double scale = Math.sqrt(magnitude / norm.of(secondDerivative, y, y));
    // 1e-5 for the root by arithmetic alone
    assertEquals(0.3 / Math.cbrt(magnitude) * scale, hours(1e6), 2e-5 * hours(1e6));
  }

  @Test
  void theFirstStepEndsWithTheSegment() {
    assertEquals(1e-9, hours(1e-9), 0);
  }
}
