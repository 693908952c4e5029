package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void orderIsFourInTheAlgebraicVariablesBeforeTheyArePolished() {
    assertEquals(4.0, observedStepperOrder(1.0, 1), 0.2);
  }

  @Test
  void denseOutputIsOfOrderThree() {
    // Within one step, where an error of order 3 is one of h⁴ in what is integrated.
    assertTrue(observedStepperOrder(0.4, 0) >= 3.8, "order " + observedStepperOrder(0.4, 0));
    assertTrue(observedStepperOrder(0.4, 1) >= 2.8, "order " + observedStepperOrder(0.4, 1));
  }

  /** Order of the largest error of one variable of the index-1 problem at a share of every step. */
  private static double observedStepperOrder(double share, int variable) {
    double coarse = stepperError(64, share, variable);
    double fine = stepperError(128, share, variable);
    return StrictMath.log(coarse / fine) / StrictMath.log(2.0);
  }

  private static double stepperError(int steps, double share, int variable) {
    TestSystem system = TestProblems.indexOne();
    Rodas4Stepper stepper = new Rodas4Stepper(new Equations(system, 100_000), ANY_STEP);
    double[] y = system.initialState();
    double[] sample = new double[2];
    double largest = 0.0;
    for (int i = 0; i < steps; i++) {
      double from = SPAN * i / steps;
      double to = SPAN * (i + 1) / steps;
      stepper.start(0, from, to, y);
      stepper.step();
      assertTrue(stepper.finished(), "one step per segment");
      double t = from + share * (to - from);
      stepper.interpolate(t, sample);
      double exact = TestProblems.indexOneSolution(t)[variable];
      largest = Math.max(largest, Math.abs(sample[variable] - exact));
      System.arraycopy(stepper.state(), 0, y, 0, y.length);
    }
    return largest;
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
