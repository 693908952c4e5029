package org.capgate.viz;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Logarithmic axis with ticks at chosen values. */
final class LogTickAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  private final List<Double> ticks;
  private final transient DoubleFunction<String> text;

  /**
   * @param range both ends > 0
   * @param ticks values that get a label, inside the range
   * @param text label of a tick
   */
  LogTickAxis(Interval range, List<Double> ticks, DoubleFunction<String> text) {
    this.ticks = List.copyOf(ticks);
    this.text = text;
    setRange(range.low(), range.high());
  }

  /** The JDK's usual logarithm may differ in its last bit from release to release. */
  @Override
  public double calculateLog(double value) {
    return StrictMath.log10(value);
  }

  @Override
  public double calculateValue(double log) {
    return StrictMath.pow(10, log);
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    TextAnchor anchor =
        edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
    List<ValueTick> shown = new ArrayList<>();
    for (double tick : ticks) {
      String label = isTickLabelsVisible() ? text.apply(tick) : "";
      shown.add(new NumberTick(TickType.MAJOR, tick, label, anchor, TextAnchor.CENTER, 0.0));
    }
    return shown;
  }
}
