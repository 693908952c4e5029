package org.capgate.viz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers with their intervals, one below the other, each beside what was found elsewhere where
 * that is known: shares of responders, or differences between arms.
 */
public final class Estimates extends FigureBuilder<Estimates> {
  private static final double ROW_PIXELS = 17;
  private static final double TICK_GAP_PIXELS = 40;

  private record Row(String name, double value, double low, double high, double elsewhere) {}

  private final List<Row> rows = new ArrayList<>();
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private String own = "simulated, 95 % interval";
  private String other = "published";

  private Estimates(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide unless told otherwise. */
  public static Estimates titled(String title) {
    return new Estimates(title);
  }

  /** What the numbers are. */
  public Estimates value(AxisLabel label) {
    value = label;
    return this;
  }

  /** What the filled and the open discs are, for the legend. */
  public Estimates sources(String filled, String open) {
    own = Labels.clean("source", filled);
    other = Labels.clean("source", open);
    return this;
  }

  /**
   * A number, below those before.
   *
   * @param name unlike any other
   * @param estimate finite
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param elsewhere what others found; NaN where nothing is known
   */
  public Estimates row(String name, double estimate, double low, double high, double elsewhere) {
    if (!(low <= estimate && estimate <= high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "the interval of %s must hold its value %s, but was %s to %s"
              .formatted(name, estimate, low, high));
    }
    rows.add(new Row(Labels.clean("name", name), estimate, low, high, elsewhere));
    return this;
  }

  @Override
  Estimates self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("figure '%s' has no numbers".formatted(title()));
    }
    Set<String> names = new HashSet<>();
    double low = 0; // nothing, or no difference, is always shown
    double high = 0;
    for (Row row : rows) {
      if (!names.add(row.name())) {
        throw new IllegalArgumentException("two numbers are named '%s'".formatted(row.name()));
      }
      low = Math.min(low, Double.isNaN(row.elsewhere()) ? row.low() : least(row));
      high = Math.max(high, Double.isNaN(row.elsewhere()) ? row.high() : most(row));
    }
    Interval range = Interval.notEmpty(low, high).widened(0.04);
    List<String> labels = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      labels.add(rows.get(i).name());
    }
    double left = Labels.widest(labels, FigureTheme.tickFont());
    double step = Ticks.step(range.span(), width().pixels() - left, TICK_GAP_PIXELS);
    List<Row> fixed = List.copyOf(rows);
    List<LegendKey> keys = new ArrayList<>(List.of(new LegendKey.Point(own, true)));
    if (fixed.stream().anyMatch(row -> !Double.isNaN(row.elsewhere()))) {
      keys.add(new LegendKey.Point(other, false));
    }
    return new SheetContent(
        title(),
        List.of(""),
        () -> List.of(panel(fixed, labels, range, step).plot()),
        1,
        value,
        List.of(),
        keys,
        left + 2 * Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        Math.round((rows.size() + 0.5) * ROW_PIXELS),
        "");
  }

  private static double least(Row row) {
    return Math.min(row.low(), row.elsewhere());
  }

  private static double most(Row row) {
    return Math.max(row.high(), row.elsewhere());
  }

  private static XyPanel panel(List<Row> rows, List<String> labels, Interval range, double step) {
    XyPanel panel = new XyPanel(Axes.number(range, step), Axes.words(labels));
    List<StyledSeries> intervals = new ArrayList<>();
    int count = rows.size();
    double[] x = new double[count];
    double[] y = new double[count];
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Row row = rows.get(count - 1 - i);
      x[i] = row.value();
      y[i] = i;
      intervals.add(
          new StyledSeries(
              Series.of(row.name(), new double[] {row.low(), row.high()}, new double[] {i, i}),
              LineStyle.reference(0)));
      if (!Double.isNaN(row.elsewhere())) {
        found.add(new double[] {row.elsewhere(), i});
      }
    }
    panel.lines(intervals).points(Series.path("simulated", x, y), true);
    if (!found.isEmpty()) {
      panel.points(
          Series.path(
              "published",
              found.stream().mapToDouble(one -> one[0]).toArray(),
              found.stream().mapToDouble(one -> one[1]).toArray()),
          false);
    }
    return panel;
  }
}
