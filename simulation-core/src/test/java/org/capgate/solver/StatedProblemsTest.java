package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps made from equations on published stiff problems, against the reference solutions of the
 * Test Set for IVP Solvers (Mazzia and Magherini 2008).
 */
class StatedProblemsTest {
  static Stream<RosenbrockMethod> methods() {
    return Stream.of(Rodas4.METHOD, Rodas5p.METHOD);
  }

  private static void assertSolution(
      RosenbrockMethod method,
      Tolerances tolerances,
      StatedSystem system,
      double endHours,
      double digits,
      double... published) {
    Trajectory run =
        new Rosenbrock(method, tolerances)
            .solve(system, TimeSpan.hours(0, endHours), Sampling.endOnly());
    for (int i = 0; i < published.length; i++) {
      double tolerance = digits * Math.abs(published[i]) + tolerances.absolute();
      assertEquals(published[i], run.last("y" + i), tolerance, "y" + i);
    }
  }

  // The tolerance of each comparison is about a hundred times that of a step: errors add up.

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void hires(RosenbrockMethod method) {
    assertSolution(
        method,
        Tolerances.relative(1e-9).withAbsolute(1e-14),
        StatedProblems.hires(),
        321.8122,
        1e-7,
        0.7371312573325668e-3,
        0.1442485726316185e-3,
        0.5888729740967575e-4,
        0.1175651343283149e-2,
        0.2386356198831331e-2,
        0.6238968252742796e-2,
        0.2849998395185769e-2,
        0.2850001604814231e-2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void oregonator(RosenbrockMethod method) {
    assertSolution(
        method,
        Tolerances.relative(1e-9).withAbsolute(1e-11),
        StatedProblems.oregonator(),
        360,
        1e-6, // three relaxation cycles, each of which shifts the phase
        0.1000814870318523e1,
        0.1228178521549917e4,
        0.1320554942846706e3);
  }

  /**
   * To t = 1e5, where two methods of different order must agree. The published values at 1e13 are
   * differences of 1e-22 in fluxes of 1e-3, below what double precision keeps of the balance y1 =
   * y2 + y3 when each reaction is summed per variable.
   */
  @Test
  void e5IsTheSameByTwoMethodsAndKeepsItsBalance() {
    Tolerances tolerances = Tolerances.relative(1e-8).withAbsolute(1e-24);
    TimeSpan span = TimeSpan.hours(0, 1e5);
    StatedSystem system = StatedProblems.e5();
    Trajectory fourth =
        new Rosenbrock(Rodas4.METHOD, tolerances).solve(system, span, Sampling.endOnly());
    Trajectory fifth =
        new Rosenbrock(Rodas5p.METHOD, tolerances).solve(system, span, Sampling.endOnly());
    for (String variable : new String[] {"y0", "y1", "y2", "y3"}) {
      double expected = fifth.last(variable);
      assertEquals(expected, fourth.last(variable), 1e-6 * expected, variable);
    }
    double balance = fifth.last("y1") - fifth.last("y2") - fifth.last("y3");
    assertEquals(0, balance, 2e-18); // rounding 1e-16 of the 2e-2 that the reactions turn over
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void robertson(RosenbrockMethod method) {
    assertSolution(
        method,
        Tolerances.relative(1e-8).withAbsolute(1e-16).withAbsoluteOf("y1", 1e-21),
        StatedProblems.robertson(),
        1e11,
        1e-6,
        0.2083340149701255e-07,
        0.8333360770334713e-13,
        0.9999999791665050);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void vanDerPol(RosenbrockMethod method) {
    assertSolution(
        method,
        Tolerances.relative(1e-10),
        StatedProblems.vanDerPol(1e3),
        2,
        1e-7, // two jumps amplify the error of a step
        0.1706167732170483e1,
        -0.8928097010247975e0);
  }

  static Stream<Arguments> systems() {
    return Stream.of(Rodas3.METHOD, Rodas4.METHOD, Rodas5p.METHOD)
        .flatMap(
            method ->
                Stream.of(
                    Arguments.of(method, "hires", StatedProblems.hires()),
                    Arguments.of(method, "oregonator", StatedProblems.oregonator())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("systems")
  void stepsMadeFromTheEquationsAgreeWithThePlainTwin(
      RosenbrockMethod method, String name, StatedSystem system) {
    Rosenbrock solver = new Rosenbrock(method, Tolerances.relative(1e-6));
    TimeSpan span = TimeSpan.hours(0, 50);
    Trajectory made = solver.solve(system, span, Sampling.everyHours(1));
    Trajectory looped = solver.solve(system.looped(), span, Sampling.everyHours(1));
    assertEquals(looped.statistics().steps(), made.statistics().steps(), 3);
    for (String variable : new String[] {"y0", "y1", "y2"}) {
      for (double t : made.timesHours()) {
        double expected = looped.valueAt(variable, t);
        // 1e-6 per step: rounding decides about few step sizes, which moves results within that
        assertEquals(expected, made.valueAt(variable, t), 1e-5 * (1e-3 + Math.abs(expected)));
      }
    }
  }

  @Test
  void aStateThatIsNotFiniteIsReportedByName() {
    assertTrue(
        assertThrows(
                IntegrationException.class,
                () ->
                    Solvers.standard()
                        .solve(
                            new StatedSystem(
                                StatedProblems.vanDerPol(10).kernel(),
                                new double[] {Double.NaN, Double.NaN, Double.NaN},
                                new double[] {2, 0},
                                true),
                            TimeSpan.hours(0, 1),
                            Sampling.endOnly()))
            .getMessage()
            .contains("y"));
  }
}
