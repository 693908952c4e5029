package org.capgate.viz;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.PaintScale;

/**
 * Colours of values from low to high: dark blue, grey, yellow, after cividis (Nunez, Anderton and
 * Renslow 2018), whose lightness rises evenly and which looks the same to those who cannot tell red
 * from green. A missing value is white.
 *
 * @param low value of the darkest colour
 * @param high value of the lightest colour, above low
 */
record ColourScale(double low, double high) implements PaintScale {
  private static final int MOST_KEYS = 8;

  private static final int[][] ANCHORS = {
    {0, 34, 78},
    {42, 63, 110},
    {87, 92, 109},
    {123, 121, 119},
    {166, 157, 117},
    {211, 195, 94},
    {254, 232, 56}
  };

  @Override
  public double getLowerBound() {
    return low;
  }

  @Override
  public double getUpperBound() {
    return high;
  }

  @Override
  public Paint getPaint(double value) {
    return colour(value);
  }

  Color colour(double value) {
    if (Double.isNaN(value)) {
      return FigureTheme.BACKGROUND;
    }
    double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
    double place = share * (ANCHORS.length - 1);
    int below = (int) Math.min(ANCHORS.length - 2.0, Math.floor(place));
    int[] mixed = new int[3];
    for (int c = 0; c < 3; c++) {
      double from = ANCHORS[below][c];
      mixed[c] = (int) Math.round(from + (place - below) * (ANCHORS[below + 1][c] - from));
    }
    return new Color(mixed[0], mixed[1], mixed[2]);
  }

  /** Round values across the scale with their colours, for a legend. */
  List<LegendKey> keys(boolean someMissing) {
    double step = Ticks.step(high - low, MOST_KEYS, 1);
    List<LegendKey> keys = new ArrayList<>();
    for (int i = (int) Math.ceil(low / step); i * step <= high; i++) {
      keys.add(new LegendKey.Bar(Ticks.format(step).format(i * step), colour(i * step)));
    }
    if (someMissing) {
      keys.add(new LegendKey.Bar("no value", FigureTheme.BACKGROUND));
    }
    return keys;
  }
}
