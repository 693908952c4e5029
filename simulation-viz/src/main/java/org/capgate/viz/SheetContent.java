package org.capgate.viz;

import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.plot.Plot;

/**
 * What a figure shows, before any size is known. Fresh plots come from a supplier, because
 * JFreeChart's plots can be changed and belong to one chart.
 *
 * @param title above everything
 * @param panelTitles one for each panel, row by row; "" for none
 * @param plots the plots of the panels in the same order
 * @param columns panels side by side
 * @param domainLabel below the panels
 * @param rangeLabels beside the panels: one for all rows, one for each row, or none
 * @param keys entries of the legend; none if there is nothing to tell apart
 * @param leftRoom pixels that tick labels need left of a panel
 * @param bottomRoom pixels that tick labels need below a panel
 * @param panelHeight pixels of a panel at the natural height of the figure
 * @param footer small print below, "" for none
 * @param columnGap pixels between panels side by side
 */
record SheetContent(
    String title,
    List<String> panelTitles,
    Supplier<List<? extends Plot>> plots,
    int columns,
    AxisLabel domainLabel,
    List<AxisLabel> rangeLabels,
    List<LegendKey> keys,
    double leftRoom,
    double bottomRoom,
    double panelHeight,
    String footer,
    double columnGap)
    implements FigureContent {
  private static final double COLUMN_GAP = 14;

  /** Panels side by side share the value axis of the first. */
  SheetContent(
      String title,
      List<String> panelTitles,
      Supplier<List<? extends Plot>> plots,
      int columns,
      AxisLabel domainLabel,
      List<AxisLabel> rangeLabels,
      List<LegendKey> keys,
      double leftRoom,
      double bottomRoom,
      double panelHeight,
      String footer) {
    this(
        title,
        panelTitles,
        plots,
        columns,
        domainLabel,
        rangeLabels,
        keys,
        leftRoom,
        bottomRoom,
        panelHeight,
        footer,
        COLUMN_GAP);
  }

  /** The same, every panel with a value axis of its own. */
  SheetContent withOwnAxes() {
    return with(footer, COLUMN_GAP + leftRoom);
  }

  /** A sheet with one panel of which the left axis needs room for its widest label. */
  static SheetContent onePanel(
      String title,
      Supplier<? extends Plot> plot,
      AxisLabel domain,
      AxisLabel range,
      List<LegendKey> keys,
      double widestTickLabel,
      double panelHeight) {
    return new SheetContent(
        title,
        List.of(""),
        () -> List.of(plot.get()),
        1,
        domain,
        List.of(range),
        keys,
        widestTickLabel + Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        panelHeight,
        "");
  }

  int panels() {
    return panelTitles.size();
  }

  int rows() {
    return (panels() + columns - 1) / columns;
  }

  @Override
  public double naturalHeight(double widthPixels) {
    return SheetLayout.natural(this, widthPixels).height();
  }

  @Override
  public Plot plot() {
    return new Sheet(this);
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder(title);
    List<String> shown = rangeLabels.stream().map(AxisLabel::text).toList();
    String axes =
        shown.isEmpty()
            ? domainLabel.text()
            : String.join(", ", shown) + " against " + domainLabel.text();
    text.append(": ").append(axes).append('.');
    if (panels() > 1 && !panelTitles.get(0).isEmpty()) {
      text.append(" Panels: ").append(String.join("; ", panelTitles)).append('.');
    }
    if (!keys.isEmpty()) {
      text.append(" Legend: ");
      text.append(String.join("; ", keys.stream().map(LegendKey::text).toList())).append('.');
    }
    return text.toString();
  }

  @Override
  public SheetContent withFooter(String text) {
    return with(text, columnGap);
  }

  private SheetContent with(String newFooter, double newColumnGap) {
    return new SheetContent(
        title,
        panelTitles,
        plots,
        columns,
        domainLabel,
        rangeLabels,
        keys,
        leftRoom,
        bottomRoom,
        panelHeight,
        newFooter,
        newColumnGap);
  }
}
