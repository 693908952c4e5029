package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;

/**
 * The effect that is left when a fraction of the neurons lacks the switch, with a marker at each
 * simulated fraction and a band where its spread is known.
 */
public final class MosaicCurve extends FigureBuilder<MosaicCurve> {
  private static final double TICK_GAP_PIXELS = 22;

  private final List<Series> curves = new ArrayList<>();
  private final List<Series> references = new ArrayList<>();
  private AxisLabel fraction = new AxisLabel("Neurons without the switch", "fraction");
  private AxisLabel effect = AxisLabel.dimensionless("Effect");

  private MosaicCurve(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide unless told otherwise. */
  public static MosaicCurve titled(String title) {
    return new MosaicCurve(title);
  }

  /** Whose fraction is on the horizontal axis, as "Interneurons without 4E-BP2". */
  public MosaicCurve fraction(AxisLabel label) {
    fraction = label;
    return this;
  }

  /** What the vertical axis shows. */
  public MosaicCurve effect(AxisLabel label) {
    effect = label;
    return this;
  }

  /**
   * The curves of a table.
   *
   * @param mosaic columns {@code series} (text), {@code fractionWithoutSwitch} in [0, 1] ascending
   *     within a series, {@code effect}, {@code low} and {@code high}, of which the last two may be
   *     missing in all rows of a series
   */
  public MosaicCurve curves(Table mosaic) {
    for (Series curve :
        Series.byGroup(mosaic, "series", "fractionWithoutSwitch", "effect", "low", "high")) {
      for (int i = 0; i < curve.size(); i++) {
        if (curve.x(i) < 0 || curve.x(i) > 1) {
          throw new IllegalArgumentException(
              "fractionWithoutSwitch of "
                  + curve.name()
                  + " must be in [0, 1], but was "
                  + curve.x(i));
        }
      }
      curves.add(curve);
    }
    return this;
  }

  /** A grey level across the figure, as what the mean field gives. */
  public MosaicCurve reference(String name, double level) {
    references.add(Series.of(name, new double[] {0, 1}, new double[] {level, level}));
    return this;
  }

  @Override
  MosaicCurve self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("mosaic figure '" + title() + "' has no curve");
    }
    List<Series> all = new ArrayList<>(references);
    all.addAll(curves);
    Series.requireDifferentNames("figure '" + title() + "'", all);
    Interval fractions = new Interval(0, 1).widened(0.02);
    Interval effects = Interval.ofY(all).widened(0.06);
    double panelHeight = Math.round(Math.min(0.68 * width().pixels(), 260));
    double step = Ticks.step(effects.span(), panelHeight, TICK_GAP_PIXELS);
    List<StyledSeries> front = new ArrayList<>();
    List<StyledSeries> behind = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    for (Series curve : curves) {
      LineStyle style = LineStyle.series(front.size());
      front.add(new StyledSeries(curve, style));
      keys.add(new LegendKey.Line(curve.name(), style));
    }
    for (Series reference : references) {
      LineStyle style = LineStyle.reference(behind.size());
      behind.add(new StyledSeries(reference, style));
      keys.add(new LegendKey.Line(reference.name(), style));
    }
    return SheetContent.onePanel(
        title(),
        () ->
            new XyPanel(Axes.number(fractions, 0.2), Axes.number(effects, step))
                .lines(behind)
                .lines(front)
                .markersAtPoints(front)
                .plot(),
        fraction,
        effect,
        keys,
        Axes.widestTickLabel(effects, step),
        panelHeight);
  }
}
