package org.capgate.solver;

/** Systems with known solutions. */
final class TestProblems {
  private TestProblems() {}

  /** y' = −y, y(0) = 1. */
  static TestSystem decay() {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = -y[0];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = -1.0;
          }
        },
        1.0);
  }

  /** y0' = y1, y1' = −y0: (sin t, cos t). */
  static TestSystem oscillator() {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = y[1];
            f[1] = -y[0];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[1] = 1.0;
            dfdy[2] = -1.0;
          }
        },
        0.0,
        1.0);
  }

  /** y' = y² cos t, non-autonomous and nonlinear: y = 1/(2 − sin t). */
  static TestSystem nonAutonomous() {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = y[0] * y[0] * StrictMath.cos(t);
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = 2.0 * y[0] * StrictMath.cos(t);
          }

          @Override
          public void timeDerivative(int segment, double t, double[] y, double[] dfdt) {
            dfdt[0] = -y[0] * y[0] * StrictMath.sin(t);
          }
        },
        0.5);
  }

  /**
   * The index-1 system d' = −a d², 0 = a³ + a − (g³ + g) with g = d (1 + sin(t)/2), so that a = g:
   * d' = −d³ (1 + sin(t)/2), 1/d² = 1 + 2t + 1 − cos t.
   */
  static TestSystem indexOne() {
    return new TestSystem(
        1,
        new double[] {1.0, 1.0},
        new double[0],
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            double g = y[0] * (1.0 + 0.5 * StrictMath.sin(t));
            f[0] = -y[1] * y[0] * y[0];
            f[1] = g * g * g + g - y[1] * y[1] * y[1] - y[1];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            double factor = 1.0 + 0.5 * StrictMath.sin(t);
            double g = y[0] * factor;
            dfdy[0] = -2.0 * y[1] * y[0];
            dfdy[1] = -y[0] * y[0];
            dfdy[2] = (3.0 * g * g + 1.0) * factor;
            dfdy[3] = -3.0 * y[1] * y[1] - 1.0;
          }

          @Override
          public void timeDerivative(int segment, double t, double[] y, double[] dfdt) {
            double g = y[0] * (1.0 + 0.5 * StrictMath.sin(t));
            dfdt[0] = 0.0;
            dfdt[1] = (3.0 * g * g + 1.0) * y[0] * 0.5 * StrictMath.cos(t);
          }
        });
  }

  /** Solution of {@link #indexOne}: {d, a}. */
  static double[] indexOneSolution(double t) {
    double d = 1.0 / Math.sqrt(2.0 + 2.0 * t - StrictMath.cos(t));
    return new double[] {d, d * (1.0 + 0.5 * StrictMath.sin(t))};
  }

  /** Robertson's chemical kinetics with the third equation as conservation of mass. */
  static TestSystem robertson() {
    return new TestSystem(
        2,
        new double[] {1.0, 0.0, 0.0},
        new double[0],
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            f[1] = 0.04 * y[0] - 1e4 * y[1] * y[2] - 3e7 * y[1] * y[1];
            f[2] = 1.0 - y[0] - y[1] - y[2];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = -0.04;
            dfdy[1] = 1e4 * y[2];
            dfdy[2] = 1e4 * y[1];
            dfdy[3] = 0.04;
            dfdy[4] = -1e4 * y[2] - 6e7 * y[1];
            dfdy[5] = -1e4 * y[1];
            dfdy[6] = -1.0;
            dfdy[7] = -1.0;
            dfdy[8] = -1.0;
          }
        });
  }

  /**
   * Van der Pol's oscillator y'' = μ (1 − y²) y' − y from (2, 0) in the time unit of its fast
   * motion.
   */
  static TestSystem vanDerPol(double mu) {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = y[1];
            f[1] = mu * (1.0 - y[0] * y[0]) * y[1] - y[0];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[1] = 1.0;
            dfdy[2] = -2.0 * mu * y[0] * y[1] - 1.0;
            dfdy[3] = mu * (1.0 - y[0] * y[0]);
          }
        },
        2.0,
        0.0);
  }
}
