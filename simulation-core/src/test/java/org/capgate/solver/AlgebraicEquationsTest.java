package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlgebraicEquationsTest {
  /** 0 = atan(a) − d: undamped Newton diverges from |a| > 1.39. */
  private static TestSystem arctangent(double guess) {
    return new TestSystem(
        1,
        new double[] {0.5, guess},
        new double[0],
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = 0.0;
            f[1] = StrictMath.atan(y[1]) - y[0];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[2] = -1.0;
            dfdy[3] = 1.0 / (1.0 + y[1] * y[1]);
          }
        });
  }

  @ParameterizedTest(name = "from {0}")
  @ValueSource(doubles = {-30.0, -2.0, 0.0, 2.0, 10.0, 300.0})
  void dampingMakesNewtonConvergeFromAfar(double guess) {
    TestSystem system = arctangent(guess);
    AlgebraicEquations algebraic =
        new AlgebraicEquations(
            new Equations(system, 10_000), new ErrorNorm(system, Tolerances.relative(1e-6)));
    double[] y = system.initialState();
    algebraic.solve(0.0, y, 1e-13);
    assertEquals(StrictMath.tan(0.5), y[1], 1e-12);
    assertEquals(0.5, y[0], "the differential variable is left alone");
  }

  /** d' = −2 d and 0 = a − 3 d − t². */
  private static final TestSystem MOVING =
      new TestSystem(
          1,
          new double[] {0.5, 1.5},
          new double[0],
          new TestSystem.Equations() {
            @Override
            public void rhs(int segment, double t, double[] y, double[] f) {
              f[0] = -2 * y[0];
              f[1] = y[1] - 3 * y[0] - t * t;
            }

            @Override
            public void jacobian(int segment, double t, double[] y, double[] dfdy) {
              dfdy[0] = -2;
              dfdy[2] = -3;
              dfdy[3] = 1;
            }

            @Override
            public void timeDerivative(int segment, double t, double[] y, double[] dfdt) {
              dfdt[1] = -2 * t;
            }
          });

  @Test
  void algebraicVariablesMoveWithTheDifferentialOnesAndWithTime() {
    AlgebraicEquations algebraic =
        new AlgebraicEquations(
            new Equations(MOVING, 10_000), new ErrorNorm(MOVING, Tolerances.relative(1e-6)));
    double tHours = 4;
    double[] y = {0.5, 17.5};
    double[] rate = new double[2];
    algebraic.rates(
        tHours, y, new double[] {-1, 0}, new double[] {-2, 0, -3, 1}, new double[] {0, -8}, rate);
    assertEquals(-1, rate[0], 0);
    assertEquals(3 * -1 + 2 * tHours, rate[1], 1e-14); // a = 3 d + t²
  }
}
