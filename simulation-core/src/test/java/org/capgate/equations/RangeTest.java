package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeTest {
  private static Symbol described(String description) {
    return new Symbol("x", Kind.STATE, DIMENSIONLESS, description);
  }

  @Test
  void aRangeIsReadWhereADescriptionEndsWithOne() {
    assertEquals(Optional.of(new Range("0", "1")), Range.of(described("a share, in [0, 1]")));
    assertEquals(Optional.of(new Range("0", "1")), Range.of(described("a share, in [0, 1)")));
    assertEquals(Optional.of(new Range("-1", "∞")), Range.of(described("any, in (-1, ∞)")));
    assertEquals(
        Optional.of(new Range("0", "ceiling")), Range.of(described("a rate, in [0, ceiling]")));
    assertEquals(Optional.empty(), Range.of(described("a share of [0, 1] things")));
  }

  @Test
  void theExcessIsRelativeToTheWidthOrAbsoluteWhereThatIsInfinite() {
    Range share = new Range("0", "4");
    assertEquals(0, share.excess(0, end -> 0));
    assertEquals(0, share.excess(4, end -> 0));
    assertEquals(0.25, share.excess(5, end -> 0));
    assertEquals(0.5, share.excess(-2, end -> 0));
    assertEquals(3, new Range("0", "∞").excess(-3, end -> 0));
    assertEquals(2, new Range("0", "none").excess(2, end -> 0), "a range of no width");
  }

  private static EquationSystem cells(String end) {
    EquationSystem.Builder e = EquationSystem.named("cells");
    Symbol common = e.parameter("ceilingHertz", HERTZ, "of nothing in particular");
    Symbol high = e.parameter("ceilingFastHertz", HERTZ, "of fast cells");
    Symbol low = e.parameter("ceilingSlowHertz", HERTZ, "of slow cells");
    e.define("rateFastHertz", HERTZ, "of fast cells, in [0, " + end + "]", high.plus(common));
    e.define("rateSlowHertz", HERTZ, "of slow cells, in [0, " + end + "]", low.times(0.5));
    return e.build();
  }

  @Test
  void anEndThatIsNamedIsThatOfTheSameClassOfCells() {
    EquationSystem cells = cells("ceiling");
    PointValues values =
        new PointValues(cells, new double[0], new double[] {50, 100, 10}, new double[0]);
    assertEquals(150, values.of(cells.find("rateFastHertz")));
    assertEquals(0.5, values.excess(cells.find("rateFastHertz")), 1e-12);
    assertEquals(0, values.excess(cells.find("rateSlowHertz")));
    assertEquals(0, values.excess(cells.find("ceilingHertz")), "states none");
    EquationSystem exactly = cells("ceilingSlowHertz");
    assertEquals(
        14,
        new PointValues(exactly, new double[0], new double[] {50, 100, 10}, new double[0])
            .excess(exactly.find("rateFastHertz")),
        1e-12);
  }

  @Test
  void anEndThatIsNoSymbolIsRefused() {
    EquationSystem cells = cells("roof");
    PointValues values = new PointValues(cells, new double[0], new double[3], new double[0]);
    String message =
        assertThrows(EquationException.class, () -> values.excess(cells.find("rateFastHertz")))
            .getMessage();
    assertTrue(message.contains("'rateFastHertz' ends at 'roof'"), message);
  }
}
