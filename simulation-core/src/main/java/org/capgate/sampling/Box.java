package org.capgate.sampling;

import java.util.Arrays;

/** The range of every dimension: outside, a density is 0. Immutable. */
public final class Box {
  private final double[] low;
  private final double[] high;

  private Box(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The box between two corners.
   *
   * @param low one entry per dimension
   * @param high above low, in the same unit; both finite
   */
  public static Box of(double[] low, double[] high) {
    if (low.length != high.length || low.length == 0) {
      throw new IllegalArgumentException(
          "a box needs as many upper as lower bounds and one of each, but had %s and %s"
              .formatted(high.length, low.length));
    }
    for (int i = 0; i < low.length; i++) {
      if (!(low[i] < high[i]) || Double.isInfinite(high[i] - low[i])) {
        throw new IllegalArgumentException(
            "the bounds of dimension %s must be finite and ascend, but were %s and %s"
                .formatted(i, low[i], high[i]));
      }
    }
    return new Box(low.clone(), high.clone());
  }

  /** The cube between 0 and 1. */
  public static Box unit(int dimensions) {
    double[] ones = new double[dimensions];
    Arrays.fill(ones, 1);
    return of(new double[dimensions], ones);
  }

  /** How many dimensions it has, ≥ 1. */
  public int dimensions() {
    return low.length;
  }

  /** Lower bound of a dimension. */
  public double low(int dimension) {
    return low[dimension];
  }

  /** Upper bound of a dimension. */
  public double high(int dimension) {
    return high[dimension];
  }

  /** Width of a dimension, > 0. */
  public double width(int dimension) {
    return high[dimension] - low[dimension];
  }

  /** Whether a point lies inside or on a face. */
  public boolean contains(double[] point) {
    for (int i = 0; i < low.length; i++) {
      if (!(low[i] <= point[i] && point[i] <= high[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * A value brought into the range as if the range were a ring: what leaves at one end comes in at
   * the other. A jump as likely as its reverse stays so; reflecting at the bounds would not keep
   * that where the dimensions of a jump are correlated.
   */
  public double folded(double value, int dimension) {
    double width = width(dimension);
    double turns = Math.floor((value - low[dimension]) / width);
    double inside = value - turns * width;
    return Math.max(low[dimension], Math.min(high[dimension], inside)); // rounding may step over
  }
}
