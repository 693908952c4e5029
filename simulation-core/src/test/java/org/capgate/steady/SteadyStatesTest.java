package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.solver.Solvers;
import org.capgate.solver.TestProblems;
import org.capgate.solver.TestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStatesTest {
  private static final double EXCITATORY_TAU_HOURS = 20e-3 / 3600.0;
  private static final double INHIBITORY_TAU_HOURS = 10e-3 / 3600.0;

  /** y' = y − y³: rests at −1, 0 (unstable) and 1. */
  private static TestSystem twoWells(double start) {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = y[0] - y[0] * y[0] * y[0];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = 1.0 - 3.0 * y[0] * y[0];
          }
        },
        start);
  }

  /** y' = A y + b. */
  private static TestSystem linear(double[][] a, double[] b, double... start) {
    return TestSystem.ordinary(
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            for (int i = 0; i < y.length; i++) {
              f[i] = b[i];
              for (int j = 0; j < y.length; j++) {
                f[i] += a[i][j] * y[j];
              }
            }
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            for (int i = 0; i < y.length; i++) {
              System.arraycopy(a[i], 0, dfdy, i * y.length, y.length);
            }
          }
        },
        start);
  }

  @Test
  void aLinearSystemRestsWhereItMustWithItsEigenvalues() {
    // Eigenvalues −1 ± 2i and −5.
    double[][] a = {{-1.0, 2.0, 0.0}, {-2.0, -1.0, 0.0}, {0.0, 0.0, -5.0}};
    SteadyState rest =
        SteadyStates.find(linear(a, new double[] {5.0, 0.0, 5.0}, 9.0, 9.0, 9.0), 0.0);
    assertArrayEquals(new double[] {1.0, -2.0, 1.0}, rest.state(), 1e-12);
    assertEquals(-2.0, rest.valueOf("y1"), 1e-12);
    assertEquals(0.0, rest.valueOf("sum"), 1e-12, "a readout");
    assertArrayEquals(new double[] {-1.0, -1.0, -5.0}, rest.eigenvalues().realPerHour(), 1e-12);
    assertArrayEquals(new double[] {2.0, -2.0, 0.0}, rest.eigenvalues().imaginaryPerHour(), 1e-12);
    assertEquals(1.0, rest.eigenvalues().stabilityMarginPerHour(), 1e-12);
    assertTrue(
        rest.residual() < 1e-12 && rest.lastCorrection() < 1e-10, "residual " + rest.residual());
  }

  @ParameterizedTest(name = "from {0}")
  @ValueSource(doubles = {-3.0, -1.01, -0.001, 0.001, 0.1, 0.5, 40.0})
  void theSearchEndsInTheWellTheSystemItselfWouldSettleIn(double start) {
    SteadyState rest = SteadyStates.find(twoWells(start), 0.0);
    assertEquals(Math.signum(start), rest.valueOf("y0"), 1e-10);
    assertTrue(rest.isStable());
    assertEquals(-2.0, rest.eigenvalues().leadingRealPerHour(), 1e-9);
  }

  @Test
  void aSystemPutOnAnUnstableSteadyStateIsReportedAsUnstable() {
    SteadyState rest = SteadyStates.find(twoWells(0.0), 0.0);
    assertEquals(0.0, rest.valueOf("y0"));
    assertFalse(rest.isStable());
    assertEquals(-1.0, rest.eigenvalues().stabilityMarginPerHour(), 1e-12);
  }

  @Test
  void aConservedQuantityKeepsItsValue() {
    double[][] exchange = {{-1.0, 2.0}, {1.0, -2.0}};
    SteadyState rest = SteadyStates.find(linear(exchange, new double[2], 3.0, 0.0), 0.0);
    assertArrayEquals(new double[] {2.0, 1.0}, rest.state(), 1e-9);
  }

  @Test
  void theSteadyStateIsWhereALongIntegrationEnds() {
    TestSystem circuit = TestProblems.circuit(false).withBreakpoints();
    SteadyState rest = SteadyStates.find(circuit, 0.0);
    double[] settled =
        Solvers.rodas4(1e-10)
            .solve(circuit, TimeSpan.hours(0, 5000), Sampling.endOnly())
            .stateAt(5000);
    for (int i = 0; i < settled.length; i++) {
      assertEquals(settled[i], rest.state()[i], 1e-8 * settled[i]);
    }
    assertTrue(rest.isStable());
  }

  @Test
  void inputsAreHeldAsTheyAreAtTheInstantAskedFor() {
    TestSystem circuit = TestProblems.circuit(false);
    double untreated = SteadyStates.find(circuit, 0.0).valueOf("y3");
    assertEquals(
        untreated, SteadyStates.find(circuit, 24.0).valueOf("y3"), 1e-12, "just before the dose");
    double dosed = SteadyStates.find(circuit, Math.nextUp(24.0)).valueOf("y3");
    assertTrue(dosed > 1.1 * untreated, dosed + " with the dose, " + untreated + " without");
    assertEquals(untreated, SteadyStates.find(circuit, 100.0).valueOf("y3"), 1e-9, "long after");
  }

  @Test
  void eliminatingTheRatesKeepsTheSlowEigenvaluesAndTheFastOnesAreThoseOfTheFullSystem() {
    SteadyState reduced = SteadyStates.find(TestProblems.circuit(false), 0.0);
    SteadyState full = SteadyStates.find(TestProblems.circuit(true), 0.0);
    double[] slow = reduced.eigenvalues().realPerHour();
    double[] all = full.eigenvalues().realPerHour();
    double[] fast =
        reduced
            .fastEigenvalues(Map.of("y2", EXCITATORY_TAU_HOURS, "y3", INHIBITORY_TAU_HOURS))
            .realPerHour();
    // 1e-4: milliseconds over hours, with room for the distance of the eigenvalues.
    assertArrayEquals(new double[] {all[0], all[1]}, slow, 1e-4 * Math.abs(all[1]));
    assertArrayEquals(new double[] {all[2], all[3]}, fast, 1e-4 * Math.abs(all[3]));
    assertTrue(fast[0] < 0.0, "the quasi-steady rates are stable");
  }

  @Test
  void aSystemWithoutRestIsAnErrorNamingWhatStillMoves() {
    TestSystem growing =
        linear(new double[][] {{-1.0, 0.0}, {0.0, 0.0}}, new double[] {1.0, 7.0}, 1.0, 1.0);
    String message =
        assertThrows(SteadyStateException.class, () -> SteadyStates.find(growing, 0.0))
            .getMessage();
    assertTrue(message.contains("y1 = ") && message.contains("rate 7.0 per hour"), message);
  }

  @Test
  void aSystemThatIsNotANumberIsAnErrorNamingTheVariable() {
    TestSystem broken =
        linear(new double[][] {{-1.0, 0.0}, {0.0, Double.NaN}}, new double[2], 1.0, 1.0);
    String message =
        assertThrows(SteadyStateException.class, () -> SteadyStates.find(broken, 0.0)).getMessage();
    assertTrue(message.contains("y1 = 1.0 and its equation gives NaN"), message);
  }

  @Test
  void namesAndGuessesThatDoNotFitAreRejected() {
    SteadyState rest = SteadyStates.find(TestProblems.circuit(false), 0.0);
    assertMessage("unknown variable or readout 'y9'", () -> rest.valueOf("y9"));
    assertMessage("must be an algebraic variable", () -> rest.fastEigenvalues(Map.of("y0", 1.0)));
    assertMessage("must be > 0 h, but was 0.0", () -> rest.fastEigenvalues(Map.of("y2", 0.0)));
    assertMessage(
        "must have 1 entries, but had 2",
        () -> SteadyStates.find(twoWells(1.0), 0.0, new double[2]));
  }

  private static void assertMessage(String expected, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
