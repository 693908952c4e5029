package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** One panel of lines: bands at the back, then reference lines, then series with their markers. */
final class XyPanel {
  /** Page area for which lines are thinned; no panel is larger. */
  private static final Rectangle2D NOMINAL = new Rectangle2D.Double(0, 0, 640, 400);

  /** Of each band; where the narrower lies on the wider, both add up. */
  static final int BAND_ALPHA = 46;

  /** A steady state. */
  static final Shape DISC = new Ellipse2D.Double(-3.6, -3.6, 7.2, 7.2);

  static final BasicStroke DISC_OUTLINE = new BasicStroke(1.7f);

  private final XYPlot plot;
  private final ValueAxis domain;
  private final ValueAxis range;

  XyPanel(ValueAxis domain, ValueAxis range) {
    this.domain = domain;
    this.range = range;
    plot = new XYPlot();
    plot.setDomainAxis(domain);
    plot.setRangeAxis(range);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(FigureTheme.GRID);
    plot.setRangeGridlinePaint(FigureTheme.GRID);
    plot.setDomainGridlineStroke(FigureTheme.gridStroke());
    plot.setRangeGridlineStroke(FigureTheme.gridStroke());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
  }

  XYPlot plot() {
    return plot;
  }

  /** Lines without markers. */
  XyPanel lines(List<StyledSeries> lines) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    DefaultXYDataset data = new DefaultXYDataset();
    for (int i = 0; i < lines.size(); i++) {
      LineStyle style = lines.get(i).style();
      renderer.setSeriesPaint(i, style.colour());
      renderer.setSeriesStroke(i, style.stroke());
      data.addSeries(lines.get(i).series().name(), thinned(lines.get(i).series()));
      for (Band band : lines.get(i).series().bands()) {
        renderer.addAnnotation(area(lines.get(i), band), Layer.BACKGROUND);
      }
    }
    add(data, renderer);
    return this;
  }

  /** The areas between the series and zero, in the pale colour of each. */
  XyPanel areas(List<StyledSeries> lines) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, false);
    for (StyledSeries line : lines) {
      Series series = line.series();
      double[] low = new double[series.size()];
      double[] high = new double[series.size()];
      for (int i = 0; i < high.length; i++) {
        low[i] = Math.min(0, series.y(i));
        high[i] = Math.max(0, series.y(i));
      }
      renderer.addAnnotation(area(line, new Band(low, high)), Layer.BACKGROUND);
    }
    add(new DefaultXYDataset(), renderer);
    return this;
  }

  /** Dark discs at the points of a series, filled or open. */
  XyPanel points(Series series, boolean filled) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, DISC);
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, filled ? FigureTheme.TEXT : FigureTheme.BACKGROUND);
    renderer.setDrawOutlines(true);
    renderer.setUseOutlinePaint(true);
    renderer.setSeriesOutlinePaint(0, FigureTheme.TEXT);
    renderer.setSeriesOutlineStroke(0, DISC_OUTLINE);
    int[] all = IntStream.range(0, series.size()).toArray();
    DefaultXYDataset data = new DefaultXYDataset();
    data.addSeries(series.name(), points(series, all));
    add(data, renderer);
    return this;
  }

  /** Markers at every point of the series. */
  XyPanel markersAtPoints(List<StyledSeries> lines) {
    DefaultXYDataset data = new DefaultXYDataset();
    for (StyledSeries line : lines) {
      Series series = line.series();
      int[] all = new int[series.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      data.addSeries(series.name(), points(series, all));
    }
    add(data, markers(lines));
    return this;
  }

  /**
   * About {@code count} markers along each series, at samples, offset from line to line so that
   * those of lines lying on each other do not hide each other.
   */
  XyPanel markersAlong(List<StyledSeries> lines, int count) {
    DefaultXYDataset data = new DefaultXYDataset();
    double from = domain.getLowerBound();
    double span = domain.getUpperBound() - from;
    for (int line = 0; line < lines.size(); line++) {
      Series series = lines.get(line).series();
      double offset = (line + 0.5) / lines.size();
      int[] chosen = new int[count];
      int found = 0;
      int point = 0;
      for (int mark = 0; mark < count; mark++) {
        double at = from + span * (mark + offset) / count;
        while (point + 1 < series.size()
            && Math.abs(series.x(point + 1) - at) <= Math.abs(series.x(point) - at)) {
          point++;
        }
        if (found == 0 || chosen[found - 1] != point) {
          chosen[found++] = point;
        }
      }
      data.addSeries(series.name(), points(series, Arrays.copyOf(chosen, found)));
    }
    add(data, markers(lines));
    return this;
  }

  /** Triangles at the top of the panel; times in the unit of the domain axis. */
  XyPanel doses(double[] times) {
    return doses(times, FigureTheme.AXIS, 0);
  }

  /** The same in a colour, in a row from the top, from 0. */
  XyPanel doses(double[] times, Color colour, int row) {
    if (times.length > 0) {
      plot.addAnnotation(new DoseMarks(times, colour, row));
    }
    return this;
  }

  /** The name of each curve at its right end. */
  XyPanel endLabels(List<StyledSeries> curves) {
    plot.addAnnotation(new EndLabels(curves));
    return this;
  }

  private void add(DefaultXYDataset data, XYLineAndShapeRenderer renderer) {
    int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private static XYLineAndShapeRenderer markers(List<StyledSeries> lines) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    for (int i = 0; i < lines.size(); i++) {
      LineStyle style = lines.get(i).style();
      Shape marker = style.marker();
      renderer.setSeriesPaint(i, style.colour());
      if (marker == null) {
        renderer.setSeriesShapesVisible(i, false);
      } else {
        renderer.setSeriesShape(i, marker);
      }
    }
    return renderer;
  }

  private double[][] thinned(Series series) {
    double[] x = new double[series.size()];
    double[] y = new double[series.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = domain.valueToJava2D(series.x(i), NOMINAL, RectangleEdge.BOTTOM);
      y[i] = range.valueToJava2D(series.y(i), NOMINAL, RectangleEdge.LEFT);
    }
    return points(series, Thinning.keep(x, y));
  }

  private static double[][] points(Series series, int[] chosen) {
    double[][] points = new double[2][chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      points[0][i] = series.x(chosen[i]);
      points[1][i] = series.y(chosen[i]);
    }
    return points;
  }

  private static XYPolygonAnnotation area(StyledSeries line, Band band) {
    Series series = line.series();
    int n = series.size();
    double[] corners = new double[4 * n];
    for (int i = 0; i < n; i++) {
      corners[2 * i] = series.x(i);
      corners[2 * i + 1] = band.high(i);
      corners[4 * n - 2 - 2 * i] = series.x(i);
      corners[4 * n - 1 - 2 * i] = band.low(i);
    }
    Color colour = line.style().colour();
    Color fill = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    return new XYPolygonAnnotation(corners, null, null, fill);
  }
}
