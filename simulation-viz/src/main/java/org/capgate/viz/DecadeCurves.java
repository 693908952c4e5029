package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves on two logarithmic axes, with a marker at each point and its name at its right end: a
 * power law is a straight line, its exponent the slope.
 */
public final class DecadeCurves extends FigureBuilder<DecadeCurves> {
  /** Room around the points, as a factor. */
  private static final double ROOM = 1.4;

  private final List<Series> curves = new ArrayList<>();
  private final List<Series> references = new ArrayList<>();
  private AxisLabel x = AxisLabel.dimensionless("x");
  private AxisLabel y = AxisLabel.dimensionless("y");

  private DecadeCurves(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide unless told otherwise. */
  public static DecadeCurves titled(String title) {
    return new DecadeCurves(title);
  }

  /** What the horizontal axis shows. */
  public DecadeCurves x(AxisLabel label) {
    x = label;
    return this;
  }

  /** What the vertical axis shows. */
  public DecadeCurves y(AxisLabel label) {
    y = label;
    return this;
  }

  /** A curve; all its numbers are > 0. */
  public DecadeCurves curve(Series curve) {
    curves.add(positive(curve));
    return this;
  }

  /** A grey line without markers, as a law to compare with; all its numbers are > 0. */
  public DecadeCurves reference(Series reference) {
    references.add(positive(reference));
    return this;
  }

  private static Series positive(Series series) {
    for (int i = 0; i < series.size(); i++) {
      if (!(series.x(i) > 0 && series.y(i) > 0)) {
        throw new IllegalArgumentException(
            "'"
                + series.name()
                + "' must be > 0 on logarithmic axes, but holds ("
                + series.x(i)
                + ", "
                + series.y(i)
                + ")");
      }
    }
    return series;
  }

  @Override
  DecadeCurves self() {
    return this;
  }

  @Override
  String furtherNames() {
    return " Curves: %s.".formatted(String.join("; ", curves.stream().map(Series::name).toList()));
  }

  @Override
  SheetContent content() {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has no curve");
    }
    return content(title(), width(), x, y, curves, references);
  }

  static SheetContent content(
      String title,
      FigureWidth width,
      AxisLabel x,
      AxisLabel y,
      List<Series> curves,
      List<Series> references) {
    List<Series> all = new ArrayList<>(references);
    all.addAll(curves);
    Series.requireDifferentNames("figure '" + title + "'", all);
    Interval bare = roomy(Interval.ofX(all));
    double share = EndLabels.room(curves) / (width.pixels() - 60.0);
    double decades = StrictMath.log10(bare.high() / bare.low());
    // The names stand right of the curves, over a piece of axis without data.
    Interval across =
        new Interval(
            bare.low(), bare.low() * StrictMath.pow(10, decades / (1 - Math.min(0.6, share))));
    Interval up = roomy(Interval.ofY(all));
    double panelHeight = Math.round(Math.min(0.75 * width.pixels(), 300));
    int mostAcross = width == FigureWidth.ONE_COLUMN ? 7 : 15;
    int mostUp = 8;
    List<StyledSeries> front = new ArrayList<>();
    List<StyledSeries> behind = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    for (Series curve : curves) {
      LineStyle style = LineStyle.series(front.size());
      front.add(new StyledSeries(curve, style));
    }
    for (Series reference : references) {
      LineStyle style = LineStyle.reference(behind.size());
      behind.add(new StyledSeries(reference, style));
      keys.add(new LegendKey.Line(reference.name(), style));
    }
    return SheetContent.onePanel(
        title,
        () ->
            new XyPanel(Axes.decades(across, mostAcross), Axes.decades(up, mostUp))
                .lines(behind)
                .lines(front)
                .markersAtPoints(front)
                .endLabels(front)
                .plot(),
        x,
        y,
        keys,
        Axes.widestDecadeLabel(up, mostUp),
        panelHeight);
  }

  /** Wider on both ends, and at least a decade, so that there is a tick to read from. */
  private static Interval roomy(Interval range) {
    double low = range.low() / ROOM;
    double high = range.high() * ROOM;
    double wider = Math.max(1, Math.sqrt(10 * low / high));
    return new Interval(low / wider, high * wider);
  }
}
