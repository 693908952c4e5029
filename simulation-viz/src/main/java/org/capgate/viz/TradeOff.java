package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * What one gains against what it costs: a cloud of designs, of which no other beats any, as grey
 * discs, and what they are compared with as named markers.
 */
public final class TradeOff extends FigureBuilder<TradeOff> {
  private static final double TICK_GAP_PIXELS = 24;

  private final List<Series> designs = new ArrayList<>();
  private final List<Series> references = new ArrayList<>();
  private AxisLabel horizontal = AxisLabel.dimensionless("x");
  private AxisLabel vertical = AxisLabel.dimensionless("y");

  private TradeOff(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide unless told otherwise. */
  public static TradeOff titled(String title) {
    return new TradeOff(title);
  }

  /** What the horizontal axis shows. */
  public TradeOff horizontal(AxisLabel label) {
    horizontal = label;
    return this;
  }

  /** What the vertical axis shows. */
  public TradeOff vertical(AxisLabel label) {
    vertical = label;
    return this;
  }

  /**
   * The designs.
   *
   * @param name in the legend
   * @param x finite, as many as y
   */
  public TradeOff designs(String name, double[] x, double[] y) {
    designs.add(Series.path(name, x, y));
    return this;
  }

  /** Something the designs are compared with. */
  public TradeOff reference(String name, double x, double y) {
    references.add(Series.path(name, new double[] {x}, new double[] {y}));
    return this;
  }

  @Override
  TradeOff self() {
    return this;
  }

  @Override
  SheetContent content() {
    List<Series> all = new ArrayList<>(designs);
    all.addAll(references);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has no designs");
    }
    Series.requireDifferentNames("figure '" + title() + "'", all);
    Interval x = Interval.ofX(all).widened(0.05);
    Interval y = Interval.ofY(all).widened(0.06);
    double panelWidth = width().pixels() - 60.0;
    double panelHeight = Math.round(Math.min(0.8 * panelWidth, 320));
    double xStep = Ticks.step(x.span(), panelWidth, TICK_GAP_PIXELS);
    double yStep = Ticks.step(y.span(), panelHeight, TICK_GAP_PIXELS);
    List<StyledSeries> marked = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    List<StyledSeries> clouds = new ArrayList<>();
    for (Series cloud : designs) {
      LineStyle style = LineStyle.reference(clouds.size()).withDisc();
      clouds.add(new StyledSeries(cloud, style));
      keys.add(new LegendKey.Mark(cloud.name(), style));
    }
    for (Series reference : references) {
      LineStyle style = LineStyle.series(marked.size()).enlarged();
      marked.add(new StyledSeries(reference, style));
      keys.add(new LegendKey.Mark(reference.name(), style));
    }
    return SheetContent.onePanel(
        title(),
        () ->
            new XyPanel(Axes.number(x, xStep), Axes.number(y, yStep))
                .markersAtPoints(clouds)
                .markersAtPoints(marked)
                .plot(),
        horizontal,
        vertical,
        keys,
        Axes.widestTickLabel(y, yStep),
        panelHeight);
  }
}
