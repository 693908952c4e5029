package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.dynamics.TimeSpan;
import org.capgate.solver.Solvers;
import org.capgate.solver.Stepping;
import org.capgate.solver.TestSystem;
import org.junit.jupiter.api.Test;

class OrbitTest {
  private static final double PERIOD_HOURS = 7.3;

  /** Goes round (5, 3) with radii 1. */
  private static final TestSystem CIRCLE =
      TestSystem.ordinary(
          new TestSystem.Equations() {
            private final double perHour = 2 * Math.PI / PERIOD_HOURS;

            @Override
            public void rhs(int segment, double t, double[] y, double[] f) {
              f[0] = -perHour * (y[1] - 3);
              f[1] = perHour * (y[0] - 5);
            }

            @Override
            public void jacobian(int segment, double t, double[] y, double[] dfdy) {
              dfdy[1] = -perHour;
              dfdy[2] = perHour;
            }
          },
          6,
          3);

  /** Falls from (1, 1) to 0. */
  private static final TestSystem FALL =
      TestSystem.ordinary(
          new TestSystem.Equations() {
            @Override
            public void rhs(int segment, double t, double[] y, double[] f) {
              f[0] = -y[0];
              f[1] = -2 * y[1];
            }

            @Override
            public void jacobian(int segment, double t, double[] y, double[] dfdy) {
              dfdy[0] = -1;
              dfdy[3] = -2;
            }
          },
          1,
          1);

  private static Orbit orbit(TestSystem system, double untilHours) {
    Orbit orbit = new Orbit();
    Stepping stepping = Solvers.rodas4(1e-8).start(system, TimeSpan.hours(0, untilHours));
    while (!stepping.finished()) {
      stepping.step();
      orbit.record(stepping);
    }
    return orbit;
  }

  private static Orbit.Round round(double untilHours) {
    return orbit(CIRCLE, untilHours).round();
  }

  @Test
  void thePeriodIsTheTimeBetweenRisesThroughTheMiddle() {
    Orbit.Round round = round(80);
    // a sine is straight where it passes its middle: a line over an hour errs by 0.01 h
    assertEquals(PERIOD_HOURS, round.periodHours(), 0.02);
    assertEquals(1, round.variable(), "the one that swings most, relative to its size");
    assertEquals(2, round.low(), 0.1); // hours are looked at, not every moment
    assertEquals(4, round.high(), 0.1);
  }

  @Test
  void threeRisesAreTooFewForAPeriod() {
    assertTrue(Double.isNaN(round(40).periodHours()));
  }

  @Test
  void aRoundIsToldWithItsPeriodAndWhatSwingsMost() {
    String text = orbit(CIRCLE, 80).text(CIRCLE);
    String name = CIRCLE.variables().get(1).name();
    assertTrue(
        text.matches("; it goes round for ever in 7\\.(29|3|30|31) h, " + name + " from 2.* to .*"),
        text);
  }

  @Test
  void whatComesToRestHasNoRound() {
    Orbit orbit = orbit(FALL, 80);
    assertEquals("", orbit.text(FALL));
    assertEquals(0, orbit.round().variable());
    assertTrue(Double.isNaN(orbit.round().periodHours()));
  }

  @Test
  void nothingSeenIsNoRound() {
    assertTrue(Double.isNaN(new Orbit().round().periodHours()));
    assertTrue(new Orbit().some(0).isEmpty());
  }

  /** 81 states at whole hours: the last, and one every 81/8 before it. */
  @Test
  void someStatesOfTheLaterHalfAreSpreadEvenlyOverIt() {
    List<double[]> some = orbit(CIRCLE, 80).some(4);
    assertEquals(4, some.size());
    int[] hours = {80, 70, 60, 50};
    for (int i = 0; i < 4; i++) {
      double angle = 2 * Math.PI / PERIOD_HOURS * hours[i];
      assertEquals(5 + Math.cos(angle), some.get(i)[0], 1e-5, hours[i] + " h");
      assertEquals(3 + Math.sin(angle), some.get(i)[1], 1e-5, hours[i] + " h");
    }
    assertTrue(orbit(CIRCLE, 80).some(41).isEmpty(), "fewer than two for each");
    assertEquals(40, orbit(CIRCLE, 80).some(40).size());
  }
}
