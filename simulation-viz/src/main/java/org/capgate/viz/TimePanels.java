package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Panels over one time axis.
 *
 * @param scale unit of the axis
 * @param timeRange in the unit of the axis
 * @param references grey lines in every panel; time in the unit of the axis
 * @param panels titles, lines and value range of the panels
 * @param doses in the unit of the axis
 * @param dosesOf the line of each name, marked in its colour; in the unit of the axis
 * @param given looks by name; where a name is missing the usual one is taken
 */
record TimePanels(
    TimeScale scale,
    Interval timeRange,
    List<Series> references,
    List<Panel> panels,
    List<Double> doses,
    Map<String, List<Double>> dosesOf,
    Map<String, LineStyle> given) {
  private static final double TIME_TICK_GAP_PIXELS = 20;
  private static final double TIME_LABEL_GAP_PIXELS = 6;
  private static final double VALUE_TICK_GAP_PIXELS = 20;
  private static final double PIXELS_PER_MARKER = 48;

  TimePanels(
      TimeScale scale,
      Interval timeRange,
      List<Series> references,
      List<Panel> panels,
      List<Double> doses) {
    this(scale, timeRange, references, panels, doses, Map.of(), Map.of());
  }

  /**
   * One panel.
   *
   * @param title above it, "" for none
   * @param references grey lines of this panel alone; time in the unit of the axis
   * @param lines drawn in colour; time in the unit of the axis
   * @param values range of the value axis
   */
  record Panel(String title, List<Series> references, List<Series> lines, Interval values) {
    Panel(String title, List<Series> lines, Interval values) {
      this(title, List.of(), lines, values);
    }
  }

  SheetContent content(
      String title, AxisLabel time, List<AxisLabel> values, int columns, FigureWidth width) {
    return content(title, time, values, columns, width, 1);
  }

  /** A sheet that takes a share of the width of a page. */
  SheetContent content(
      String title,
      AxisLabel time,
      List<AxisLabel> values,
      int columns,
      FigureWidth page,
      double share) {
    double width = share * page.pixels();
    for (Panel panel : panels) {
      Series.requireDifferentNames(
          "figure '" + title + "'",
          Stream.of(references, panel.references(), panel.lines()).flatMap(List::stream).toList());
    }
    double panelHeight = panelHeight(columns, width);
    double panelWidth = (width - 60.0) / columns - 14;
    List<Double> valueSteps = new ArrayList<>();
    List<Panel> roomy = new ArrayList<>();
    double widest = 0;
    for (Panel panel : panels) {
      Panel taller = withRoomForDoses(panel, panelHeight);
      double step = Ticks.step(taller.values().span(), panelHeight, VALUE_TICK_GAP_PIXELS);
      roomy.add(taller);
      valueSteps.add(step);
      widest = Math.max(widest, Axes.widestTickLabel(taller.values(), step));
    }
    double timeStep = timeStep(panelWidth);
    int markers = (int) Math.max(3, Math.round(panelWidth / PIXELS_PER_MARKER));
    Map<String, LineStyle> styles = styles();
    return new SheetContent(
        title,
        panels.stream().map(Panel::title).toList(),
        () -> plots(roomy, styles, timeStep, valueSteps, columns, markers),
        columns,
        time,
        values,
        keys(styles),
        widest + Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        panelHeight,
        "");
  }

  /** Small steps, but no smaller than their labels are wide. */
  private double timeStep(double panelWidth) {
    double span = timeRange.span();
    double step = Ticks.step(span, panelWidth, TIME_TICK_GAP_PIXELS, scale.tickSteps());
    double label = Axes.widestTickLabel(timeRange, step) + TIME_LABEL_GAP_PIXELS;
    return Ticks.step(span, panelWidth, Math.max(label, TIME_TICK_GAP_PIXELS), scale.tickSteps());
  }

  private List<XYPlot> plots(
      List<Panel> drawn,
      Map<String, LineStyle> styles,
      double timeStep,
      List<Double> valueSteps,
      int columns,
      int markers) {
    List<XYPlot> plots = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Panel panel = drawn.get(i);
      NumberAxis domain = Axes.number(timeRange.widened(0.02), timeStep);
      NumberAxis range = Axes.number(panel.values(), valueSteps.get(i));
      domain.setTickLabelsVisible(i + columns >= drawn.size());
      range.setTickLabelsVisible(i % columns == 0);
      List<StyledSeries> lines = styled(panel.lines(), styles);
      XyPanel drawing =
          new XyPanel(domain, range)
              .lines(styled(references, styles))
              .lines(styled(panel.references(), styles))
              .lines(lines)
              .doses(numbers(doses));
      if (lines.size() > FigureTheme.palette().size()) { // colours alone no longer tell in grey
        drawing.markersAlong(lines, markers);
      }
      int row = doses.isEmpty() ? 0 : 1;
      for (StyledSeries line : lines) {
        List<Double> own = dosesOf.getOrDefault(line.series().name(), List.of());
        if (!own.isEmpty()) {
          drawing.doses(numbers(own), line.style().colour(), row++);
        }
      }
      plots.add(drawing.plot());
    }
    return plots;
  }

  private static double[] numbers(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Styles by name: references first, then lines, each in order of first appearance. */
  private Map<String, LineStyle> styles() {
    Map<String, LineStyle> styles = new LinkedHashMap<>();
    for (Series reference : references) {
      styles.put(reference.name(), LineStyle.reference(styles.size()));
    }
    for (Panel panel : panels) {
      for (Series reference : panel.references()) {
        styles.computeIfAbsent(reference.name(), first -> LineStyle.reference(styles.size()));
      }
    }
    int next = 0;
    for (Panel panel : panels) {
      for (Series line : panel.lines()) {
        if (!styles.containsKey(line.name())) {
          styles.put(line.name(), LineStyle.series(next++));
        }
      }
    }
    given.forEach(styles::replace);
    return styles;
  }

  private List<LegendKey> keys(Map<String, LineStyle> styles) {
    List<LegendKey> keys = new ArrayList<>();
    boolean marked =
        panels.stream().anyMatch(one -> one.lines().size() > FigureTheme.palette().size());
    styles.forEach(
        (name, style) ->
            keys.add(new LegendKey.Line(name, marked ? style : style.withoutMarker())));
    if (!doses.isEmpty()) {
      keys.add(new LegendKey.Dose("dose", DoseMarks.asTriangles(doses.size())));
    }
    if (!dosesOf.isEmpty()) {
      int most = dosesOf.values().stream().mapToInt(List::size).max().orElse(0);
      keys.add(new LegendKey.Dose("doses, each in its colour", DoseMarks.asTriangles(most)));
    }
    return keys;
  }

  private static List<StyledSeries> styled(List<Series> lines, Map<String, LineStyle> styles) {
    return lines.stream()
        .flatMap(
            line ->
                Stream.ofNullable(styles.get(line.name()))
                    .map(style -> new StyledSeries(line, style)))
        .toList();
  }

  private Panel withRoomForDoses(Panel panel, double panelHeight) {
    Interval values = panel.values();
    int rows = (doses.isEmpty() ? 0 : 1) + dosesOf.size();
    double room = values.span() * rows * DoseMarks.ROW_HEIGHT / panelHeight;
    return new Panel(
        panel.title(),
        panel.references(),
        panel.lines(),
        new Interval(values.low(), values.high() + room));
  }

  private static double panelHeight(int columns, double width) {
    double panelWidth = (width - 60.0) / columns;
    return Math.round(Math.min(0.72 * panelWidth, 230));
  }
}
