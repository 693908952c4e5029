package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Simulated courses after a dose, each in a panel of its own on a logarithmic axis of time, and
 * over them the bounds between which experiments found the change.
 */
public final class FindingCourses extends FigureBuilder<FindingCourses> {
  private static final double TICK_GAP_PIXELS = 24;
  private static final double TIME_TICKS_PER_PANEL = 6;
  private static final List<Double> TIMES =
      List.of(0.1, 0.3, 1.0, 3.0, 10.0, 24.0, 72.0, 168.0, 504.0);
  private static final int COLUMNS = 3;
  private static final LineStyle SIMULATED = LineStyle.series(0).withoutMarker();
  private static final LineStyle UNTREATED = LineStyle.reference(0).withoutMarker();

  private final List<String> titles = new ArrayList<>();
  private final List<Series> courses = new ArrayList<>();
  private final List<List<Found>> found = new ArrayList<>();
  private AxisLabel value = new AxisLabel("Change", "%");

  private FindingCourses(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /**
   * What an experiment found.
   *
   * @param atHours after the dose (h), > 0
   * @param low lower bound, in the unit of the value axis; may be −∞
   * @param high upper bound, ≥ low; may be ∞
   */
  public record Found(double atHours, double low, double high) {
    public Found {
      if (!(atHours > 0 && low <= high)) {
        throw new IllegalArgumentException(
            "what was found must be > 0 h after the dose and low <= high, but was %s h, %s to %s"
                .formatted(atHours, low, high));
      }
    }
  }

  /** Two columns wide unless told otherwise. */
  public static FindingCourses titled(String title) {
    return new FindingCourses(title);
  }

  /** What the value axes show. */
  public FindingCourses value(AxisLabel label) {
    value = label;
    return this;
  }

  /**
   * One more panel.
   *
   * @param title who, and what was given
   * @param course what is simulated; x in hours after the dose, > 0
   * @param experiments what was found, may be none
   */
  public FindingCourses panel(String title, Series course, List<Found> experiments) {
    if (course.x(0) <= 0) {
      throw new IllegalArgumentException(
          "course '%s' must begin after 0 h, but begins at %s h"
              .formatted(course.name(), course.x(0)));
    }
    titles.add(Labels.clean("panel title", title));
    courses.add(course);
    found.add(List.copyOf(experiments));
    return this;
  }

  @Override
  FindingCourses self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (courses.isEmpty()) {
      throw new IllegalArgumentException("figure '" + title() + "' has no course");
    }
    int columns = width() == FigureWidth.ONE_COLUMN ? 1 : Math.min(COLUMNS, courses.size());
    double panelWidth = (width().pixels() - 60.0) / columns - 40;
    double panelHeight = Math.round(Math.min(0.62 * panelWidth, 130));
    Interval time = Interval.ofX(courses);
    List<Interval> ranges = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    double widest = 0;
    for (int i = 0; i < courses.size(); i++) {
      Interval range = range(courses.get(i), found.get(i)).widened(0.08);
      double step = Ticks.step(range.span(), panelHeight, TICK_GAP_PIXELS);
      ranges.add(range);
      steps.add(step);
      widest = Math.max(widest, Axes.widestTickLabel(range, step));
    }
    List<LegendKey> keys =
        List.of(
            new LegendKey.Line("simulated", SIMULATED),
            new LegendKey.Line("untreated", UNTREATED),
            new LegendKey.Found("found: between these bounds, or beyond one"));
    return new SheetContent(
            title(),
            titles,
            () -> plots(time, ranges, steps, columns),
            columns,
            new AxisLabel("Time after the dose", "h"),
            List.of(value),
            keys,
            widest + Axes.TICK_ROOM_PIXELS,
            FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
            panelHeight,
            "")
        .withOwnAxes();
  }

  private List<XYPlot> plots(
      Interval time, List<Interval> ranges, List<Double> steps, int columns) {
    Series untreated =
        Series.of("untreated", new double[] {time.low(), time.high()}, new double[] {0, 0});
    List<XYPlot> plots = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      ValueAxis hours = Axes.hours(time, ticks(time, columns));
      hours.setTickLabelsVisible(i + columns >= courses.size());
      XyPanel panel =
          new XyPanel(hours, Axes.number(ranges.get(i), steps.get(i)))
              .lines(List.of(new StyledSeries(untreated, UNTREATED)))
              .lines(List.of(new StyledSeries(courses.get(i), SIMULATED)));
      panel.plot().addAnnotation(new FoundMarks(found.get(i)));
      plots.add(panel.plot());
    }
    return plots;
  }

  private static List<Double> ticks(Interval time, int columns) {
    List<Double> within =
        TIMES.stream().filter(at -> at >= time.low() && at <= time.high()).toList();
    int every = columns > 1 && within.size() > TIME_TICKS_PER_PANEL ? 2 : 1;
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i < within.size(); i += every) {
      ticks.add(within.get(i));
    }
    return ticks;
  }

  /** Of the course with its bands, zero and every finite bound. */
  private static Interval range(Series course, List<Found> experiments) {
    Interval range = Interval.ofY(List.of(course)).including(0);
    for (Found one : experiments) {
      range = Double.isInfinite(one.low()) ? range : range.including(one.low());
      range = Double.isInfinite(one.high()) ? range : range.including(one.high());
    }
    return Interval.notEmpty(range.low(), range.high());
  }
}
