package org.capgate.dynamics;

/**
 * The one grid on which all times lie: whole parts of 10⁻⁹ h (3.6 µs). Doses, samples, rules, ends
 * of runs and printed times are rounded to it where they enter, so that 0.1 + 0.2 and 0.3 are one
 * instant and a sample at a dose is at the dose.
 */
public final class TimeGrid {
  private static final double PARTS_PER_HOUR = 1e9;

  /** Beyond this neighbouring numbers are no closer than the grid (h). */
  private static final double LARGEST_HOURS = 0x1p52 / PARTS_PER_HOUR;

  private TimeGrid() {}

  /**
   * The nearest instant of the grid.
   *
   * @param hours time or duration (h); infinity, and what lies beyond the grid, is returned as it
   *     is
   */
  public static double rounded(double hours) {
    return Math.abs(hours) < LARGEST_HOURS
        ? Math.rint(hours * PARTS_PER_HOUR) / PARTS_PER_HOUR + 0.0 // no -0
        : hours;
  }
}
