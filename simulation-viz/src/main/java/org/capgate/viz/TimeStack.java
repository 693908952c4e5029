package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Different quantities over one time axis: panels above each other, each with its own value axis,
 * its lines and the grey reference lines they are compared with. Lines of one name look the same in
 * all panels.
 */
public final class TimeStack extends FigureBuilder<TimeStack> {
  private final List<AxisLabel> labels = new ArrayList<>();
  private final List<List<Series>> references = new ArrayList<>();
  private final List<List<Series>> lines = new ArrayList<>();
  private final List<Double> dosesHours = new ArrayList<>();
  private Optional<TimeScale> scale = Optional.empty();

  private TimeStack(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide, in hours below two days and else in days, unless told otherwise. */
  public static TimeStack titled(String title) {
    return new TimeStack(title);
  }

  /** Unit of the time axis; the series stay in hours. */
  public TimeStack scale(TimeScale newScale) {
    scale = Optional.of(newScale);
    return this;
  }

  /**
   * One more panel below the others.
   *
   * @param value what its axis shows
   * @param compared grey lines behind the others, may be none; x in hours
   * @param shown the lines, at least one; x in hours
   */
  public TimeStack panel(AxisLabel value, List<Series> compared, List<Series> shown) {
    if (shown.isEmpty()) {
      throw new IllegalArgumentException(
          "the panel '" + value.text() + "' of '" + title() + "' has no line");
    }
    labels.add(value);
    references.add(List.copyOf(compared));
    lines.add(List.copyOf(shown));
    return this;
  }

  /** Times of doses, marked at the top of each panel. */
  public TimeStack dosesAtHours(double... times) {
    for (double time : times) {
      dosesHours.add(time);
    }
    return this;
  }

  @Override
  TimeStack self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("time stack '" + title() + "' has no panel");
    }
    List<Series> inHours =
        Stream.concat(references.stream(), lines.stream()).flatMap(List::stream).toList();
    TimeScale unit = scale.orElseGet(() -> TimeScale.ofSpanHours(Interval.ofX(inHours).span()));
    List<TimePanels.Panel> panels = new ArrayList<>();
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<Series> compared = inScale(references.get(i), unit);
      List<Series> shown = inScale(lines.get(i), unit);
      List<Series> both = Stream.concat(compared.stream(), shown.stream()).toList();
      panels.add(new TimePanels.Panel("", compared, shown, Interval.ofY(both).widened(0.06)));
      all.addAll(both);
    }
    Interval time = Interval.ofX(all);
    List<Double> doses =
        dosesHours.stream()
            .map(unit::fromHours)
            .filter(dose -> dose >= time.low() && dose <= time.high())
            .toList();
    return new TimePanels(unit, time, List.of(), panels, doses)
        .content(title(), new AxisLabel("Time", unit.unit()), labels, 1, width());
  }

  private static List<Series> inScale(List<Series> inHours, TimeScale unit) {
    return inHours.stream().map(line -> line.mapX(unit::fromHours)).toList();
  }
}
