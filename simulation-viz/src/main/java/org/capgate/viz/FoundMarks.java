package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Upright bars between the bounds of what was found; an arrow where there is no bound. */
final class FoundMarks extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double CAP = 3.5;
  private static final double HEAD = 6;
  private static final BasicStroke STROKE =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  private final transient List<FindingCourses.Found> found;

  FoundMarks(List<FindingCourses.Found> found) {
    this.found = List.copyOf(found);
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D dataArea,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    for (FindingCourses.Found one : found) {
      double x = domainAxis.valueToJava2D(one.atHours(), dataArea, RectangleEdge.BOTTOM);
      double low =
          Double.isInfinite(one.low())
              ? dataArea.getMaxY()
              : rangeAxis.valueToJava2D(one.low(), dataArea, RectangleEdge.LEFT);
      double high =
          Double.isInfinite(one.high())
              ? dataArea.getMinY()
              : rangeAxis.valueToJava2D(one.high(), dataArea, RectangleEdge.LEFT);
      drawOne(g2, x, low, high, Double.isInfinite(one.low()), Double.isInfinite(one.high()));
    }
  }

  /** One bar; y grows downwards. */
  static void drawOne(
      Graphics2D g2, double x, double low, double high, boolean openBelow, boolean openAbove) {
    g2.setPaint(FigureTheme.TEXT);
    g2.setStroke(STROKE);
    g2.draw(new Line2D.Double(x, low - (openBelow ? HEAD : 0), x, high + (openAbove ? HEAD : 0)));
    end(g2, x, low, openBelow ? -HEAD : 0);
    end(g2, x, high, openAbove ? HEAD : 0);
  }

  /** A cap, or a head that points away from the bar. */
  private static void end(Graphics2D g2, double x, double y, double back) {
    if (back == 0) {
      g2.draw(new Line2D.Double(x - CAP, y, x + CAP, y));
      return;
    }
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - CAP, y + back);
    head.lineTo(x + CAP, y + back);
    head.closePath();
    g2.fill(head);
  }
}
