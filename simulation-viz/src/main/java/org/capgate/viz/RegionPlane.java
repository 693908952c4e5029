package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * Where over two numbers something holds: dots where it does, its border as a line, and where
 * parameter sets lie. Over one number: a curve, and borders as upright lines.
 */
public final class RegionPlane extends FigureBuilder<RegionPlane> {
  private static final double TICK_GAP_PIXELS = 24;

  private final List<Series> dots = new ArrayList<>();
  private final List<Series> curves = new ArrayList<>();
  private final List<Series> border = new ArrayList<>();
  private final List<Series> marks = new ArrayList<>();
  private final List<Series> corners = new ArrayList<>();
  private AxisLabel horizontal = AxisLabel.dimensionless("x");
  private AxisLabel vertical = AxisLabel.dimensionless("y");

  private RegionPlane(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide unless told otherwise. */
  public static RegionPlane titled(String title) {
    return new RegionPlane(title);
  }

  /** What the horizontal axis shows. */
  public RegionPlane horizontal(AxisLabel label) {
    horizontal = label;
    return this;
  }

  /** What the vertical axis shows. */
  public RegionPlane vertical(AxisLabel label) {
    vertical = label;
    return this;
  }

  /** Small dots, as where it holds, or where the sets of an ensemble lie. */
  public RegionPlane dots(String name, double[] x, double[] y) {
    dots.add(Series.path(name, x, y));
    return this;
  }

  /** As far as the axes reach at least. */
  public RegionPlane over(double lowX, double highX, double lowY, double highY) {
    corners.add(Series.path("corners", new double[] {lowX, highX}, new double[] {lowY, highY}));
    return this;
  }

  /** A curve. */
  public RegionPlane curve(String name, double[] x, double[] y) {
    curves.add(Series.path(name, x, y));
    return this;
  }

  /** A straight piece of the border, from one point to another. */
  public RegionPlane border(double fromX, double fromY, double toX, double toY) {
    border.add(
        Series.path(
            "border " + border.size(), new double[] {fromX, toX}, new double[] {fromY, toY}));
    return this;
  }

  /** A named point, as the fitted set. */
  public RegionPlane mark(String name, double x, double y) {
    marks.add(Series.path(name, new double[] {x}, new double[] {y}));
    return this;
  }

  @Override
  RegionPlane self() {
    return this;
  }

  @Override
  SheetContent content() {
    List<Series> all = new ArrayList<>(dots);
    all.addAll(curves);
    all.addAll(border);
    all.addAll(marks);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has nothing to show");
    }
    all.addAll(corners);
    Interval x = Interval.ofX(all).widened(0.03);
    Interval y = Interval.ofY(all).widened(0.04);
    double panelWidth = width().pixels() - 60.0;
    double panelHeight = Math.round(Math.min(0.8 * panelWidth, 320));
    double xStep = Ticks.step(x.span(), panelWidth, TICK_GAP_PIXELS);
    double yStep = Ticks.step(y.span(), panelHeight, TICK_GAP_PIXELS);
    List<LegendKey> keys = new ArrayList<>();
    List<StyledSeries> pale = new ArrayList<>();
    for (Series one : dots) {
      LineStyle style =
          pale.isEmpty() ? LineStyle.reference(0).withDisc() : LineStyle.series(pale.size() + 2);
      pale.add(new StyledSeries(one, style));
      keys.add(new LegendKey.Mark(one.name(), style));
    }
    List<StyledSeries> lines = new ArrayList<>();
    LineStyle edge = LineStyle.series(1).withoutMarker();
    border.forEach(piece -> lines.add(new StyledSeries(piece, edge)));
    if (!border.isEmpty()) {
      keys.add(new LegendKey.Line("border", edge));
    }
    for (Series curve : curves) {
      LineStyle style = LineStyle.series(0).withoutMarker();
      lines.add(new StyledSeries(curve, style));
      keys.add(new LegendKey.Line(curve.name(), style));
    }
    List<StyledSeries> marked = new ArrayList<>();
    for (Series mark : marks) {
      LineStyle style = LineStyle.series(marked.size() + 2).enlarged();
      marked.add(new StyledSeries(mark, style));
      keys.add(new LegendKey.Mark(mark.name(), style));
    }
    return SheetContent.onePanel(
        title(),
        () ->
            new XyPanel(Axes.number(x, xStep), Axes.number(y, yStep))
                .markersAtPoints(pale)
                .lines(lines)
                .markersAtPoints(marked)
                .plot(),
        horizontal,
        vertical,
        keys,
        Axes.widestTickLabel(y, yStep),
        panelHeight);
  }
}
