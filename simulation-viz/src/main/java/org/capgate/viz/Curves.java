package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** A value against a number that was varied, evenly or in its logarithm, one line for each case. */
public final class Curves extends FigureBuilder<Curves> {
  private static final double TICK_GAP_PIXELS = 22;

  private final List<Series> lines = new ArrayList<>();
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

  @Override
  Curves self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has no line");
    }
    Series.requireDifferentNames("figure '" + title() + "'", lines);
    Interval across = Interval.ofX(lines);
    if (isLogarithmic && !(across.low() > 0)) {
      throw new IllegalArgumentException(
          "figure '%s': x must be > 0 on a logarithmic axis, but was %s"
              .formatted(title(), across.low()));
    }
    Interval values = Interval.ofY(lines).widened(0.06);
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
    boolean log = isLogarithmic;
    return SheetContent.onePanel(
        title(),
        () -> plot(log ? Axes.dose(across) : even(across, panelWidth), values, step, styled),
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

  private static XYPlot plot(
      ValueAxis across, Interval values, double step, List<StyledSeries> styled) {
    return new XyPanel(across, Axes.number(values, step))
        .lines(styled)
        .markersAtPoints(styled)
        .plot();
  }
}
