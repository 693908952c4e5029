package org.capgate.viz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Small triangles at the top of a panel, one at each dose; bars if there are many. */
final class DoseMarks extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final int MOST_TRIANGLES = 12;
  private static final double WIDTH = 6;
  private static final double HEIGHT = 6;

  /** Height of a row of marks. */
  static final double ROW_HEIGHT = 9;

  private final double[] times;
  private final Color colour;
  private final int row;

  /** Marks at {@code times} in the unit of the time axis, in a row from the top, from 0. */
  DoseMarks(double[] times, Color colour, int row) {
    this.times = times.clone();
    this.colour = colour;
    this.row = row;
  }

  static boolean asTriangles(int doses) {
    return doses <= MOST_TRIANGLES;
  }

  /** One mark with its upper edge at {@code top}. */
  static void drawOne(Graphics2D g2, double x, double top, boolean triangle) {
    drawOne(g2, x, top, triangle, FigureTheme.AXIS);
  }

  private static void drawOne(Graphics2D g2, double x, double top, boolean triangle, Color colour) {
    g2.setPaint(colour);
    if (triangle) {
      Path2D path = new Path2D.Double();
      path.moveTo(x - WIDTH / 2, top);
      path.lineTo(x + WIDTH / 2, top);
      path.lineTo(x, top + HEIGHT);
      path.closePath();
      g2.fill(path);
    } else {
      g2.fill(new Rectangle2D.Double(x - 0.4, top, 0.8, HEIGHT));
    }
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
    boolean triangles = asTriangles(times.length);
    for (double time : times) {
      double x = domainAxis.valueToJava2D(time, dataArea, RectangleEdge.BOTTOM);
      drawOne(g2, x, dataArea.getMinY() + row * ROW_HEIGHT, triangles, colour);
    }
  }
}
