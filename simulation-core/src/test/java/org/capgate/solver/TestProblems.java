package org.capgate.solver;

/** Systems with known solutions. */
public final class TestProblems {
  private TestProblems() {}

  /** y' = −y, y(0) = 1. */
  public static TestSystem decay() {
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
  public static TestSystem oscillator() {
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
  public static TestSystem nonAutonomous() {
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
  public static TestSystem indexOne() {
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
  public static double[] indexOneSolution(double t) {
    double d = 1.0 / Math.sqrt(2.0 + 2.0 * t - StrictMath.cos(t));
    return new double[] {d, d * (1.0 + 0.5 * StrictMath.sin(t))};
  }

  /** Robertson's chemical kinetics with the third equation as conservation of mass. */
  public static TestSystem robertson() {
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
  public static TestSystem vanDerPol(double mu) {
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

  /**
   * Two populations firing within milliseconds, a signal of hours and a plasticity of days, with a
   * dose at 24 h that is cleared with a rate of 1 per hour. Variables: signal, plasticity,
   * excitatory and inhibitory rate.
   *
   * @param explicitRates whether the rates are differential with 20 ms and 10 ms, or algebraic
   */
  public static TestSystem circuit(boolean explicitRates) {
    double tauExcitatoryHours = explicitRates ? 20e-3 / 3600.0 : 1.0;
    double tauInhibitoryHours = explicitRates ? 10e-3 / 3600.0 : 1.0;
    TestSystem.Equations equations =
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            double dose = dose(segment, t);
            double driveE = 6.0 * (1.0 + y[1]) + 0.3 * y[2] - 0.5 * y[3];
            double driveI = 4.0 * (1.0 - 0.6 * dose) + 0.5 * y[2] - 0.1 * y[3];
            f[0] = (0.1 * y[2] - y[0]) / 6.0;
            f[1] = (y[0] * y[0] / (1.0 + y[0] * y[0]) - y[1]) / 48.0;
            f[2] =
                (100.0 * driveE * driveE / (400.0 + driveE * driveE) - y[2]) / tauExcitatoryHours;
            f[3] =
                (100.0 * driveI * driveI / (400.0 + driveI * driveI) - y[3]) / tauInhibitoryHours;
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            double dose = dose(segment, t);
            double driveE = 6.0 * (1.0 + y[1]) + 0.3 * y[2] - 0.5 * y[3];
            double driveI = 4.0 * (1.0 - 0.6 * dose) + 0.5 * y[2] - 0.1 * y[3];
            double slopeE = slope(driveE) / tauExcitatoryHours;
            double slopeI = slope(driveI) / tauInhibitoryHours;
            double denominator = 1.0 + y[0] * y[0];
            dfdy[0] = -1.0 / 6.0;
            dfdy[2] = 0.1 / 6.0;
            dfdy[4] = 2.0 * y[0] / (denominator * denominator) / 48.0;
            dfdy[5] = -1.0 / 48.0;
            dfdy[9] = 6.0 * slopeE;
            dfdy[10] = 0.3 * slopeE - 1.0 / tauExcitatoryHours;
            dfdy[11] = -0.5 * slopeE;
            dfdy[14] = 0.5 * slopeI;
            dfdy[15] = -0.1 * slopeI - 1.0 / tauInhibitoryHours;
          }

          @Override
          public void timeDerivative(int segment, double t, double[] y, double[] dfdt) {
            double dose = dose(segment, t);
            double driveI = 4.0 * (1.0 - 0.6 * dose) + 0.5 * y[2] - 0.1 * y[3];
            java.util.Arrays.fill(dfdt, 0.0);
            dfdt[3] = slope(driveI) / tauInhibitoryHours * 4.0 * 0.6 * dose; // d(dose)/dt = −dose
          }

          private double dose(int segment, double t) {
            return segment == 0 ? 0.0 : StrictMath.exp(24.0 - t);
          }

          private double slope(double drive) {
            double denominator = 400.0 + drive * drive;
            return 100.0 * 800.0 * drive / (denominator * denominator);
          }
        };
    return new TestSystem(
        explicitRates ? 4 : 2, new double[] {0.5, 0.3, 5.0, 5.0}, new double[] {24.0}, equations);
  }
}
