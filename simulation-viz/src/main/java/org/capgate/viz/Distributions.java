package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * How a quantity is spread over neurons: outlines of histograms, one for each group, in one panel
 * or in a panel for each moment.
 */
public final class Distributions extends FigureBuilder<Distributions> {
  private static final double TICK_GAP_PIXELS = 20;

  private final Map<String, List<Series>> panels = new LinkedHashMap<>();
  private AxisLabel quantity = AxisLabel.dimensionless("Value");
  private AxisLabel frequency = new AxisLabel("Neurons", "count");

  private Distributions(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide unless told otherwise. */
  public static Distributions titled(String title) {
    return new Distributions(title);
  }

  /** The quantity that is spread, as eIF4F. */
  public Distributions quantity(AxisLabel label) {
    quantity = label;
    return this;
  }

  /** What the height of the outline is, as a count or a density. */
  public Distributions frequency(AxisLabel label) {
    frequency = label;
    return this;
  }

  /** The groups of a figure with a single panel; see {@link #panel}. */
  public Distributions groups(Table bins, String heightColumn) {
    return panel("", bins, heightColumn);
  }

  /**
   * A panel with the histogram of each group.
   *
   * @param title of the panel, as "24 h"
   * @param bins columns {@code group} (text), {@code binLow} and {@code binHigh}, ascending and
   *     without overlap within a group, and the height
   * @param heightColumn {@code count} or {@code density}, ≥ 0
   */
  public Distributions panel(String title, Table bins, String heightColumn) {
    List<Series> outlines = new ArrayList<>();
    for (String group : bins.distinct("group")) {
      outlines.add(outline(group, bins.where("group", group), heightColumn));
    }
    String name = title.isEmpty() ? "" : Labels.clean("panel title", title);
    if (outlines.isEmpty() || panels.put(name, outlines) != null) {
      throw new IllegalArgumentException(
          "panel '" + name + "' " + (outlines.isEmpty() ? "has no bins" : "is there twice"));
    }
    return this;
  }

  /** Up, along the top and down again at each bin; down to zero between bins that do not touch. */
  private static Series outline(String group, Table bins, String heightColumn) {
    List<double[]> corners = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < bins.size(); row++) {
      double low = bins.number(row, "binLow");
      double high = bins.number(row, "binHigh");
      double height = bins.number(row, heightColumn);
      if (!(low < high) || low < end || !(height >= 0)) {
        throw new IllegalArgumentException(
            "bins of "
                + group
                + " must ascend with binLow < binHigh and a height >= 0, but one was "
                + low
                + " to "
                + high
                + " with "
                + height);
      }
      if (low > end) {
        if (row > 0) {
          corners.add(new double[] {end, 0});
        }
        corners.add(new double[] {low, 0});
      }
      corners.add(new double[] {low, height});
      corners.add(new double[] {high, height});
      end = high;
    }
    corners.add(new double[] {end, 0});
    return Series.of(
        group,
        corners.stream().mapToDouble(corner -> corner[0]).toArray(),
        corners.stream().mapToDouble(corner -> corner[1]).toArray());
  }

  @Override
  Distributions self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("distribution figure '" + title() + "' has no groups");
    }
    List<Series> all = panels.values().stream().flatMap(List::stream).toList();
    Interval roomy = new Interval(0, Interval.ofY(all).high() * 1.06);
    Interval values = Interval.ofX(all).widened(0.02);
    int columns = TimeCourse.usualColumns(panels.size(), width());
    double panelWidth = (width().pixels() - 60.0) / columns - 14;
    double panelHeight = Math.round(Math.min(0.72 * panelWidth, 230));
    double heightStep = Ticks.step(roomy.span(), panelHeight, TICK_GAP_PIXELS);
    double rough = Ticks.step(values.span(), panelWidth, 26);
    double label = Axes.widestTickLabel(values, rough) + 18;
    double valueStep = Ticks.step(values.span(), panelWidth, Math.max(26, label));
    Map<String, LineStyle> styles = new LinkedHashMap<>();
    for (Series group : all) {
      styles.computeIfAbsent(group.name(), name -> LineStyle.series(styles.size()));
    }
    List<LegendKey> keys = new ArrayList<>();
    if (styles.size() > 1) { // one group alone needs no name
      styles.forEach((name, style) -> keys.add(new LegendKey.Line(name, style.withoutMarker())));
    }
    List<List<Series>> drawn = List.copyOf(panels.values());
    return new SheetContent(
        title(),
        List.copyOf(panels.keySet()),
        () -> plots(drawn, styles, values, valueStep, roomy, heightStep, columns),
        columns,
        quantity,
        List.of(frequency),
        keys,
        Axes.widestTickLabel(roomy, heightStep) + Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        panelHeight,
        "");
  }

  private static List<XYPlot> plots(
      List<List<Series>> drawn,
      Map<String, LineStyle> styles,
      Interval values,
      double valueStep,
      Interval heights,
      double heightStep,
      int columns) {
    List<XYPlot> plots = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      NumberAxis domain = Axes.number(values, valueStep);
      NumberAxis range = Axes.number(heights, heightStep);
      domain.setTickLabelsVisible(i + columns >= drawn.size());
      range.setTickLabelsVisible(i % columns == 0);
      List<StyledSeries> lines = new ArrayList<>();
      for (Series group : drawn.get(i)) {
        LineStyle style = styles.get(group.name());
        if (style != null) {
          lines.add(new StyledSeries(group, style.withoutMarker()));
        }
      }
      plots.add(new XyPanel(domain, range).areas(lines).lines(lines).plot());
    }
    return plots;
  }
}
