package org.capgate.uncertainty;

import java.util.Arrays;

/**
 * Quantiles of numbers, with straight lines between them (the rule that R and NumPy use by
 * default). Immutable.
 */
public final class Quantiles {
  private final double[] ascending;

  private Quantiles(double[] ascending) {
    this.ascending = ascending;
  }

  /**
   * Of numbers.
   *
   * @param numbers in any order, not modified, at least one
   */
  public static Quantiles of(double[] numbers) {
    if (numbers.length == 0) {
      throw new IllegalArgumentException("quantiles need at least one number");
    }
    double[] ascending = numbers.clone();
    Arrays.sort(ascending);
    return new Quantiles(ascending);
  }

  /**
   * The number below which a share of them lies.
   *
   * @param share in [0, 1]
   */
  public double at(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1], but was " + share);
    }
    double place = share * (ascending.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }
}
