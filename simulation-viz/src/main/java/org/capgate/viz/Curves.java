package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;

/** A value against a number that was varied, evenly or in its logarithm, one line for each case. */
public final class Curves extends FigureBuilder<Curves> {
  private static final double TICK_GAP_PIXELS = 22;

  private final List<Series> lines = new ArrayList<>();
  private final List<Series> courses = new ArrayList<>();
  private final List<Series> observed = new ArrayList<>();
  private AxisLabel varied = AxisLabel.dimensionless("Varied");
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private boolean isLogarithmic;

  private Curves(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide, on an even axis, unless told otherwise. */
  public static Curves titled(String title) {
    return new Curves(title);
  }

  /** What the horizontal axis shows. */
  public Curves varied(AxisLabel label) {
    varied = label;
    return this;
  }

  /** What the vertical axis shows. */
  public Curves value(AxisLabel label) {
    value = label;
    return this;
  }

  /** With a logarithmic horizontal axis; every x must be > 0. */
  public Curves logarithmic() {
    isLogarithmic = true;
    return this;
  }

  /** A line with a marker at each point. */
  public Curves line(Series line) {
    lines.add(line);
    return this;
  }

  /** A line without markers. */
  public Curves course(Series line) {
    courses.add(line);
    return this;
  }

  /** Points alone, dark discs over the lines. */
  public Curves observed(Series points) {
    observed.add(points);
    return this;
  }

  @Override
  Curves self() {
    return this;
  }

  @Override
  SheetContent content() {
    List<Series> all = new ArrayList<>(lines);
    all.addAll(courses);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has no line");
    }
    all.addAll(observed);
    Series.requireDifferentNames("figure '" + title() + "'", all);
    Interval across = Interval.ofX(all);
    if (isLogarithmic && !(across.low() > 0)) {
      throw new IllegalArgumentException(
          "figure '%s': x must be > 0 on a logarithmic axis, but was %s"
              .formatted(title(), across.low()));
    }
    Interval values = Interval.ofY(all).widened(0.06);
    double panelWidth = width().pixels() - 60.0;
    double panelHeight = Math.round(Math.min(0.68 * width().pixels(), 260));
    double step = Ticks.step(values.span(), panelHeight, TICK_GAP_PIXELS);
    List<StyledSeries> styled = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    for (Series line : lines) {
      LineStyle style = LineStyle.series(styled.size());
      styled.add(new StyledSeries(line, style));
      keys.add(new LegendKey.Line(line.name(), style));
    }
    List<StyledSeries> bare = new ArrayList<>();
    for (Series line : courses) {
      LineStyle style = LineStyle.series(styled.size() + bare.size()).withoutMarker();
      bare.add(new StyledSeries(line, style));
      keys.add(new LegendKey.Line(line.name(), style));
    }
    observed.forEach(points -> keys.add(new LegendKey.Point(points.name(), true)));
    boolean log = isLogarithmic;
    List<Series> dots = List.copyOf(observed);
    return SheetContent.onePanel(
        title(),
        () -> {
          XyPanel panel =
              new XyPanel(
                      log ? Axes.dose(across) : even(across, panelWidth), Axes.number(values, step))
                  .lines(bare)
                  .lines(styled)
                  .markersAtPoints(styled);
          dots.forEach(points -> panel.points(points, true));
          return panel.plot();
        },
        varied,
        value,
        keys,
        Axes.widestTickLabel(values, step),
        panelHeight);
  }

  private static NumberAxis even(Interval across, double panelWidth) {
    return Axes.number(
        across.widened(0.03), Ticks.step(across.span(), panelWidth, 1.5 * TICK_GAP_PIXELS));
  }
}
