package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Observed order of the methods on problems with exact solutions. */
class OrderTest {
  /**
   * So loose that every step is accepted: a breakpoint at the end of each step then fixes its size.
   */
  private static final Tolerances ANY_STEP = Tolerances.relative(1e-6).withAbsolute(1e9);

  private static final double SPAN = 2.0;

  /** The exact solution, one entry per variable that is compared. */
  private interface Solution {
    double at(double t);
  }

  /** Largest error of a variable over the ends of 8 equal parts of the span. */
  private static double errorWithSteps(
      RosenbrockMethod method, TestSystem system, int steps, String variable, Solution exact) {
    double[] ends = new double[steps];
    for (int i = 0; i < steps; i++) {
      ends[i] = SPAN * (i + 1) / steps;
    }
    Trajectory run =
        new Rosenbrock(method, ANY_STEP)
            .solve(
                system.withBreakpoints(ends),
                TimeSpan.hours(0, SPAN),
                Sampling.everyHours(SPAN / 8));
    assertEquals(steps, run.statistics().steps(), "the step size is fixed");
    double largest = 0.0;
    for (double t : run.timesHours()) {
      largest = Math.max(largest, Math.abs(run.valueAt(variable, t) - exact.at(t)));
    }
    return largest;
  }

  private static double observedOrder(
      RosenbrockMethod method, TestSystem system, String variable, Solution exact) {
    return observedOrder(method, system, 64, variable, exact);
  }

  private static double observedOrder(
      RosenbrockMethod method, TestSystem system, int steps, String variable, Solution exact) {
    double coarse = errorWithSteps(method, system, steps, variable, exact);
    double fine = errorWithSteps(method, system, 2 * steps, variable, exact);
    return StrictMath.log(coarse / fine) / StrictMath.log(2.0);
  }

  static Stream<RosenbrockMethod> methods() {
    return Stream.of(Rodas3.METHOD, Rodas4.METHOD, Rodas5p.METHOD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void orderIsNominalOnExponentialDecay(RosenbrockMethod method) {
    assertOrderOnLinear(method, TestProblems.decay(), t -> StrictMath.exp(-t));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void orderIsNominalOnTheHarmonicOscillator(RosenbrockMethod method) {
    assertOrderOnLinear(method, TestProblems.oscillator(), StrictMath::sin);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void orderIsNominalOnANonAutonomousProblem(RosenbrockMethod method) {
    assertOrder(method, TestProblems.nonAutonomous(), "y0", t -> 1.0 / (2.0 - StrictMath.sin(t)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void orderIsNominalOnAnIndexOneProblemInBothKindsOfVariables(RosenbrockMethod method) {
    TestSystem system = TestProblems.indexOne();
    assertOrder(method, system, "y0", t -> TestProblems.indexOneSolution(t)[0]);
    assertOrder(method, system, "y1", t -> TestProblems.indexOneSolution(t)[1]);
  }

  /**
   * Rodas5P reaches rounding errors with 64 steps here, and with few its error falls faster than
   * its order says, so that one is a lower bound.
   */
  private static void assertOrderOnLinear(
      RosenbrockMethod method, TestSystem system, Solution exact) {
    if (method.order() < 5) {
      assertOrder(method, system, "y0", exact);
    } else {
      assertTrue(observedOrder(method, system, 8, "y0", exact) > method.order() - 0.2);
    }
  }

  private static void assertOrder(
      RosenbrockMethod method, TestSystem system, String variable, Solution exact) {
    assertEquals(method.order(), observedOrder(method, system, variable, exact), 0.2);
  }

  @Test
  void denseOutputIsOfOrderThreeAndFour() {
    // Within one step, where an error of order 3 is one of h⁴ in what is integrated.
    assertEquals(4, observedDenseOrder(Rodas4.METHOD, 0.4), 0.2);
    assertEquals(5, observedDenseOrder(Rodas5p.METHOD, 0.4), 0.2);
    assertEquals(3, observedDenseOrder(Rodas3.METHOD, 0.4), 0.2);
  }

  /** Order of the error within one step from the exact start, in the differential variable. */
  private static double observedDenseOrder(RosenbrockMethod method, double share) {
    double coarse = denseError(method, 1.0 / 64, share);
    double fine = denseError(method, 1.0 / 128, share);
    return StrictMath.log(coarse / fine) / StrictMath.log(2.0);
  }

  private static double denseError(RosenbrockMethod method, double step, double share) {
    TestSystem system = TestProblems.indexOne().withBreakpoints(step);
    Stepping stepping = new Rosenbrock(method, ANY_STEP).start(system, TimeSpan.hours(0, 1));
    stepping.step();
    assertEquals(step, stepping.timeHours());
    double[] sample = new double[2];
    stepping.sample(share * step, sample);
    return Math.abs(sample[0] - TestProblems.indexOneSolution(share * step)[0]);
  }

  @Test
  void errorFallsWithTheFourthPowerOfTheNumberOfStepsWithinOneSegment() {
    TestSystem system = TestProblems.indexOne();
    TimeSpan span = TimeSpan.hours(0, 20);
    double[] error = new double[2];
    double[] steps = new double[2];
    for (int i = 0; i < 2; i++) {
      Trajectory run =
          Solvers.rodas4(i == 0 ? 1e-6 : 1e-9).solve(system, span, Sampling.everyHours(0.5));
      steps[i] = run.statistics().steps();
      for (double t : run.timesHours()) {
        double exact = TestProblems.indexOneSolution(t)[0];
        error[i] = Math.max(error[i], Math.abs(run.valueAt("y0", t) - exact));
      }
    }
    double order = StrictMath.log(error[0] / error[1]) / StrictMath.log(steps[1] / steps[0]);
    assertEquals(4.0, order, 0.5); // 0.5: samples fall at different places of their steps
  }
}
