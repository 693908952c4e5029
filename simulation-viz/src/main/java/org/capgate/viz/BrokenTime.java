package org.capgate.viz;

import java.util.List;
import org.jfree.chart.axis.NumberAxis;

/**
 * A time axis of which the first day is shown in hours and what follows in days, with a break
 * between them, so that both the acute phase and what lasts are seen; one part in hours where a run
 * is shorter than two days.
 *
 * @param parts one or two, from left to right
 */
record BrokenTime(List<Part> parts) {
  /** Pixels between the parts. */
  static final double GAP = 7;

  private static final double BREAK_HOURS = 24;
  private static final double FIRST_SHARE = 0.45;
  private static final double TICK_GAP_PIXELS = 18;

  /**
   * One part.
   *
   * @param scale its unit
   * @param shown in its unit
   * @param widened the same with room at the outer ends
   * @param share of the width
   */
  record Part(TimeScale scale, Interval shown, Interval widened, double share) {
    /** "hours" or "days". */
    String label() {
      return scale == TimeScale.HOURS ? "hours" : "days";
    }

    NumberAxis axis(double widthPixels) {
      double label = 8 + Axes.widestTickLabel(shown, 1);
      double gap = Math.max(TICK_GAP_PIXELS, label);
      double step = Ticks.step(widened.span(), widthPixels, gap, scale.tickSteps());
      return Axes.number(widened, step);
    }
  }

  static BrokenTime over(Interval hours) {
    if (hours.high() < TimeScale.LEAST_DAYS_HOURS) {
      return new BrokenTime(List.of(part(TimeScale.HOURS, hours, 1, 0.03, 0.03)));
    }
    if (hours.low() >= BREAK_HOURS) {
      return new BrokenTime(List.of(part(TimeScale.DAYS, hours, 1, 0.03, 0.03)));
    }
    return new BrokenTime(
        List.of(
            part(TimeScale.HOURS, new Interval(hours.low(), BREAK_HOURS), FIRST_SHARE, 0.05, 0.001),
            part(
                TimeScale.DAYS,
                new Interval(BREAK_HOURS, hours.high()),
                1 - FIRST_SHARE,
                -0.001, // past the break, whose tick would stand on that of 24 h
                0.03)));
  }

  /** Pixels between the end of the curves and the right edge of a panel. */
  double roomAfter(double panelWidth) {
    Part last = parts.get(parts.size() - 1);
    double width = last.share() * (panelWidth - (parts.size() - 1) * GAP);
    return width * (last.widened().high() - last.shown().high()) / last.widened().span();
  }

  private static Part part(
      TimeScale scale, Interval hours, double share, double before, double after) {
    Interval shown = new Interval(scale.fromHours(hours.low()), scale.fromHours(hours.high()));
    Interval widened =
        new Interval(shown.low() - before * shown.span(), shown.high() + after * shown.span());
    return new Part(scale, shown, widened, share);
  }
}
