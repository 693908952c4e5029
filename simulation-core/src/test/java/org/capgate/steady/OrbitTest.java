package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static Orbit.Round round(double untilHours) {
    Orbit orbit = new Orbit();
    Stepping stepping = Solvers.rodas4(1e-8).start(CIRCLE, TimeSpan.hours(0, untilHours));
    while (!stepping.finished()) {
      stepping.step();
      orbit.record(stepping);
    }
    return orbit.round();
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
}
