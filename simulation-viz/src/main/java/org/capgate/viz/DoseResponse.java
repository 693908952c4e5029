package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** A readout against the dose on a logarithmic axis, with a marker at each simulated dose. */
public final class DoseResponse extends FigureBuilder<DoseResponse> {
  private static final double VALUE_TICK_GAP_PIXELS = 20;

  private final List<Series> references = new ArrayList<>();
  private final List<Series> curves = new ArrayList<>();
  private AxisLabel dose = new AxisLabel("Dose", "mg/kg");
  private AxisLabel value = AxisLabel.dimensionless("Value");

  private DoseResponse(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide, dose in mg/kg, unless told otherwise. */
  public static DoseResponse titled(String title) {
    return new DoseResponse(title);
  }

  /** What the dose axis shows. */
  public DoseResponse dose(AxisLabel label) {
    dose = label;
    return this;
  }

  /** What the value axis shows. */
  public DoseResponse value(AxisLabel label) {
    value = label;
    return this;
  }

  /** A curve; x is the dose, > 0. */
  public DoseResponse curve(Series curve) {
    if (curve.x(0) <= 0) {
      throw new IllegalArgumentException(
          "curve '"
              + curve.name()
              + "': dose must be > 0 on a logarithmic axis, but was "
              + curve.x(0)
              + "; show dose 0 with baseline(..)");
    }
    curves.add(curve);
    return this;
  }

  /** A grey level across the figure, as the value without any dose. */
  public DoseResponse baseline(String name, double level) {
    references.add(Series.of(name, new double[] {0, 1}, new double[] {level, level}));
    return this;
  }

  @Override
  DoseResponse self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("dose response '" + title() + "' has no curve");
    }
    Interval doses = Interval.ofX(curves);
    List<Series> levels = references.stream().map(level -> across(level, doses)).toList();
    List<Series> all = new ArrayList<>(levels);
    all.addAll(curves);
    Series.requireDifferentNames("figure '" + title() + "'", all);
    Interval values = Interval.ofY(all).widened(0.06);
    double panelHeight = Math.round(Math.min(0.68 * width().pixels(), 260));
    double step = Ticks.step(values.span(), panelHeight, VALUE_TICK_GAP_PIXELS);

    List<StyledSeries> behind = new ArrayList<>();
    List<StyledSeries> front = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    for (Series curve : curves) {
      front.add(new StyledSeries(curve, LineStyle.series(front.size())));
    }
    for (Series level : levels) {
      behind.add(new StyledSeries(level, LineStyle.reference(behind.size())));
    }
    for (StyledSeries line : front) {
      keys.add(new LegendKey.Line(line.series().name(), line.style()));
    }
    for (StyledSeries line : behind) {
      keys.add(new LegendKey.Line(line.series().name(), line.style()));
    }
    return SheetContent.onePanel(
        title(),
        () -> plot(doses, values, step, behind, front),
        dose,
        value,
        keys,
        Axes.widestTickLabel(values, step),
        panelHeight);
  }

  private static XYPlot plot(
      Interval doses,
      Interval values,
      double step,
      List<StyledSeries> behind,
      List<StyledSeries> front) {
    NumberAxis range = Axes.number(values, step);
    return new XyPanel(Axes.dose(doses), range)
        .lines(behind)
        .lines(front)
        .markersAtPoints(front)
        .plot();
  }

  private static Series across(Series level, Interval doses) {
    double[] x = {0.8 * doses.low(), 1.25 * doses.high()};
    return Series.of(level.name(), x, new double[] {level.y(0), level.y(1)});
  }
}
