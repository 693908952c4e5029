package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatabilityTest {
  static List<Integrator> integrators() {
    return List.of(Solvers.standard(), Solvers.dormandPrince853Reduced(1e-8));
  }

  private static Trajectory solve(Integrator integrator, TestSystem system) {
    return integrator.solve(system, TimeSpan.days(0, 3), Sampling.everyHours(6.0));
  }

  private static void assertSameBits(Trajectory expected, Trajectory actual) {
    for (String name : expected.names()) {
      assertArrayEquals(expected.series(name), actual.series(name), name); // no tolerance: exact
    }
    assertEquals(expected.statistics(), actual.statistics());
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void theSameCallGivesTheSameBits(Integrator integrator) {
    TestSystem system = TestProblems.circuit(false);
    assertSameBits(solve(integrator, system), solve(integrator, system));
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void oneIntegratorAndOneSystemServeManyThreadsWithTheSameBits(Integrator integrator) {
    TestSystem system = TestProblems.circuit(false);
    Trajectory alone = solve(integrator, system);
    List<Trajectory> together =
        IntStream.range(0, 16).parallel().mapToObj(i -> solve(integrator, system)).toList();
    together.forEach(run -> assertSameBits(alone, run));
  }

  @Test
  void samplingDoesNotInfluenceTheSteps() {
    TestSystem system = TestProblems.circuit(true);
    Trajectory fine =
        Solvers.standard().solve(system, TimeSpan.days(0, 3), Sampling.everyMinutes(1));
    Trajectory end = Solvers.standard().solve(system, TimeSpan.days(0, 3), Sampling.endOnly());
    assertEquals(end.statistics(), fine.statistics());
    assertEquals(end.last("y0"), fine.last("y0"));
  }
}
