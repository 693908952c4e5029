package org.capgate.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.junit.jupiter.api.Test;

class RelapseTest {
  private static final double[] VISITS = {0, 24, 72, 168, 336};

  private static final Endpoint ONE = Endpoint.relapse("relapse", 24, 336, 0.5, 1);
  private static final Endpoint TWO = Endpoint.relapse("relapse", 24, 336, 0.5, 2);

  @Test
  void aResponderRelapsesAtTheFirstVisitAtWhichTheResponseIsLost() {
    double[] lost = {30, 10, 12, 20, 25};
    assertEquals(168 - 24, ONE.hoursToRelapse(VISITS, lost));
    assertEquals(1, ONE.of(VISITS, lost));
    double[] kept = {30, 10, 12, 15, 15};
    assertEquals(0, ONE.of(VISITS, kept));
    assertTrue(Double.isInfinite(ONE.hoursToRelapse(VISITS, kept)));
  }

  @Test
  void oneBadVisitIsNoRelapseWhereTwoInARowAreAskedFor() {
    double[] bad = {30, 10, 20, 12, 20};
    assertEquals(1, ONE.of(VISITS, bad));
    assertEquals(0, TWO.of(VISITS, bad));
    assertEquals(72 - 24, TWO.hoursToRelapse(VISITS, new double[] {30, 10, 20, 20, 12}));
  }

  @Test
  void whoDidNotRespondIsNotAsked() {
    double[] never = {30, 20, 10, 10, 10};
    assertTrue(Double.isNaN(ONE.of(VISITS, never)));
    Endpoint time = new Endpoint("time", Endpoint.Kind.TIME_TO_RELAPSE, 336, 0.5, 24, 1);
    assertTrue(Double.isNaN(time.of(VISITS, never)));
    assertFalse(time.isShare());
    assertEquals(336 - 24, time.of(VISITS, new double[] {30, 10, 10, 10, 10}), "looked at so long");
  }

  @Test
  void aSustainedResponseIsOneAtEveryVisitBetween() {
    Endpoint kept = Endpoint.sustained("kept", 24, 168, 0.5);
    assertEquals(1, kept.of(VISITS, new double[] {30, 15, 15, 15, 30}));
    assertEquals(0, kept.of(VISITS, new double[] {30, 15, 16, 15, 15}));
  }

  /** By hand: 10 at risk, 2 lost (S = 0.8), 8 at risk, 4 lost (S = 0.4), variance 0.025 + 0.125. */
  @Test
  void theShareThatRemainsIsKaplansAndMeiersWithGreenwoodsVariance() {
    Survival survival = new Survival(new double[] {0, 48, 144});
    for (double lost : new double[] {48, 48, 144, 144, 144, 144}) {
      survival.add(lost);
    }
    for (int i = 0; i < 4; i++) {
      survival.add(Double.POSITIVE_INFINITY);
    }
    TableBuilder columns =
        Table.builder()
            .text("endpoint")
            .text("arm")
            .number("timeHours")
            .number("atRisk")
            .number("relapses")
            .number("remaining")
            .number("low")
            .number("high");
    survival.addTo(columns, "relapse", "arm");
    Table table = columns.build();
    assertEquals(1, table.number(0, "remaining"));
    assertEquals(0.8, table.number(1, "remaining"), 1e-12);
    assertEquals(8, table.number(2, "atRisk"));
    assertEquals(0.4, table.number(2, "remaining"), 1e-12);
    double width = 1.96 * Math.sqrt(0.025 + 0.125) / -StrictMath.log(0.4);
    assertEquals(StrictMath.pow(0.4, StrictMath.exp(width)), table.number(2, "low"), 1e-12);
    assertEquals(StrictMath.pow(0.4, StrictMath.exp(-width)), table.number(2, "high"), 1e-12);
  }
}
