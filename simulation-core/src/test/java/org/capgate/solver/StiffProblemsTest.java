package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RODAS4 on published stiff problems. */
class StiffProblemsTest {

  /**
   * Published values: t ≤ 4e5 the example of LSODE (Hindmarsh 1983, ODEPACK) at its relative
   * tolerance 1e-4; t = 1e11 the Test Set for IVP Solvers (Mazzia and Magherini 2008, problem
   * ROBER), certain in all digits.
   */
  @ParameterizedTest(name = "t = {0}")
  @CsvSource({
    "0.4,  9.851726e-01, 3.386406e-05, 1.479357e-02, 2e-4",
    "40,   7.158271e-01, 9.185534e-06, 2.841637e-01, 2e-4",
    "4e5,  4.938672e-03, 1.984994e-08, 9.950613e-01, 2e-4",
    "1e11, 0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050, 1e-6"
  })
  void robertsonKineticsMatchPublishedValues(
      double t, double y0, double y1, double y2, double digits) {
    Tolerances tolerances =
        Tolerances.relative(1e-8).withAbsolute(1e-16).withAbsoluteOf("y1", 1e-21);
    Trajectory run =
        new Rosenbrock(Rodas4.METHOD, tolerances)
            .solve(TestProblems.robertson(), TimeSpan.hours(0, t), Sampling.endOnly());
    assertEquals(y0, run.last("y0"), digits * y0);
    assertEquals(y1, run.last("y1"), digits * y1);
    assertEquals(y2, run.last("y2"), digits * y2);
    assertTrue(run.statistics().steps() < 3000, "steps " + run.statistics().steps());
  }

  /**
   * Test Set for IVP Solvers, problem VDPOL: ε = 1e-6 (μ = 1e3) at its time 2, that is 2μ in ours.
   */
  @Test
  void vanDerPolMatchesThePublishedValues() {
    Trajectory run =
        Solvers.rodas4(1e-10)
            .solve(TestProblems.vanDerPol(1e3), TimeSpan.hours(0, 2e3), Sampling.endOnly());
    // 1e-8: a tolerance of 1e-10 per step, amplified by the two jumps of the relaxation
    // oscillation.
    assertEquals(0.1706167732170483e1, run.last("y0"), 1e-8);
    assertEquals(-0.8928097010247975e-3, run.last("y1"), 1e-8 * 1e-3 * 10);
  }

  @ParameterizedTest(name = "mu = {0}")
  @ValueSource(doubles = {1e3, 1e4, 1e5, 1e6})
  void stepsDoNotGrowWithTheStiffnessOfVanDerPol(double mu) {
    Trajectory run =
        Solvers.standard()
            .solve(TestProblems.vanDerPol(mu), TimeSpan.hours(0, 2.0 * mu), Sampling.endOnly());
    assertTrue(run.statistics().steps() < 1500, "steps " + run.statistics().steps());
    // The slow branch in the limit of infinite μ passes ln y − y²/2 = const; 1.7055 within 1e-3 for
    // every μ here.
    assertEquals(1.7055, run.last("y0"), 1e-3);
  }

  @Test
  void explicitRatesOfMillisecondsConfirmTheirQuasiSteadyReductionOverAWeek() {
    Sampling sampling = Sampling.everyHours(1.0);
    Trajectory full =
        Solvers.rodas4(1e-8).solve(TestProblems.circuit(true), TimeSpan.days(0, 7), sampling);
    Trajectory reduced =
        Solvers.rodas4(1e-8).solve(TestProblems.circuit(false), TimeSpan.days(0, 7), sampling);
    for (String name : new String[] {"y0", "y1", "y2", "y3"}) {
      for (double t : full.timesHours()) {
        double expected = reduced.valueAt(name, t);
        // 20 ms against hours: the rates lag by 6e-6 h and start 6e-6 h before they are settled.
        double tolerance = t == 0.0 ? Double.POSITIVE_INFINITY : 2e-6 * expected;
        assertEquals(expected, full.valueAt(name, t), tolerance, name + " at " + t + " h");
      }
    }
    assertTrue(full.statistics().steps() < 1000, "steps " + full.statistics().steps());
  }

  @Test
  void algebraicVariablesOfSamplesAreAsAccurateAsTheDifferentialOnes() {
    Sampling sampling = Sampling.everyHours(1.0);
    TestSystem system = TestProblems.circuit(false);
    Trajectory run = Solvers.standard().solve(system, TimeSpan.days(0, 7), sampling);
    Trajectory reference =
        Solvers.dormandPrince853Reduced(1e-12).solve(system, TimeSpan.days(0, 7), sampling);
    for (String name : new String[] {"y0", "y1", "y2", "y3"}) {
      for (double t : run.timesHours()) {
        double expected = reference.valueAt(name, t);
        assertEquals(expected, run.valueAt(name, t), 1e-6 * expected, name + " at " + t + " h");
      }
    }
  }
}
