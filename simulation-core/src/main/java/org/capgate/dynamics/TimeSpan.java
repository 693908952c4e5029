package org.capgate.dynamics;

/**
 * An interval of time.
 *
 * @param startHours first instant, finite
 * @param endHours last instant, finite and later than the start
 */
public record TimeSpan(double startHours, double endHours) {
  /** Rejects an empty, reversed or infinite span; both ends are put on the {@link TimeGrid}. */
  public TimeSpan {
    startHours = TimeGrid.rounded(startHours);
    endHours = TimeGrid.rounded(endHours);
    if (!Double.isFinite(startHours) || !Double.isFinite(endHours) || !(endHours > startHours)) {
      throw new IllegalArgumentException(
          "a time span must be finite and end after it starts, but was "
              + startHours
              + " h to "
              + endHours
              + " h");
    }
  }

  /** From {@code startHours} to {@code endHours}. */
  public static TimeSpan hours(double startHours, double endHours) {
    return new TimeSpan(startHours, endHours);
  }

  /** From {@code startDays} to {@code endDays}, a day being 24 hours. */
  public static TimeSpan days(double startDays, double endDays) {
    return new TimeSpan(24.0 * startDays, 24.0 * endDays);
  }

  /** Length, in hours, > 0. */
  public double durationHours() {
    return endHours - startHours;
  }

  /** Whether the instant lies within the span, both ends included. */
  public boolean contains(double tHours) {
    return tHours >= startHours && tHours <= endHours;
  }
}
