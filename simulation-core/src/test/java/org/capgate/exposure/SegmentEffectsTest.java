package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.treatment.Action;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;
import org.capgate.treatment.TargetAction.Sign;
import org.junit.jupiter.api.Test;

class SegmentEffectsTest {
  private static final TableAccuracy ACCURACY = TableAccuracy.COARSE;

  /** Levels 5 + 2·exp(−t) and 2 + exp(−t/10), which both act on one target. */
  private final SegmentEffects effects =
      new SegmentEffects(
          List.of(new ExponentialBasis(new double[] {-1, -0.1}, new boolean[2][2])),
          new double[][][] {{{2, 0, 5}}, {{0, 1, 2}}},
          new int[][] {{0}, {0}},
          new int[] {0, 1},
          new Action[] {
            new TargetAction(Target.AMPA, 1, 1, 60, Sign.POTENTIATE, Double.POSITIVE_INFINITY),
            new TargetAction(Target.AMPA, 1, 2, 0.9, Sign.BLOCK, Double.POSITIVE_INFINITY)
          },
          ACCURACY);

  private double distanceFromWhatLasts(double hours) {
    double[] now = new double[1];
    double[] lasting = new double[1];
    effects.evaluate(hours, now, 0);
    effects.evaluateLasting(lasting);
    return Math.abs(now[0] - lasting[0]);
  }

  @Test
  void aStrongEffectBesideOneThatStillChangesIsNotSettledBeforeBothAre() {
    double settledHours = 0;
    while (!effects.isSettledFrom(settledHours)) {
      settledHours += 0.5;
    }
    assertTrue(settledHours > 100, "settled from " + settledHours);
    for (double hours = settledHours; hours < settledHours + 50; hours += 0.5) {
      double left = distanceFromWhatLasts(hours);
      assertTrue(left < ACCURACY.negligible(), left + " is left at " + hours);
    }
    // the bound is generous by less than e^2.5
    assertTrue(distanceFromWhatLasts(settledHours - 25) > ACCURACY.negligible());
  }
}
