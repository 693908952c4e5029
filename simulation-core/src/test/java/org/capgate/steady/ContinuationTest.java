package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.capgate.dynamics.OdeSystem;
import org.capgate.solver.TestSystem;
import org.capgate.steady.SteadyStateException.Reason;
import org.junit.jupiter.api.Test;

/** Systems whose steady states and bifurcations are known exactly. */
class ContinuationTest {
  private static ChangingSystem changing(
      DoubleFunction<TestSystem.Equations> equations,
      Function<double[], Optional<String>> objection) {
    return new ChangingSystem() {
      @Override
      public OdeSystem at(double share, double[] state) {
        return TestSystem.ordinary(equations.apply(share), state);
      }

      @Override
      public OdeSystem relaxingAt(double share, double[] state) {
        return at(share, state);
      }

      @Override
      public Optional<String> objection(double share, double[] state) {
        return objection.apply(state);
      }
    };
  }

  private static ChangingSystem changing(DoubleFunction<TestSystem.Equations> equations) {
    return changing(equations, state -> Optional.empty());
  }

  /** x' = 0.4 − s − x²: rests at √(0.4 − s) until a fold at s = 0.4. */
  private static TestSystem.Equations fold(double s) {
    return scalar(x -> 0.4 - s - x * x, x -> -2 * x);
  }

  private static TestSystem.Equations scalar(
      Function<Double, Double> rate, Function<Double, Double> slope) {
    return new TestSystem.Equations() {
      @Override
      public void rhs(int segment, double t, double[] y, double[] f) {
        f[0] = rate.apply(y[0]);
      }

      @Override
      public void jacobian(int segment, double t, double[] y, double[] dfdy) {
        dfdy[0] = slope.apply(y[0]);
      }
    };
  }

  /** z' = (μ + i ω) z − |z|² z, the normal form of a Hopf bifurcation at μ = 0. */
  private static TestSystem.Equations hopf(double mu, double omega) {
    return new TestSystem.Equations() {
      @Override
      public void rhs(int segment, double t, double[] y, double[] f) {
        double r = y[0] * y[0] + y[1] * y[1];
        f[0] = mu * y[0] - omega * y[1] - r * y[0];
        f[1] = omega * y[0] + mu * y[1] - r * y[1];
      }

      @Override
      public void jacobian(int segment, double t, double[] y, double[] dfdy) {
        double r = y[0] * y[0] + y[1] * y[1];
        dfdy[0] = mu - r - 2 * y[0] * y[0];
        dfdy[1] = -omega - 2 * y[0] * y[1];
        dfdy[2] = omega - 2 * y[0] * y[1];
        dfdy[3] = mu - r - 2 * y[1] * y[1];
      }
    };
  }

  private static SteadyStateException loss(ChangingSystem change, double... start) {
    return assertThrows(SteadyStateException.class, () -> SteadyStates.follow(change, start));
  }

  @Test
  void aFoldIsNamedWithTheShareAtWhichItLies() {
    SteadyStateException none = loss(changing(ContinuationTest::fold), Math.sqrt(0.4));
    assertEquals(Reason.FOLD, none.reason(), none.getMessage());
    assertEquals(0.4, none.share().orElseThrow(), 2e-4); // the shortest stride is 1e-4
    assertTrue(none.eigenvalues().isEmpty());
    assertTrue(
        none.getMessage().contains("ends in a fold, where it meets an unstable one, at share 0."),
        none.getMessage());
  }

  @Test
  void whereABranchFoldsTheStateTheSystemFallsIntoIsFound() {
    // x' = x − x³ − s: from the upper branch, which folds at s = 2/√27 = 0.385, to the lower one
    ChangingSystem change = changing(s -> scalar(x -> x - x * x * x - s, x -> 1 - 3 * x * x));
    SteadyState rest = SteadyStates.follow(change, new double[] {1});
    double x = rest.valueOf("y0");
    assertEquals(-1.3247179572447460, x, 1e-9); // the only root of x³ − x + 1
    assertTrue(rest.isStable());
  }

  @Test
  void anOscillationIsNamedWithItsEigenvaluesPeriodAndShare() {
    double omega = 0.2;
    SteadyStateException none = loss(changing(s -> hopf(s - 0.3, omega)), 1e-3, 0);
    // strides from the known state: it starts at rest within 1e-3
    assertEquals(Reason.OSCILLATION, none.reason(), none.getMessage());
    assertEquals(0.3, none.share().orElseThrow(), 2e-4);
    Eigenvalues pair = none.eigenvalues().orElseThrow();
    assertEquals(omega, pair.leadingImaginaryPerHour(), 1e-9);
    assertEquals(0, pair.leadingRealPerHour(), 2e-4);
    assertEquals(
        2 * Math.PI / omega, none.periodHours().orElseThrow(), 0.01); // of the cycle itself
    assertTrue(none.getMessage().contains("period 31.4 h"), none.getMessage());
    assertTrue(none.getMessage().contains("goes round for ever in 31.4 h"), none.getMessage());
    assertTrue(none.getMessage().contains("from -0.837 to 0.837"), none.getMessage()); // √0.7
  }

  @Test
  void aStateThatCannotBeIsNotOneAndTheShareWhereItIsReachedIsNamed() {
    // x' = 0.25 − s − x, with x ≥ 0
    ChangingSystem change =
        changing(
            s -> scalar(x -> 0.25 - s - x, x -> -1.0),
            state -> state[0] < 0 ? Optional.of("x would be " + state[0]) : Optional.empty());
    SteadyStateException none = loss(change, 0.25);
    assertEquals(Reason.OUT_OF_RANGE, none.reason(), none.getMessage());
    assertEquals(0.25, none.share().orElseThrow(), 2e-4);
    assertTrue(none.getMessage().contains("leaves its range, x would be -"), none.getMessage());
  }

  @Test
  void aKnownStateThatIsUnstableIsSaidToBe() {
    ChangingSystem change = changing(s -> scalar(x -> 0.1 * x, x -> 0.1));
    SteadyStateException none = loss(change, 0);
    assertEquals(Reason.UNSTABLE, none.reason(), none.getMessage());
    assertEquals(0.1, none.eigenvalues().orElseThrow().leadingRealPerHour(), 1e-12);
    assertTrue(none.share().isEmpty() && none.periodHours().isEmpty());
    SteadyStateException turning =
        assertThrows(
            SteadyStateException.class,
            () ->
                SteadyStates.requireStable(
                    TestSystem.ordinary(hopf(0.1, 2), 0, 0), new double[2], "the middle"));
    assertEquals(Reason.OSCILLATION, turning.reason());
    assertTrue(
        turning
            .getMessage()
            .contains("the middle is unstable, eigenvalues 0.100 ± 2.00i per hour, period 3.14 h"),
        turning.getMessage());
    SteadyStates.requireStable(
        TestSystem.ordinary(hopf(-0.1, 2), 0, 0), new double[2], "the middle");
  }

  @Test
  void newtonsMethodFromAfarFindsStatesThatAreUnstableToo() {
    TestSystem.Equations unstable = scalar(x -> x - x * x * x, x -> 1 - 3 * x * x);
    SteadyState middle =
        SteadyStates.fromAfar(
            TestSystem.ordinary(unstable, 0.2), 0, new double[] {0.2}, java.util.Set.of());
    assertArrayEquals(new double[1], middle.state(), 1e-10);
    // atan overshoots without damping from here
    TestSystem.Equations flat = scalar(Math::atan, x -> 1 / (1 + x * x));
    assertEquals(
        0,
        SteadyStates.fromAfar(
                TestSystem.ordinary(flat, 20), 0, new double[] {20}, java.util.Set.of("y0"))
            .valueOf("y0"),
        1e-10);
    TestSystem.Equations rootless = scalar(x -> 1 + x * x, x -> 2 * x);
    SteadyStateException none =
        assertThrows(
            SteadyStateException.class,
            () ->
                SteadyStates.fromAfar(
                    TestSystem.ordinary(rootless, 1), 0, new double[] {1}, java.util.Set.of("y0")));
    assertEquals(Reason.NOT_FOUND, none.reason());
  }
}
