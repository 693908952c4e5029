package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;

/** Observed order of RODAS4. */
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

  /** Largest error of a variable over the ends of 32 equal parts of the span. */
  private static double errorWithSteps(
      TestSystem system, int steps, String variable, Solution exact) {
    double[] ends = new double[steps];
    for (int i = 0; i < steps; i++) {
      ends[i] = SPAN * (i + 1) / steps;
    }
    Trajectory run =
        new Rodas4(ANY_STEP)
            .solve(
                system.withBreakpoints(ends),
                TimeSpan.hours(0, SPAN),
                Sampling.everyHours(SPAN / 32));
    assertEquals(steps, run.statistics().steps(), "the step size is fixed");
    double largest = 0.0;
    for (double t : run.timesHours()) {
      largest = Math.max(largest, Math.abs(run.valueAt(variable, t) - exact.at(t)));
    }
    return largest;
  }

  private static double observedOrder(TestSystem system, String variable, Solution exact) {
    double coarse = errorWithSteps(system, 64, variable, exact);
    double fine = errorWithSteps(system, 128, variable, exact);
    System.out.println(
        coarse + " " + fine + " " + StrictMath.log(coarse / fine) / StrictMath.log(2.0));
    return StrictMath.log(coarse / fine) / StrictMath.log(2.0);
  }

  @Test
  void orderIsFourOnExponentialDecay() {
    assertEquals(4.0, observedOrder(TestProblems.decay(), "y0", t -> StrictMath.exp(-t)), 0.2);
  }

  @Test
  void orderIsFourOnTheHarmonicOscillator() {
    assertEquals(4.0, observedOrder(TestProblems.oscillator(), "y0", StrictMath::sin), 0.2);
    assertEquals(4.0, observedOrder(TestProblems.oscillator(), "y1", StrictMath::cos), 0.2);
  }

  @Test
  void orderIsFourOnANonAutonomousProblem() {
    double order =
        observedOrder(TestProblems.nonAutonomous(), "y0", t -> 1.0 / (2.0 - StrictMath.sin(t)));
    assertEquals(4.0, order, 0.2);
  }

  @Test
  void orderIsFourOnAnIndexOneProblemInBothKindsOfVariables() {
    TestSystem system = TestProblems.indexOne();
    assertEquals(4.0, observedOrder(system, "y0", t -> TestProblems.indexOneSolution(t)[0]), 0.2);
    assertEquals(4.0, observedOrder(system, "y1", t -> TestProblems.indexOneSolution(t)[1]), 0.2);
  }
}
