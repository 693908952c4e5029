package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hipparchus, which shares no code with either integrator, as an independent witness. */
class OracleTest {
  static List<Integrator> integrators() {
    return List.of(Solvers.rodas4(1e-11), Solvers.dormandPrince853Reduced(1e-12));
  }

  /**
   * The Brusselator with A = 1, B = 3 in its limit cycle (Hairer, Nørsett and Wanner 1993, section
   * I.16).
   */
  private static TestSystem brusselator() {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = 1.0 + y[0] * y[0] * y[1] - 4.0 * y[0];
            f[1] = 3.0 * y[0] - y[0] * y[0] * y[1];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = 2.0 * y[0] * y[1] - 4.0;
            dfdy[1] = y[0] * y[0];
            dfdy[2] = 3.0 - 2.0 * y[0] * y[1];
            dfdy[3] = -y[0] * y[0];
          }
        },
        1.5,
        3.0);
  }

  private static double[] oracle(TestSystem system, double endHours) {
    OdeSystem.Evaluator evaluator = system.newEvaluator();
    OrdinaryDifferentialEquation equations =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return system.size();
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            double[] f = new double[y.length];
            evaluator.rhs(t, y, f);
            return f;
          }
        };
    DormandPrince853Integrator oracle = new DormandPrince853Integrator(1e-10, 1.0, 1e-13, 1e-13);
    return oracle
        .integrate(equations, new ODEState(0.0, system.initialState()), endHours)
        .getPrimaryState();
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void aNonlinearOscillationAgreesWithHipparchusToOneInTenToTheEight(Integrator integrator) {
    for (double endHours : new double[] {1.0, 5.0, 20.0}) {
      Trajectory run =
          integrator.solve(brusselator(), TimeSpan.hours(0, endHours), Sampling.endOnly());
      double[] expected = oracle(brusselator(), endHours);
      assertEquals(expected[0], run.last("y0"), 1e-8 * expected[0]);
      assertEquals(expected[1], run.last("y1"), 1e-8 * expected[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void anIndexOneSystemAgreesWithItsExactSolutionToOneInTenToTheEight(Integrator integrator) {
    Trajectory run =
        integrator.solve(TestProblems.indexOne(), TimeSpan.hours(0, 20), Sampling.everyHours(0.1));
    for (double t : run.timesHours()) {
      double[] exact = TestProblems.indexOneSolution(t);
      assertEquals(exact[0], run.valueAt("y0", t), 1e-8 * exact[0]);
      assertEquals(exact[1], run.valueAt("y1", t), 1e-8 * exact[1]);
    }
  }
}
