package org.capgate.viz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ladder of doses: the time courses in one colour, the darker the higher the dose, and beside
 * them what each dose has done at one time. Of the bands of a course the narrower is drawn around
 * it, since bands of neighbours lie on each other, and both are drawn beside.
 */
public final class LadderFigure extends FigureBuilder<LadderFigure> {
  private static final double COURSES_SHARE = 0.6;

  private final List<Step> steps = new ArrayList<>();
  private final List<Series> references = new ArrayList<>();
  private final List<Double> dosesHours = new ArrayList<>();
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private AxisLabel dose = new AxisLabel("Dose", "mg/kg");
  private double readHours = 24;

  private LadderFigure(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** One dose and what follows it; x in hours. */
  private record Step(double amount, Series course) {}

  /** Two columns wide, dose in mg/kg, read at 24 h, unless told otherwise. */
  public static LadderFigure titled(String title) {
    return new LadderFigure(title);
  }

  /** What the value axes show. */
  public LadderFigure value(AxisLabel label) {
    value = label;
    return this;
  }

  /** What the dose axis shows. */
  public LadderFigure dose(AxisLabel label) {
    dose = label;
    return this;
  }

  /** A dose, in any order, > 0 and none twice; x of the course in hours. */
  public LadderFigure step(double amount, Series course) {
    if (!(amount > 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException(
          "dose of '%s' must be > 0 on a logarithmic axis, but was %s"
              .formatted(course.name(), amount));
    }
    if (steps.stream().anyMatch(step -> step.amount() == amount)) {
      throw new IllegalArgumentException("dose %s is there twice".formatted(amount));
    }
    steps.add(new Step(amount, course));
    return this;
  }

  /** A course without the drug, in grey; x in hours. */
  public LadderFigure reference(Series course) {
    references.add(course);
    return this;
  }

  /** The time at which the doses are compared (h); the last sample up to it is read. */
  public LadderFigure readAtHours(double hours) {
    readHours = hours;
    return this;
  }

  /** Times of doses, marked above the courses. */
  public LadderFigure dosesAtHours(double... times) {
    for (double time : times) {
      dosesHours.add(time);
    }
    return this;
  }

  @Override
  LadderFigure self() {
    return this;
  }

  @Override
  FigureContent content() {
    if (steps.size() < 2) {
      throw new IllegalArgumentException(
          "ladder '%s' needs 2 doses or more, but has %s".formatted(title(), steps.size()));
    }
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingDouble(Step::amount));
    Map<String, LineStyle> styles = new LinkedHashMap<>();
    for (Series reference : references) {
      styles.put(reference.name(), LineStyle.reference(styles.size()));
    }
    for (int i = 0; i < sorted.size(); i++) {
      styles.put(sorted.get(i).course().name(), LineStyle.step(i, sorted.size()));
    }
    return new BesideContent(title(), courses(sorted, styles), effects(sorted), COURSES_SHARE, "");
  }

  private SheetContent courses(List<Step> sorted, Map<String, LineStyle> styles) {
    List<Series> steps = sorted.stream().map(step -> step.course().withoutOuterBand()).toList();
    List<Series> all = new ArrayList<>(references);
    all.addAll(steps);
    TimeScale unit = TimeScale.ofSpanHours(Interval.ofX(all).span());
    List<Series> behind = references.stream().map(line -> line.mapX(unit::fromHours)).toList();
    List<Series> lines = steps.stream().map(line -> line.mapX(unit::fromHours)).toList();
    TimePanels.Panel panel = new TimePanels.Panel("", lines, Interval.ofY(all).widened(0.06));
    return new TimePanels(
            unit,
            Interval.ofX(all.stream().map(line -> line.mapX(unit::fromHours)).toList()),
            behind,
            List.of(panel),
            dosesHours.stream().map(unit::fromHours).toList(),
            Map.of(),
            styles)
        .content("", new AxisLabel("Time", unit.unit()), List.of(value), 1, width(), COURSES_SHARE);
  }

  private SheetContent effects(List<Step> sorted) {
    double[] amounts = sorted.stream().mapToDouble(Step::amount).toArray();
    List<Series> read = sorted.stream().map(Step::course).toList();
    Series curve = Series.across("effect", amounts, read, readHours);
    Interval doses = Interval.ofX(List.of(curve));
    List<StyledSeries> behind = new ArrayList<>();
    List<Series> all = new ArrayList<>(List.of(curve));
    for (Series reference : references) {
      double level = reference.yUpTo(readHours);
      double[] ends = {0.8 * doses.low(), 1.25 * doses.high()};
      Series line = Series.of(reference.name(), ends, new double[] {level, level});
      behind.add(new StyledSeries(line, LineStyle.reference(behind.size())));
      all.add(line);
    }
    List<StyledSeries> points = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Series point = Series.of("dose " + i, new double[] {amounts[i]}, new double[] {curve.y(i)});
      points.add(new StyledSeries(point, LineStyle.step(i, sorted.size()).withDisc()));
    }
    Interval values = Interval.ofY(all).widened(0.08);
    double panelHeight = Math.round(0.5 * (1 - COURSES_SHARE) * width().pixels() + 60);
    double step = Ticks.step(values.span(), panelHeight, 20);
    String when =
        readHours < TimeScale.LEAST_DAYS_HOURS
            ? Ticks.plain(readHours) + " h"
            : Ticks.plain(readHours / 24) + " d";
    LineStyle joined = new LineStyle(FigureTheme.AXIS, FigureTheme.axisStroke(), null);
    return SheetContent.onePanel(
        "",
        () ->
            new XyPanel(Axes.dose(doses), Axes.number(values, step))
                .lines(behind)
                .lines(List.of(new StyledSeries(curve, joined)))
                .markersAtPoints(points)
                .plot(),
        dose,
        new AxisLabel(value.quantity() + " at " + when, value.unit()),
        List.of(),
        Axes.widestTickLabel(values, step),
        panelHeight);
  }
}
