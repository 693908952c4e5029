package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jumps of inputs, with an input that has the value k in segment k. */
class BreakpointTest {
  static List<Integrator> integrators() {
    return List.of(Solvers.rodas4(1e-8), Solvers.dormandPrince853Reduced(1e-10));
  }

  /** d' = input − a with 0 = input − a + d, so d' = −d + 0 · input and a = input + d. */
  private static TestSystem jumpingInput(double... breakpoints) {
    TestSystem.Equations equations =
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = segment - y[0];
            f[1] = segment + y[0] - y[1];
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = -1.0;
            dfdy[2] = 1.0;
            dfdy[3] = -1.0;
          }
        };
    return new TestSystem(1, new double[] {1.0, 7.0}, breakpoints, equations);
  }

  private static double relax(double from, double to, double hours) {
    return to + (from - to) * StrictMath.exp(-hours);
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void aJumpingInputIsFollowedExactly(Integrator integrator) {
    Trajectory run =
        integrator.solve(
            jumpingInput(1.0, 2.5), TimeSpan.hours(0, 4), Sampling.at(0.5, 1.5, 3.0, 4.0));
    double atFirst = relax(1.0, 0.0, 1.0);
    double atSecond = relax(atFirst, 1.0, 1.5);
    double[] exact = {
      relax(1.0, 0.0, 0.5),
      relax(atFirst, 1.0, 0.5),
      relax(atSecond, 2.0, 0.5),
      relax(atSecond, 2.0, 1.5)
    };
    assertArrayEquals(exact, run.series("y0"), 1e-7); // ten times the looser tolerance
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void aSampleAtABreakpointShowsTheStateBeforeTheJump(Integrator integrator) {
    Trajectory run =
        integrator.solve(jumpingInput(1.0, 2.5), TimeSpan.hours(0, 4), Sampling.at(1.0, 2.5));
    assertEquals(0.0 + run.valueAt("y0", 1.0), run.valueAt("y1", 1.0), 1e-9);
    assertEquals(1.0 + run.valueAt("y0", 2.5), run.valueAt("y1", 2.5), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void aSampleAtTheStartOfTheSpanShowsTheStateAfterTheJump(Integrator integrator) {
    Trajectory run =
        integrator.solve(jumpingInput(0.0, 2.5), TimeSpan.hours(0, 2.5), Sampling.at(0.0, 2.5));
    assertEquals(1.0 + 1.0, run.valueAt("y1", 0.0), 1e-9, "made consistent with the first segment");
    assertEquals(
        1.0 + run.valueAt("y0", 2.5), run.valueAt("y1", 2.5), 1e-9, "before the jump at the end");
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void breakpointsOutsideTheSpanOnlyChooseTheSegment(Integrator integrator) {
    Trajectory run =
        integrator.solve(jumpingInput(-3.0, -1.0, 9.0), TimeSpan.hours(0, 1), Sampling.endOnly());
    assertEquals(relax(1.0, 2.0, 1.0), run.last("y0"), 1e-7);
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void breakpointsThatDifferByRoundingErrorsAreOne(Integrator integrator) {
    Trajectory run =
        integrator.solve(
            jumpingInput(0.5, 0.5, Math.nextUp(0.5)), TimeSpan.hours(0, 1), Sampling.at(0.5, 1.0));
    assertEquals(relax(relax(1.0, 0.0, 0.5), 3.0, 0.5), run.last("y0"), 1e-7);
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void aShortPulseIsNotSteppedOver(Integrator integrator) {
    // Flat for a day on either side of a pulse of a second: only the breakpoints tell of it.
    double[] pulse = {24.0, 24.0 + 1.0 / 3600.0};
    TestSystem.Equations equations =
        new TestSystem.Equations() {
          @Override
          public void rhs(int segment, double t, double[] y, double[] f) {
            f[0] = segment == 1 ? 3600.0 : 0.0;
          }

          @Override
          public void jacobian(int segment, double t, double[] y, double[] dfdy) {
            dfdy[0] = 0.0;
          }
        };
    TestSystem system = TestSystem.ordinary(equations, 0.0).withBreakpoints(pulse);
    Trajectory run = integrator.solve(system, TimeSpan.hours(0, 48), Sampling.endOnly());
    assertEquals(1.0, run.last("y0"), 1e-9);
  }
}
