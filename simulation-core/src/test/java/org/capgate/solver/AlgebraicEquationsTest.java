package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.capgate.dynamics.IntegrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** 0 = a² + b − d₀ + ¼ and 0 = a − 2 b − d₁ + ½: for d = (2, 3) the roots are a = 1.5, −2. */
  private static final TestSystem COUPLED =
      new TestSystem(
          2,
          new double[] {2, 3, 1.2, -0.3},
          new double[0],
          new TestSystem.Equations() {
            @Override
            public void rhs(int segment, double t, double[] y, double[] f) {
              f[0] = 0;
              f[1] = 0;
              f[2] = y[2] * y[2] + y[3] - y[0] + 0.25;
              f[3] = y[2] - 2 * y[3] - y[1] + 0.5;
            }

            @Override
            public void jacobian(int segment, double t, double[] y, double[] dfdy) {
              dfdy[8] = -1;
              dfdy[10] = 2 * y[2];
              dfdy[11] = 1;
              dfdy[13] = -1;
              dfdy[14] = 1;
              dfdy[15] = -2;
            }
          });

  private final Equations coupled = new Equations(COUPLED, 10_000);
  private final AlgebraicEquations equations =
      new AlgebraicEquations(coupled, new ErrorNorm(COUPLED, Tolerances.relative(1e-6)));

  @Test
  void coupledVariablesBehindDifferentialOnesAreFound() {
    double[] y = COUPLED.initialState();
    equations.solve(0, y, 1e-13);
    assertArrayEquals(new double[] {2, 3, 1.5, -0.5}, y, 1e-12);
    double[] other = {2, 3, -3, 0};
    equations.solve(0, other, 1e-13);
    assertArrayEquals(new double[] {2, 3, -2, -2.25}, other, 1e-12);
  }

  @Test
  void polishingUsesTheJacobianOfBeforeAsLongAsItContracts() {
    double[] y = COUPLED.initialState();
    equations.solve(0, y, 1e-13);
    long before = coupled.factorisations;
    double[] near = {2, 3, 1.5001, -0.4999};
    equations.polish(0, near, 1e-13);
    assertArrayEquals(new double[] {2, 3, 1.5, -0.5}, near, 1e-12);
    assertEquals(before, coupled.factorisations);

    double[] far = {2, 3, -2.001, -2.251}; // where the slope has the other sign
    equations.polish(0, far, 1e-13);
    assertArrayEquals(new double[] {2, 3, -2, -2.25}, far, 1e-12);
    assertEquals(before + 1, coupled.factorisations);
  }

  @Test
  void whatPolishingCannotImproveStaysAsItWas() {
    TestSystem none = parabola(1);
    AlgebraicEquations algebraic =
        new AlgebraicEquations(
            new Equations(none, 10_000), new ErrorNorm(none, Tolerances.relative(1e-6)));
    double[] y = {-1, 0.3}; // 0 = a² + 1
    algebraic.polish(0, y, 1e-13);
    assertArrayEquals(new double[] {-1, 0.3}, y);
  }

  /** J_aa a' = −(J_ad d' + ∂f/∂t), here 3 a' + b' = 0.4 and a' − 2 b' = −0.2. */
  @Test
  void ratesOfCoupledVariablesSolveTheDifferentiatedEquations() {
    double[] y = {2, 3, 1.5, -0.5};
    double[] dfdy = new double[16];
    COUPLED.equations().jacobian(0, 0, y, dfdy);
    double[] rate = new double[4];
    equations.rates(
        0, y, new double[] {0.7, -0.4, 0, 0}, dfdy, new double[] {0, 0, 0.3, -0.2}, rate);
    assertArrayEquals(new double[] {0.7, -0.4, 0.6 / 7, 1.0 / 7}, rate, 1e-15);
  }

  /** 0 = a² − d. */
  private static TestSystem parabola(double factor) {
    return new TestSystem(
        1,
        new double[] {4, 1},
        new double[0],
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = 0;
            f[1] = factor * (y[1] * y[1] - y[0]);
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[2] = -factor;
            dfdy[3] = 2 * factor * y[1];
          }
        });
  }

  @Test
  void aFoldIsWhereTheRootsMeetAndNowhereElse() {
    TestSystem system = parabola(1);
    AlgebraicEquations algebraic =
        new AlgebraicEquations(
            new Equations(system, 10_000), new ErrorNorm(system, Tolerances.relative(1e-6)));
    assertEquals(Optional.empty(), algebraic.fold(3, new double[] {4, 2}));
    IntegrationException fold = algebraic.fold(3, new double[] {0, 0}).orElseThrow();
    assertEquals(IntegrationException.Reason.FOLD, fold.reason());
    assertTrue(String.valueOf(fold.getMessage()).contains("two values of y1"), fold.getMessage());
    TestSystem broken = parabola(Double.NaN);
    AlgebraicEquations without =
        new AlgebraicEquations(
            new Equations(broken, 10_000), new ErrorNorm(broken, Tolerances.relative(1e-6)));
    assertEquals(Optional.empty(), without.fold(3, new double[] {4, 2}));
  }

  @Test
  void changesAreMeasuredInUnitsOfTheTolerance() {
    TestSystem system = parabola(1);
    ErrorNorm norm = new ErrorNorm(system, Tolerances.relative(1e-3).withAbsoluteOf("y1", 0.5));
    // scales 1e-5 + 1e-3·4 and 0.5 + 1e-3·100
    double first = 0.0401 / 0.00401;
    double second = 1.8 / 0.6;
    double[] change = {-0.0401, 1.8};
    double[] before = {4, 3};
    double[] after = {-2, -100};
    assertEquals(
        StrictMath.sqrt((first * first + second * second) / 2),
        norm.of(change, before, after),
        1e-12);
    assertEquals(0, norm.largest(change, before, after));
    assertEquals(1, norm.largest(new double[] {-0.0401, -18}, before, after));
    assertEquals(0, norm.largest(new double[] {0, 0}, before, after));
    assertEquals(0.01, norm.negligible(0), 1e-17);
    assertEquals(500, norm.negligible(1), 1e-12);
  }

  /** 0 = b − 3 and 0 = e^a, which has no root: each step goes one further down. */
  @Test
  void theEquationThatIsFarthestFromSolvedIsNamed() {
    TestSystem system =
        new TestSystem(
            1,
            new double[] {0, 1, 0},
            new double[0],
            new TestSystem.Equations() {
              @Override
              public void rhs(int segment, double t, double[] y, double[] f) {
                f[0] = 0;
                f[1] = y[1] - 3;
                f[2] = StrictMath.exp(y[2]);
              }

              @Override
              public void jacobian(int segment, double t, double[] y, double[] dfdy) {
                dfdy[4] = 1;
                dfdy[8] = StrictMath.exp(y[2]);
              }
            });
    AlgebraicEquations algebraic =
        new AlgebraicEquations(
            new Equations(system, 10_000), new ErrorNorm(system, Tolerances.relative(1e-6)));
    IntegrationException failure =
        assertThrows(
            IntegrationException.class, () -> algebraic.solve(7, system.initialState(), 1e-13));
    assertEquals(IntegrationException.Reason.ALGEBRAIC_EQUATIONS_UNSOLVED, failure.reason());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("did not converge in 60 iterations at t = 7.0 h"), message);
    assertTrue(message.contains("in the equation of y2 = -"), message);
  }

  /** A straight line needs one matrix, a correction, and one that says that it was the last. */
  @Test
  void whatASolutionCostsIsCounted() {
    Equations counted = new Equations(MOVING, 10_000);
    AlgebraicEquations algebraic =
        new AlgebraicEquations(counted, new ErrorNorm(MOVING, Tolerances.relative(1e-6)));
    double[] y = {0.5, 100};
    algebraic.solve(4, y, 1e-12);
    assertEquals(17.5, y[1], 1e-12);
    assertEquals(1, counted.factorisations);
    assertEquals(2, counted.solves);
    algebraic.polish(4, y, 1e-12);
    assertEquals(1, counted.factorisations);
    assertEquals(3, counted.solves);
    algebraic.rates(
        4, y, new double[] {-1, 0}, new double[] {-2, 0, -3, 1}, new double[2], new double[2]);
    assertEquals(2, counted.factorisations);
    assertEquals(4, counted.solves);
  }

  /** 0 = a − d: a correction is small by what the variable and the negligible are together. */
  @ParameterizedTest(name = "{0} off by {1} needs {2} corrections")
  @CsvSource({"1e6, 500, 1", "1e6, 2000, 2", "0.02, 2e-5, 1", "0.02, 4e-5, 2", "0, 0.9e-5, 1"})
  void accuracyIsRelativeToTheVariable(double root, double off, int corrections) {
    TestSystem system =
        new TestSystem(
            1,
            new double[] {root, root + off},
            new double[0],
            new TestSystem.Equations() {
              @Override
              public void rhs(int segment, double t, double[] y, double[] f) {
                f[0] = 0;
                f[1] = y[1] - y[0];
              }

              @Override
              public void jacobian(int segment, double t, double[] y, double[] dfdy) {
                dfdy[2] = -1;
                dfdy[3] = 1;
              }
            });
    ErrorNorm norm = new ErrorNorm(system, Tolerances.relative(1e-3));
    assertEquals(0.01, norm.negligible(1), 1e-15);
    Equations counted = new Equations(system, 10_000);
    double[] y = system.initialState();
    new AlgebraicEquations(counted, norm).solve(0, y, 1e-3);
    assertEquals(root, y[1], 1e-9);
    assertEquals(corrections, counted.solves);
  }
}
