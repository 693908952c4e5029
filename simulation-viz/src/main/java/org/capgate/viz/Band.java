package org.capgate.viz;

import java.util.Arrays;

/** The lower and upper edge of an area around a line, point by point. Immutable. */
final class Band {
  private final double[] low;
  private final double[] high;

  /** Takes copies; low[i] ≤ high[i] was checked. */
  Band(double[] low, double[] high) {
    this.low = low.clone();
    this.high = high.clone();
  }

  double low(int point) {
    return low[point];
  }

  double high(int point) {
    return high[point];
  }

  /** The points from {@code first} to before {@code end}. */
  Band between(int first, int end) {
    return new Band(Arrays.copyOfRange(low, first, end), Arrays.copyOfRange(high, first, end));
  }
}
