package org.capgate.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capgate.analysis.Table;
import org.jspecify.annotations.Nullable;

/** A named line: points with ascending x, optionally with one or two bands. Immutable. */
public final class Series {
  private final String name;
  private final double[] x;
  private final double[] y;
  private final @Nullable Band band;
  private final @Nullable Band outer;

  private Series(String name, double[] x, double[] y, @Nullable Band band, @Nullable Band outer) {
    this.name = name;
    this.x = x;
    this.y = y;
    this.band = band;
    this.outer = outer;
  }

  /**
   * A line through the points (x[i], y[i]).
   *
   * @param name as it stands in the legend
   * @param x finite, ascending, in the unit the figure asks for (hours, mg/kg)
   * @param y finite, as many as x
   */
  public static Series of(String name, double[] x, double[] y) {
    Series path = path(name, x, y);
    for (int i = 1; i < x.length; i++) {
      if (x[i] < x[i - 1]) {
        throw new IllegalArgumentException(
            "series '" + name + "': x must ascend, but " + x[i] + " follows " + x[i - 1]);
      }
    }
    return path;
  }

  /** A line through the points in the order given, which may turn back on itself. */
  static Series path(String name, double[] x, double[] y) {
    String cleaned = Labels.clean("series name", name);
    if (x.length == 0) {
      throw new IllegalArgumentException("series '" + name + "' has no points");
    }
    requireFinite(cleaned, "x", x, x.length);
    requireFinite(cleaned, "y", y, x.length);
    return new Series(cleaned, x.clone(), y.clone(), null, null);
  }

  /** A line from two number columns of a table; rows with a missing number are left out. */
  public static Series of(String name, Table table, String xColumn, String yColumn) {
    double[] x = table.numbers(xColumn);
    double[] y = table.numbers(yColumn);
    int points = 0;
    for (int row = 0; row < x.length; row++) {
      if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
        x[points] = x[row];
        y[points++] = y[row];
      }
    }
    return of(name, Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  /** One line for each different text of a column, named by it, in order of first appearance. */
  public static List<Series> byGroup(
      Table table, String groupColumn, String xColumn, String yColumn) {
    List<Series> series = new ArrayList<>();
    for (String group : table.distinct(groupColumn)) {
      series.add(of(group, table.where(groupColumn, group), xColumn, yColumn));
    }
    return List.copyOf(series);
  }

  /**
   * As {@link #byGroup(Table, String, String, String)}, each line with a band between two further
   * columns. The band ends are given in every row or in none of a group; rows without x or y are
   * left out.
   */
  public static List<Series> byGroup(
      Table table,
      String groupColumn,
      String xColumn,
      String yColumn,
      String lowColumn,
      String highColumn) {
    List<Series> series = new ArrayList<>();
    for (String group : table.distinct(groupColumn)) {
      Table rows = table.where(groupColumn, group);
      Series line = of(group, rows, xColumn, yColumn);
      double[] low = rows.numbers(lowColumn);
      double[] high = rows.numbers(highColumn);
      int kept = 0;
      int banded = 0;
      for (int row = 0; row < rows.size(); row++) {
        if (!rows.isMissing(row, xColumn) && !rows.isMissing(row, yColumn)) {
          banded += Double.isNaN(low[row]) && Double.isNaN(high[row]) ? 0 : 1;
          low[kept] = low[row];
          high[kept++] = high[row];
        }
      }
      series.add(
          banded == 0 ? line : line.withBand(Arrays.copyOf(low, kept), Arrays.copyOf(high, kept)));
    }
    return List.copyOf(series);
  }

  /** The same line with a band from low[i] to high[i] (low ≤ high, finite). */
  public Series withBand(double[] low, double[] high) {
    return new Series(name, x, y, checked(low, high), outer);
  }

  /**
   * The same line with a second, wider and paler band from low[i] to high[i] (low ≤ high, finite),
   * as that of 90 % of an ensemble where the first holds 50 %.
   */
  public Series withOuterBand(double[] low, double[] high) {
    return new Series(name, x, y, band, checked(low, high));
  }

  /** The same line without its wider band, for figures in which many bands would lie on another. */
  Series withoutOuterBand() {
    return new Series(name, x, y, band, null);
  }

  private Band checked(double[] low, double[] high) {
    requireFinite(name, "low", low, x.length);
    requireFinite(name, "high", high, x.length);
    for (int i = 0; i < x.length; i++) {
      if (low[i] > high[i]) {
        throw new IllegalArgumentException(
            "series '%s': low must be <= high, but was %s > %s".formatted(name, low[i], high[i]));
      }
    }
    return new Band(low, high);
  }

  /** The same points under another name. */
  public Series named(String newName) {
    return new Series(Labels.clean("series name", newName), x, y, band, outer);
  }

  /** Name in the legend. */
  public String name() {
    return name;
  }

  /** Number of points. */
  public int size() {
    return x.length;
  }

  double x(int point) {
    return x[point];
  }

  double y(int point) {
    return y[point];
  }

  boolean hasBand() {
    return band != null;
  }

  /** The bands there are, the wider first. */
  List<Band> bands() {
    return Stream.of(Optional.ofNullable(outer), Optional.ofNullable(band))
        .flatMap(Optional::stream)
        .toList();
  }

  double low(int point) {
    return band == null ? y[point] : band.low(point);
  }

  double high(int point) {
    return band == null ? y[point] : band.high(point);
  }

  Series mapX(DoubleUnaryOperator change) {
    return new Series(name, Arrays.stream(x).map(change).toArray(), y, band, outer);
  }

  /** Two lines of one name in one panel could not be told apart. */
  static void requireDifferentNames(String figure, List<Series> lines) {
    Set<String> names = new HashSet<>();
    for (Series line : lines) {
      if (!names.add(line.name())) {
        throw new IllegalArgumentException(
            figure + " has two lines named '" + line.name() + "' in one panel");
      }
    }
  }

  /** The points with x from low to high, which must not be none. */
  Series between(double from, double to) {
    int first = 0;
    while (first < x.length && x[first] < from) {
      first++;
    }
    int end = first;
    while (end < x.length && x[end] <= to) {
      end++;
    }
    if (first == end) {
      throw new IllegalArgumentException(
          "series '" + name + "' has no points between " + from + " and " + to);
    }
    return points(first, end);
  }

  /**
   * The points with x from low to high and one more on each side, so that a line cut off at both
   * ends reaches them; empty if all lie on one side.
   */
  Optional<Series> around(double from, double to) {
    if (x[0] > to || x[x.length - 1] < from) {
      return Optional.empty();
    }
    int first = 0;
    while (first + 1 < x.length && x[first + 1] <= from) {
      first++;
    }
    int end = first + 1;
    while (end < x.length && x[end - 1] < to) {
      end++;
    }
    return Optional.of(points(first, end));
  }

  /** y at the last point with x up to a value, or at the first point. */
  double yUpTo(double most) {
    return y[lastPoint(most)];
  }

  /** The last point with x up to a value, or the first point, alone. */
  private Series lastUpTo(double most) {
    int point = lastPoint(most);
    return points(point, point + 1);
  }

  private int lastPoint(double most) {
    int point = 0;
    while (point + 1 < x.length && x[point + 1] <= most) {
      point++;
    }
    return point;
  }

  /**
   * The line through what several lines are at their last points up to a value, each at a place of
   * its own, with the bands that all of them have there.
   *
   * @param places one for each line, ascending
   * @param most the largest x that is read
   */
  static Series across(String name, double[] places, List<Series> lines, double most) {
    List<Series> read = lines.stream().map(line -> line.lastUpTo(most)).toList();
    Series joined = of(name, places, read.stream().mapToDouble(point -> point.y(0)).toArray());
    Band inner = read.stream().allMatch(Series::hasBand) ? joined(read, point -> point.band) : null;
    Band outer =
        read.stream().allMatch(point -> point.outer != null)
            ? joined(read, point -> point.outer)
            : null;
    return new Series(joined.name, joined.x, joined.y, inner, outer);
  }

  private static Band joined(List<Series> points, Function<Series, @Nullable Band> band) {
    double[] low = new double[points.size()];
    double[] high = new double[points.size()];
    for (int i = 0; i < low.length; i++) {
      Band own = Objects.requireNonNull(band.apply(points.get(i)));
      low[i] = own.low(0);
      high[i] = own.high(0);
    }
    return new Band(low, high);
  }

  private Series points(int first, int end) {
    return new Series(
        name,
        Arrays.copyOfRange(x, first, end),
        Arrays.copyOfRange(y, first, end),
        band == null ? null : band.between(first, end),
        outer == null ? null : outer.between(first, end));
  }

  private static void requireFinite(String name, String what, double[] numbers, int size) {
    if (numbers.length != size) {
      throw new IllegalArgumentException(
          "series '"
              + name
              + "': "
              + what
              + " must have "
              + size
              + " entries, but has "
              + numbers.length);
    }
    for (int i = 0; i < size; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw new IllegalArgumentException(
            "series '"
                + name
                + "': "
                + what
                + " must be finite, but was "
                + numbers[i]
                + " at point "
                + i);
      }
    }
  }
}
