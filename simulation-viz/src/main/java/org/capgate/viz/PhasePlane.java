package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;

/**
 * Two variables against each other: the lines on which each stands still, the steady states where
 * the lines cross (filled if stable, open if not), and paths that runs take. What is held while the
 * nullclines are computed belongs into the {@link #note}.
 */
public final class PhasePlane extends FigureBuilder<PhasePlane> {
  private static final double TICK_GAP_PIXELS = 24;
  private static final Series NONE = Series.path("none", new double[] {0}, new double[] {0});

  private final List<Nullcline> nullclines = new ArrayList<>();
  private final List<Series> paths = new ArrayList<>();
  private Series stable = NONE;
  private Series unstable = NONE;
  private AxisLabel horizontal = AxisLabel.dimensionless("x");
  private AxisLabel vertical = AxisLabel.dimensionless("y");

  private PhasePlane(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /**
   * A line on which a variable stands still.
   *
   * @param name in the legend
   * @param pieces of it, each a path
   */
  private record Nullcline(String name, List<Series> pieces) {}

  /** One column wide unless told otherwise. */
  public static PhasePlane titled(String title) {
    return new PhasePlane(title);
  }

  /** What the horizontal axis shows. */
  public PhasePlane horizontal(AxisLabel label) {
    horizontal = label;
    return this;
  }

  /** What the vertical axis shows. */
  public PhasePlane vertical(AxisLabel label) {
    vertical = label;
    return this;
  }

  /**
   * One nullcline.
   *
   * @param name in the legend, as "BDNF stands still"
   * @param lines columns {@code piece}, {@code x} and {@code y}, points in drawing order, as {@code
   *     org.capgate.analysis.Nullclines} gives them
   */
  public PhasePlane nullcline(String name, Table lines) {
    List<Series> pieces = new ArrayList<>();
    for (String piece : lines.distinct("piece")) {
      Table points = lines.where("piece", piece);
      pieces.add(Series.path(name + " " + piece, points.numbers("x"), points.numbers("y")));
    }
    nullclines.add(new Nullcline(Labels.clean("nullcline", name), pieces));
    return this;
  }

  /** Steady states: columns {@code x}, {@code y} and {@code stable} (yes or no). */
  public PhasePlane steadyStates(Table states) {
    stable = points("stable steady state", states.where("stable", "yes"));
    unstable = points("unstable steady state", states.where("stable", "no"));
    return this;
  }

  private static Series points(String name, Table states) {
    return states.size() == 0 ? NONE : Series.path(name, states.numbers("x"), states.numbers("y"));
  }

  /** The way a run takes through the plane, point by point. */
  public PhasePlane path(String name, double[] x, double[] y) {
    paths.add(Series.path(name, x, y));
    return this;
  }

  @Override
  PhasePlane self() {
    return this;
  }

  @Override
  SheetContent content() {
    List<Series> pieces = nullclines.stream().flatMap(line -> line.pieces().stream()).toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("phase plane '" + title() + "' has no nullcline");
    }
    List<Series> all = new ArrayList<>(pieces);
    all.addAll(paths);
    Interval x = Interval.ofX(all).widened(0.03);
    Interval y = Interval.ofY(all).widened(0.04);
    double panelWidth = width().pixels() - 60.0;
    double panelHeight = Math.round(Math.min(0.8 * panelWidth, 320));
    double xStep = Ticks.step(x.span(), panelWidth, TICK_GAP_PIXELS);
    double yStep = Ticks.step(y.span(), panelHeight, TICK_GAP_PIXELS);

    List<StyledSeries> lines = new ArrayList<>();
    List<LegendKey> keys = new ArrayList<>();
    for (int i = 0; i < nullclines.size(); i++) {
      LineStyle style = LineStyle.series(i).withoutMarker();
      nullclines.get(i).pieces().forEach(piece -> lines.add(new StyledSeries(piece, style)));
      keys.add(new LegendKey.Line(nullclines.get(i).name(), style));
    }
    List<StyledSeries> behind = new ArrayList<>();
    for (Series path : paths) {
      LineStyle style = LineStyle.reference(behind.size());
      behind.add(new StyledSeries(path, style));
      keys.add(new LegendKey.Line(path.name(), style));
    }
    if (stable != NONE) {
      keys.add(new LegendKey.Point(stable.name(), true));
    }
    if (unstable != NONE) {
      keys.add(new LegendKey.Point(unstable.name(), false));
    }
    Series filled = stable;
    Series open = unstable;
    return SheetContent.onePanel(
        title(),
        () -> {
          XyPanel panel =
              new XyPanel(Axes.number(x, xStep), Axes.number(y, yStep)).lines(behind).lines(lines);
          if (filled != NONE) {
            panel.points(filled, true);
          }
          if (open != NONE) {
            panel.points(open, false);
          }
          return panel.plot();
        },
        horizontal,
        vertical,
        keys,
        Axes.widestTickLabel(y, yStep),
        panelHeight);
  }
}
