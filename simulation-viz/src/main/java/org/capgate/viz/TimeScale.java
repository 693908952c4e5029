package org.capgate.viz;

import java.util.List;

/** Unit of a time axis. Times are handed over in hours; the axis shows hours or days. */
public enum TimeScale {
  /** Axis in hours, ticks at parts and multiples of a day. */
  HOURS("h", 1),
  /** Axis in days, ticks at days and weeks. */
  DAYS("d", 24);

  /** Runs from this length on (h) are shown in days. */
  static final double LEAST_DAYS_HOURS = 48;

  private static final List<Double> HOUR_STEPS =
      List.of(0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0);
  private static final List<Double> DAY_STEPS =
      List.of(0.25, 0.5, 1.0, 2.0, 7.0, 14.0, 28.0, 56.0, 112.0);

  private final String unit;
  private final int hours;

  TimeScale(String unit, int hours) {
    this.unit = unit;
    this.hours = hours;
  }

  /** Hours for a run shorter than two days, else days. */
  public static TimeScale ofSpanHours(double hours) {
    return hours < LEAST_DAYS_HOURS ? HOURS : DAYS;
  }

  /** Unit as printed on the axis. */
  public String unit() {
    return unit;
  }

  double fromHours(double timeHours) {
    return timeHours / hours;
  }

  /** Distances between ticks that read well, ascending, in this unit. */
  List<Double> tickSteps() {
    return this == HOURS ? HOUR_STEPS : DAY_STEPS;
  }
}
