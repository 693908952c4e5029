package org.capgate.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** The change of every subject, from the worst to the best, in a panel for each arm. */
public final class Waterfall extends FigureBuilder<Waterfall> {
  private static final double TICK_GAP_PIXELS = 20;

  private final Map<String, double[]> panels = new LinkedHashMap<>();
  private AxisLabel value = AxisLabel.dimensionless("Change");

  private Waterfall(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide unless told otherwise. */
  public static Waterfall titled(String title) {
    return new Waterfall(title);
  }

  /** What changes. */
  public Waterfall value(AxisLabel label) {
    value = label;
    return this;
  }

  /**
   * The subjects of an arm.
   *
   * @param changes one for each, in any order; not modified
   */
  public Waterfall panel(String arm, double[] changes) {
    if (changes.length == 0 || panels.containsKey(arm)) {
      throw new IllegalArgumentException(
          "arm '%s' %s".formatted(arm, changes.length == 0 ? "has no subjects" : "is there twice"));
    }
    double[] sorted = changes.clone();
    Arrays.sort(sorted);
    panels.put(Labels.clean("arm", arm), sorted);
    return this;
  }

  @Override
  Waterfall self() {
    return this;
  }

  /** Without the tick at 100, which would touch the 0 of the next panel. */
  private static final Interval SHORT_OF_ALL = new Interval(0, 99.99);

  /** A bar for each subject, side by side, from the largest value to the smallest. */
  private static Series bars(String arm, double[] sorted) {
    int n = sorted.length;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = 100.0 * i / n;
      x[2 * i + 1] = 100.0 * (i + 1) / n;
      y[2 * i] = sorted[n - 1 - i];
      y[2 * i + 1] = sorted[n - 1 - i];
    }
    return Series.of(arm, x, y);
  }

  @Override
  SheetContent content() {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("waterfall '%s' has no arm".formatted(title()));
    }
    List<Series> drawn = new ArrayList<>();
    panels.forEach((arm, sorted) -> drawn.add(bars(arm, sorted)));
    Interval values = Interval.ofY(drawn).including(0).widened(0.05);
    Interval shares = new Interval(0, 100);
    int columns = TimeCourse.usualColumns(panels.size(), width());
    double panelWidth = (width().pixels() - 60.0) / columns - 14;
    double panelHeight = Math.round(Math.min(0.9 * panelWidth, 200));
    double step = Ticks.step(values.span(), panelHeight, TICK_GAP_PIXELS);
    return new SheetContent(
        title(),
        List.copyOf(panels.keySet()),
        () -> plots(drawn, shares, values, step, columns),
        columns,
        new AxisLabel("Subjects", "%"),
        List.of(value),
        List.of(),
        Axes.widestTickLabel(values, step) + Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        panelHeight,
        "");
  }

  private static List<XYPlot> plots(
      List<Series> drawn, Interval shares, Interval values, double step, int columns) {
    List<XYPlot> plots = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      boolean isLastOfRow = i % columns == columns - 1 || i == drawn.size() - 1;
      NumberAxis domain = Axes.number(isLastOfRow ? shares : SHORT_OF_ALL, 50);
      NumberAxis range = Axes.number(values, step);
      domain.setTickLabelsVisible(i + columns >= drawn.size());
      range.setTickLabelsVisible(i % columns == 0);
      List<StyledSeries> bars =
          List.of(new StyledSeries(drawn.get(i), LineStyle.series(0).withoutMarker()));
      plots.add(new XyPanel(domain, range).areas(bars).lines(bars).plot());
    }
    return plots;
  }
}
