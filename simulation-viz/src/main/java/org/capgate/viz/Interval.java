package org.capgate.viz;

import java.util.List;

/**
 * Range of an axis in data units.
 *
 * @param low lower end
 * @param high upper end, above low
 */
record Interval(double low, double high) {
  double span() {
    return high - low;
  }

  /** Wider by a share of the span on each side. */
  Interval widened(double share) {
    return new Interval(low - share * span(), high + share * span());
  }

  /** Stretched to contain a value. */
  Interval including(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }

  /** From the smallest to the largest x of all series. */
  static Interval ofX(List<Series> series) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series line : series) {
      for (int i = 0; i < line.size(); i++) {
        low = Math.min(low, line.x(i));
        high = Math.max(high, line.x(i));
      }
    }
    return notEmpty(low, high);
  }

  /** From the lowest to the highest y or band edge of all series. */
  static Interval ofY(List<Series> series) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series line : series) {
      for (int i = 0; i < line.size(); i++) {
        low = Math.min(low, line.y(i));
        high = Math.max(high, line.y(i));
        for (Band band : line.bands()) {
          low = Math.min(low, band.low(i));
          high = Math.max(high, band.high(i));
        }
      }
    }
    return notEmpty(low, high);
  }

  /**
   * The interval, or one around its only value. A line that is flat but for rounding is drawn flat:
   * a span below 1e-9 of the value is taken as none.
   */
  static Interval notEmpty(double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low > 1e-9 * size) {
      return new Interval(low, high);
    }
    double half = size == 0 ? 0.5 : 0.1 * size;
    return new Interval(low - half, high + half);
  }
}
