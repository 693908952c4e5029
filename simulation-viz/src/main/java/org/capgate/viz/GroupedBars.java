package org.capgate.viz;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;

/**
 * Groups of bars, as genotype by treatment. The bars lie, so that long names of genotypes are read
 * without turning the head. A combination without a value leaves its place empty.
 */
public final class GroupedBars extends FigureBuilder<GroupedBars> {
  private static final double VALUE_TICK_GAP_PIXELS = 36;
  private static final double BAR_PIXELS = 10;
  private static final double GROUP_GAP_PIXELS = 9;

  private final List<String> groups = new ArrayList<>();
  private final List<String> bars = new ArrayList<>();
  private final Map<BarPlot.Place, Double> values = new LinkedHashMap<>();
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private boolean printed = true;

  private GroupedBars(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide, with the value printed at each bar, unless told otherwise. */
  public static GroupedBars titled(String title) {
    return new GroupedBars(title);
  }

  /** What the value axis shows. */
  public GroupedBars value(AxisLabel label) {
    value = label;
    return this;
  }

  /** One bar; groups and bars keep the order in which they are first named. */
  public GroupedBars bar(String group, String bar, double height) {
    BarPlot.Place place = new BarPlot.Place(Labels.clean("group", group), Labels.clean("bar", bar));
    if (!Double.isFinite(height)) {
      throw new IllegalArgumentException(
          "value of " + bar + " in " + group + " must be finite, but was " + height);
    }
    if (values.put(place, height) != null) {
      throw new IllegalArgumentException("two values of " + bar + " in " + group);
    }
    if (!groups.contains(place.group())) {
      groups.add(place.group());
    }
    if (!bars.contains(place.bar())) {
      bars.add(place.bar());
    }
    if (bars.size() > FigureTheme.palette().size()) {
      throw new IllegalArgumentException(
          "a group must have <= "
              + FigureTheme.palette().size()
              + " bars to be told apart, but "
              + bar
              + " is one more; make two figures");
    }
    return this;
  }

  /** A bar for each row of a tidy table; rows without a value are left out. */
  public GroupedBars bars(Table table, String groupColumn, String barColumn, String valueColumn) {
    for (int row = 0; row < table.size(); row++) {
      if (!table.isMissing(row, valueColumn)) {
        bar(
            table.text(row, groupColumn),
            table.text(row, barColumn),
            table.number(row, valueColumn));
      }
    }
    return this;
  }

  /** Without numbers at the bars. */
  public GroupedBars withoutPrintedValues() {
    printed = false;
    return this;
  }

  @Override
  GroupedBars self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("bar figure '" + title() + "' has no bars");
    }
    Map<String, List<String>> wrapped = new LinkedHashMap<>();
    double labelRoom = 0;
    int mostLines = 1;
    double widestAllowed = 0.34 * width().pixels();
    for (String group : groups) {
      List<String> lines = Labels.wrap(group, FigureTheme.labelFont(), widestAllowed);
      wrapped.put(group, lines);
      labelRoom = Math.max(labelRoom, Labels.widest(lines, FigureTheme.labelFont()));
      mostLines = Math.max(mostLines, lines.size());
    }
    double leftRoom = labelRoom + 2 * Axes.TICK_ROOM_PIXELS;
    double panelWidth = width().pixels() - leftRoom - 20;
    Interval range = range(panelWidth);
    double step = Ticks.step(range.span(), panelWidth, VALUE_TICK_GAP_PIXELS);
    double groupHeight =
        GROUP_GAP_PIXELS
            + Math.max(
                bars.size() * BAR_PIXELS, mostLines * Fonts.lineHeight(FigureTheme.labelFont()));
    List<LegendKey> keys = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      keys.add(new LegendKey.Bar(bars.get(i), BarPlot.colour(i)));
    }
    List<String> groupOrder = List.copyOf(groups);
    List<String> barOrder = List.copyOf(bars);
    Map<BarPlot.Place, Double> fixedValues = new LinkedHashMap<>(values);
    NumberFormat format = printed ? format() : null;
    double gapShare = GROUP_GAP_PIXELS / groupHeight;
    return new SheetContent(
        title(),
        List.of(""),
        () ->
            List.of(
                new BarPlot(groupOrder, barOrder, fixedValues)
                    .plot(wrapped, Axes.number(range, step), gapShare, format)),
        1,
        value,
        List.of(),
        keys,
        leftRoom,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        Math.round(groups.size() * groupHeight),
        "");
  }

  /** From the lowest to the highest bar and zero, with room for the printed values. */
  private Interval range(double panelWidth) {
    double low = 0;
    double high = 0;
    double widest = 0;
    for (double number : values.values()) {
      low = Math.min(low, number);
      high = Math.max(high, number);
      widest = Math.max(widest, Fonts.width(format().format(number), FigureTheme.valueFont()));
    }
    Interval bare = low == high ? new Interval(0, 1) : new Interval(low, high);
    double room = (printed ? widest + 6 : 4) / panelWidth * bare.span() * 1.1;
    return new Interval(
        low < 0 ? bare.low() - room : 0, high > 0 ? bare.high() + room : bare.high());
  }

  /** Three digits of the largest value. */
  private NumberFormat format() {
    double largest = 0;
    for (double number : values.values()) {
      largest = Math.max(largest, Math.abs(number));
    }
    int exponent = largest == 0 ? 0 : (int) StrictMath.floor(StrictMath.log10(largest));
    return Ticks.decimals(Math.max(0, Math.min(9, 2 - exponent)));
  }
}
