package org.capgate.viz;

import java.awt.BasicStroke;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** Axes in the look of the theme. Their labels are drawn by the {@link Sheet}. */
final class Axes {
  /** From the axis line to the tick labels. */
  static final double TICK_ROOM_PIXELS = 6;

  private Axes() {}

  static NumberAxis number(Interval range, double step) {
    NumberAxis axis = new NumberAxis();
    NumberFormat format = Ticks.format(step);
    axis.setAutoRangeIncludesZero(false);
    axis.setTickUnit(new NumberTickUnit(step, format), false, true);
    axis.setRange(range.low(), range.high());
    return styled(axis);
  }

  static ValueAxis dose(Interval doses) {
    Interval range = new Interval(0.8 * doses.low(), 1.25 * doses.high());
    return styled(new LogTickAxis(range, DoseTicks.labelled(doses), DoseTicks::text));
  }

  /** Logarithmic axis of hours with labels at some of them. */
  static ValueAxis hours(Interval range, List<Double> ticks) {
    Interval wider = new Interval(0.9 * range.low(), 1.1 * range.high());
    return styled(new LogTickAxis(wider, ticks, Ticks::plain));
  }

  /** Axis with a word at each whole number from 0 on. */
  static ValueAxis words(List<String> words) {
    SymbolAxis axis = new SymbolAxis("", words.toArray(new String[0]));
    axis.setGridBandsVisible(false);
    axis.setAutoRangeIncludesZero(false);
    axis.setTickUnit(new NumberTickUnit(1), false, true);
    axis.setRange(-0.6, words.size() - 0.4);
    return styled(axis);
  }

  /** Logarithmic axis with ticks at powers of ten, at most {@code most} of them. */
  static ValueAxis decades(Interval range, int most) {
    List<Double> ticks = DecadeTicks.labelled(range, most);
    List<String> texts = DecadeTicks.texts(ticks);
    return styled(new LogTickAxis(range, ticks, tick -> texts.get(ticks.indexOf(tick))));
  }

  /** Width of the widest tick label of a logarithmic axis. */
  static double widestDecadeLabel(Interval range, int most) {
    List<String> texts = DecadeTicks.texts(DecadeTicks.labelled(range, most));
    return Labels.widest(texts, FigureTheme.tickFont());
  }

  /** Width of the widest tick label of a number axis. */
  static double widestTickLabel(Interval range, double step) {
    NumberFormat format = Ticks.format(step);
    double widest = 0;
    for (double tick = Math.ceil(range.low() / step) * step; tick <= range.high(); tick += step) {
      widest = Math.max(widest, Fonts.width(format.format(tick), FigureTheme.tickFont()));
    }
    return widest;
  }

  private static <A extends ValueAxis> A styled(A axis) {
    axis.setTickLabelFont(FigureTheme.tickFont());
    axis.setTickLabelPaint(FigureTheme.TEXT);
    axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
    axis.setAxisLinePaint(FigureTheme.AXIS);
    axis.setAxisLineStroke(FigureTheme.axisStroke());
    axis.setTickMarkPaint(FigureTheme.AXIS);
    axis.setTickMarkStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    axis.setTickMarkOutsideLength(3);
    axis.setMinorTickMarksVisible(false);
    return axis;
  }
}
