package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final double[] HOURS = {0, 12, 24, 48};

  /** y is 1, 2, 3, 4 times the scale; bands are 1 and 2 wide on either side. */
  private static Series line(String name, double scale) {
    double[][] rows = new double[5][HOURS.length];
    for (int i = 0; i < HOURS.length; i++) {
      for (int end = 0; end < rows.length; end++) {
        rows[end][i] = scale * (i + 1) + end - 2;
      }
    }
    return Series.of(name, HOURS, rows[2])
        .withBand(rows[1], rows[3])
        .withOuterBand(rows[0], rows[4]);
  }

  @Test
  void whatLinesAreAtOneTimeIsALineWithTheirBands() {
    Series read =
        Series.across("read", new double[] {1, 10}, List.of(line("a", 1), line("b", 5)), 30);
    assertEquals(2, read.size());
    assertEquals(10, read.x(1));
    assertEquals(3, read.y(0));
    assertEquals(15, read.y(1));
    List<Band> bands = read.bands();
    assertEquals(2, bands.size());
    assertEquals(13, bands.get(0).low(1));
    assertEquals(17, bands.get(0).high(1));
    assertEquals(14, bands.get(1).low(1));
    assertEquals(16, bands.get(1).high(1));
    assertEquals(1, bands.get(0).low(0));
  }

  @Test
  void aBandThatOneOfThemLacksIsLeftOut() {
    Series without = line("b", 5).withoutOuterBand();
    Series read = Series.across("read", new double[] {1, 10}, List.of(line("a", 1), without), 24);
    assertEquals(1, read.bands().size());
    assertEquals(2, read.low(0));
    assertEquals(14, read.low(1));
    Series bare = Series.of("c", HOURS, new double[] {0, 0, 7, 0});
    Series none = Series.across("read", new double[] {1, 10}, List.of(line("a", 1), bare), 24);
    assertFalse(none.hasBand());
    assertEquals(List.of(), none.bands());
    assertEquals(7, none.y(1));
  }
}
