package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteppingTest {
  @ParameterizedTest(name = "stated as equations: {0}")
  @ValueSource(booleans = {false, true})
  void stepsAllocateNothing(boolean stated) {
    OdeSystem system = stated ? StatedProblems.vanDerPol(100.0) : TestProblems.vanDerPol(100.0);
    Stepping stepping = Solvers.rodas4(1e-8).start(system, TimeSpan.hours(0, 1e9));
    double[] sample = new double[2];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    steps(stepping, sample, 1_000); // the first ones load classes
    long before = threads.getThreadAllocatedBytes(thread);
    steps(stepping, sample, 10_000);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertTrue(
        bytes < 10_000, bytes + " bytes in 10000 steps"); // the measurement itself takes some
  }

  private static void steps(Stepping stepping, double[] sample, int count) {
    for (int i = 0; i < count; i++) {
      stepping.step();
      stepping.sample(stepping.timeHours(), sample);
    }
  }

  @ParameterizedTest(name = "stated as equations: {0}")
  @ValueSource(booleans = {false, true})
  void aStepCostsSixEvaluationsAndSolvesOneJacobianAndOneFactorisation(boolean stated) {
    OdeSystem system = stated ? StatedProblems.hires() : TestProblems.decay();
    Stepping stepping = Solvers.rodas4(1e-3).start(system, TimeSpan.hours(0, 300));
    stepping.step(); // includes what starting took
    Statistics before = stepping.statistics();
    stepping.step();
    Statistics after = stepping.statistics();
    assertEquals(0, after.rejected() - before.rejected());
    assertEquals(6, after.rhsEvaluations() - before.rhsEvaluations());
    assertEquals(6, after.solves() - before.solves());
    assertEquals(1, after.jacobianEvaluations() - before.jacobianEvaluations());
    assertEquals(1, after.factorisations() - before.factorisations());
  }

  @Test
  void steppingByHandReachesWhatSolveRecords() {
    OdeSystem system = StatedProblems.hires();
    TimeSpan span = TimeSpan.hours(0, 321.8122);
    Trajectory run = Solvers.standard().solve(system, span, Sampling.endOnly());
    Stepping stepping = Solvers.standard().start(system, span);
    while (!stepping.finished()) {
      stepping.step();
    }
    assertEquals(span.endHours(), stepping.timeHours());
    assertArrayEquals(run.stateAt(span.endHours()), stepping.state());
    assertThrows(IllegalStateException.class, stepping::step);
  }

  @Test
  void anEventIsLocatedWhereTheExactSolutionHasIt() {
    TimeSpan span = TimeSpan.hours(0, 10);
    double crossing =
        Solvers.rodas5p(1e-9)
            .first((t, y) -> y[1], TestProblems.oscillator(), span, 1e-10)
            .orElseThrow();
    assertEquals(Math.PI / 2, crossing, 1e-7); // cos t; a hundred steps of 1e-9
    assertTrue(
        Solvers.standard()
            .first((t, y) -> y[0] - 2, TestProblems.oscillator(), span, 1e-6)
            .isEmpty(),
        "sin t never reaches 2");
    assertThrows(
        IllegalArgumentException.class,
        () -> Solvers.standard().first((t, y) -> y[0], TestProblems.oscillator(), span, 0));
  }

  @Test
  void theStandardMethodFollowsTheTolerance() {
    assertEquals("RODAS3", Solvers.standard(1e-2).method().name());
    assertEquals("RODAS4", Solvers.standard(1e-3).method().name());
    assertEquals("Rodas5P", Solvers.standard().method().name());
  }
}
