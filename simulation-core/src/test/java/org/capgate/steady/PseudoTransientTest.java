package org.capgate.steady;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudoTransientTest {
  private static final PseudoTransient WAY = new PseudoTransient(1e-3, 1e6, 500, 0.1, 1e-10);

  /** dy/dt = rest² − y², from y > 0. */
  private static class Parabola implements PseudoTransient.Motion {
    final List<Double> triedHours = new ArrayList<>();
    final List<Double> changes = new ArrayList<>();
    double y;
    double step;
    private final double rest;

    Parabola(double start, double rest) {
      y = start;
      this.rest = rest;
    }

    @Override
    public double change(double perHour) {
      triedHours.add(1 / perHour);
      step = (rest * rest - y * y) / (perHour + 2 * y);
      return Math.abs(step) / y;
    }

    @Override
    public boolean move(double change) {
      y += step;
      changes.add(change);
      return true;
    }
  }

  @Test
  void whatIsFollowedComesToRestInStepsThatGrowToTheLast() {
    Parabola motion = new Parabola(1e-3, 4);
    assertTrue(WAY.settles(motion));
    assertEquals(4, motion.y, 4e-10);
    assertEquals(1e6, motion.triedHours.get(motion.triedHours.size() - 1), 1e-6);
    assertEquals(1e-3, motion.triedHours.get(0), 1e-15);
  }

  @Test
  void stepsAimAtTheirShareOfChangeAndNoneTakesMoreThanHalf() {
    for (double aim : new double[] {0.05, 0.1, 0.4}) {
      Parabola motion = new Parabola(1e-3, 4);
      assertTrue(new PseudoTransient(1e-9, 1e6, 2000, aim, 1e-10).settles(motion));
      double largest = motion.changes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      assertTrue(largest <= 0.5, "largest " + largest);
      // the part from where growth is free to where rest is near, 1/y hours a doubling
      long near = motion.changes.stream().filter(c -> c > 0.7 * aim && c < 1.5 * aim).count();
      assertTrue(near > 4, "%s of %s".formatted(near, motion.changes));
    }
  }

  @Test
  void aStepThatChangesTooMuchOrLeadsWhereNothingIsDefinedIsTriedAgainWithAQuarter() {
    Parabola far = new Parabola(1, 40);
    new PseudoTransient(1, 1e6, 2, 0.1, 1e-10).settles(far);
    assertEquals(List.of(1.0, 0.25), far.triedHours);
    Parabola walled =
        new Parabola(1, 1.2) {
          @Override
          public boolean move(double change) {
            return triedHours.size() > 2 && super.move(change);
          }
        };
    assertTrue(WAY.settles(walled));
    assertEquals(1e-3 / 16, walled.triedHours.get(2), 1e-15);
    assertEquals(1.2, walled.y, 1e-9);
  }

  @Test
  void whatHasNoValueOrNeedsMoreStepsDoesNotSettle() {
    Parabola undefined =
        new Parabola(1, 2) {
          @Override
          public double change(double perHour) {
            super.change(perHour);
            return Double.NaN;
          }
        };
    assertFalse(WAY.settles(undefined));
    assertTrue(undefined.triedHours.size() < 30, "gives up before steps vanish");
    assertFalse(new PseudoTransient(1e-3, 1e6, 10, 0.1, 1e-10).settles(new Parabola(1e-3, 4)));
  }
}
