package org.capgate.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Names right of the curves, each joined to the right end of its curve, moved apart. */
final class EndLabels extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double MOST_WIDTH = 92;
  private static final double LEADER = 12;
  private static final double GAP = 3;
  private static final Font FONT = FigureTheme.tickFont();

  private final transient List<StyledSeries> curves;

  EndLabels(List<StyledSeries> curves) {
    this.curves = List.copyOf(curves);
  }

  /** Pixels that names need right of the curves. */
  static double room(List<Series> curves) {
    double widest = 0;
    for (Series curve : curves) {
      widest = Math.max(widest, Labels.widest(lines(curve), FONT));
    }
    return widest + LEADER + 8;
  }

  private static List<String> lines(Series curve) {
    return Labels.wrap(curve.name(), FONT, MOST_WIDTH);
  }

  /** A name and the end of its curve on the page. */
  private record Entry(List<String> lines, LineStyle style, double x, double y) {
    double height() {
      return Page.height(lines, FONT);
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
    List<Entry> entries = new ArrayList<>();
    for (StyledSeries curve : curves) {
      int end = rightmost(curve.series());
      double x = domainAxis.valueToJava2D(curve.series().x(end), dataArea, RectangleEdge.BOTTOM);
      double y = rangeAxis.valueToJava2D(curve.series().y(end), dataArea, RectangleEdge.LEFT);
      entries.add(new Entry(lines(curve.series()), curve.style(), x, y));
    }
    entries.sort(Comparator.comparingDouble(Entry::y));
    double left = entries.stream().mapToDouble(Entry::x).max().orElse(0) + LEADER;
    double[] tops = tops(entries, dataArea);
    for (int i = 0; i < tops.length; i++) {
      Entry entry = entries.get(i);
      double middle = tops[i] + Fonts.lineHeight(FONT) / 2;
      g2.setPaint(entry.style().colour());
      g2.setStroke(FigureTheme.axisStroke());
      g2.draw(new Line2D.Double(entry.x() + 4, entry.y(), left - 2, middle));
      g2.setPaint(FigureTheme.TEXT);
      Page.lines(g2, FONT, entry.lines(), left, tops[i]);
    }
  }

  private static int rightmost(Series series) {
    int end = 0;
    for (int i = 1; i < series.size(); i++) {
      end = series.x(i) > series.x(end) ? i : end;
    }
    return end;
  }

  private static double[] tops(List<Entry> entries, Rectangle2D area) {
    double[] tops = new double[entries.size()];
    double free = area.getMinY();
    for (int i = 0; i < tops.length; i++) {
      tops[i] = Math.max(free, entries.get(i).y() - Fonts.lineHeight(FONT) / 2);
      free = tops[i] + entries.get(i).height() + GAP;
    }
    double most = area.getMaxY() - 2;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], most - entries.get(i).height());
      most = tops[i] - GAP;
    }
    return tops;
  }
}
