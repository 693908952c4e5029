package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Quantities over time: several lines in one panel, or a grid of panels with shared axes in which
 * reference lines (the wild type) come back in each panel.
 *
 * <pre>{@code
 * Figure mood = TimeCourse.titled("Mood after one dose")
 *     .value(AxisLabel.dimensionless("Mood"))
 *     .reference(wildTypeKetamine)
 *     .panel("4E-BP2 knockout", List.of(vehicle, ketamine))
 *     .dosesAtHours(0)
 *     .build();
 * }</pre>
 */
public final class TimeCourse extends FigureBuilder<TimeCourse> {
  private final List<Series> references = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<List<Series>> panels = new ArrayList<>();
  private final List<Double> dosesHours = new ArrayList<>();
  private final Map<String, List<Double>> dosesOfHours = new LinkedHashMap<>();
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private Optional<TimeScale> scale = Optional.empty();
  private double startHours = Double.NaN;
  private double endHours = Double.NaN;
  private int columns;

  private TimeCourse(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide, in hours below two days and else in days, unless told otherwise. */
  public static TimeCourse titled(String title) {
    return new TimeCourse(title);
  }

  /** What the value axis shows. */
  public TimeCourse value(AxisLabel label) {
    value = label;
    return this;
  }

  /** Unit of the time axis; the series stay in hours. */
  public TimeCourse scale(TimeScale newScale) {
    scale = Optional.of(newScale);
    return this;
  }

  /** The part of the run to show; all of it unless told otherwise. */
  public TimeCourse betweenHours(double start, double end) {
    if (!(start < end)) {
      throw new IllegalArgumentException(
          "end must be > start, but was " + end + " h against " + start + " h");
    }
    startHours = start;
    endHours = end;
    return this;
  }

  /** A line drawn broad and grey behind the others in every panel; x in hours. */
  public TimeCourse reference(Series line) {
    references.add(line);
    return this;
  }

  /** A panel with its lines; x in hours. Lines of one name look the same in all panels. */
  public TimeCourse panel(String title, List<Series> lines) {
    titles.add(title.isEmpty() ? "" : Labels.clean("panel title", title));
    panels.add(List.copyOf(lines));
    return this;
  }

  /** The lines of a figure with a single panel; x in hours. */
  public TimeCourse lines(List<Series> lines) {
    return panel("", lines);
  }

  /** Times of doses, marked at the top of each panel. */
  public TimeCourse dosesAtHours(double... times) {
    for (double time : times) {
      dosesHours.add(time);
    }
    return this;
  }

  /** Times of doses that belong to one line alone, marked in its colour. */
  public TimeCourse dosesOf(String line, double... times) {
    dosesOfHours.put(Labels.clean("series name", line), DoubleStream.of(times).boxed().toList());
    return this;
  }

  /** Panels side by side; chosen from their number unless told. */
  public TimeCourse columns(int number) {
    if (number < 1 || number > 6) {
      throw new IllegalArgumentException("columns must be in 1 to 6, but was " + number);
    }
    columns = number;
    return this;
  }

  @Override
  TimeCourse self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("time course '" + title() + "' has no panel");
    }
    TimeScale unit = scale.orElseGet(this::usualScale);
    List<Series> shownReferences = shown(references, unit);
    List<List<Series>> shownPanels = panels.stream().map(lines -> shown(lines, unit)).toList();
    List<Series> all =
        Stream.concat(shownReferences.stream(), shownPanels.stream().flatMap(List::stream))
            .toList();
    Interval values = Interval.ofY(all).widened(0.06);
    List<TimePanels.Panel> drawn = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      drawn.add(new TimePanels.Panel(titles.get(i), shownPanels.get(i), values));
    }
    Interval time =
        Double.isNaN(startHours)
            ? Interval.ofX(all)
            : new Interval(unit.fromHours(startHours), unit.fromHours(endHours));
    Map<String, List<Double>> own = new LinkedHashMap<>();
    dosesOfHours.forEach(
        (line, times) -> {
          List<Double> inside = within(times, unit, time);
          if (!inside.isEmpty()) {
            own.put(line, inside);
          }
        });
    List<Double> doses = within(dosesHours, unit, time);
    return new TimePanels(unit, time, shownReferences, drawn, doses, own, Map.of())
        .content(
            title(),
            new AxisLabel("Time", unit.unit()),
            List.of(value),
            columns == 0 ? usualColumns(panels.size(), width()) : columns,
            width());
  }

  static int usualColumns(int panels, FigureWidth width) {
    if (width == FigureWidth.ONE_COLUMN) {
      return Math.min(panels, 2);
    }
    return panels <= 4 ? panels : panels <= 6 ? 3 : 4;
  }

  private static List<Double> within(List<Double> timesHours, TimeScale unit, Interval time) {
    return timesHours.stream()
        .map(unit::fromHours)
        .filter(dose -> dose >= time.low() && dose <= time.high())
        .toList();
  }

  private TimeScale usualScale() {
    if (!Double.isNaN(startHours)) {
      return TimeScale.ofSpanHours(endHours - startHours);
    }
    List<Series> all =
        Stream.concat(references.stream(), panels.stream().flatMap(List::stream)).toList();
    return TimeScale.ofSpanHours(Interval.ofX(all).span());
  }

  private List<Series> shown(List<Series> lines, TimeScale unit) {
    List<Series> shown = new ArrayList<>();
    for (Series line : lines) {
      Series part = Double.isNaN(startHours) ? line : line.between(startHours, endHours);
      shown.add(part.mapX(unit::fromHours));
    }
    return shown;
  }
}
