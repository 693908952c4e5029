package org.capgate.input;

import java.util.Optional;

/**
 * The interval a number must lie in, with its unit, so that every complaint reads alike: {@code
 * offPerHour must be finite and >= 0 h⁻¹, but was -0.4}.
 *
 * @param low smallest value; negative infinity = no lower bound
 * @param lowAllowed whether {@code low} itself is allowed
 * @param high largest value, allowed; positive infinity = no upper bound
 * @param unit written after the bounds; empty for dimensionless numbers
 */
public record Bounds(double low, boolean lowAllowed, double high, String unit) {

  public Bounds {
    if (Double.isNaN(low) || Double.isNaN(high) || low > high) {
      throw new IllegalArgumentException(
          "bounds must be ordered, but were " + low + " and " + high);
    }
  }

  /** Finite and > 0. */
  public static Bounds positive(String unit) {
    return new Bounds(0, false, Double.POSITIVE_INFINITY, unit);
  }

  /** Finite and ≥ 0. */
  public static Bounds nonNegative(String unit) {
    return new Bounds(0, true, Double.POSITIVE_INFINITY, unit);
  }

  /** Finite. */
  public static Bounds finite(String unit) {
    return new Bounds(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, unit);
  }

  /** Finite, in [low, high]. */
  public static Bounds between(double low, double high, String unit) {
    return new Bounds(low, true, high, unit);
  }

  /** The same interval cut at a largest value. */
  public Bounds atMost(double largest) {
    return new Bounds(low, lowAllowed, largest, unit);
  }

  /** Whether the value is finite and inside. */
  public boolean contains(double value) {
    return Double.isFinite(value) && (lowAllowed ? value >= low : value > low) && value <= high;
  }

  /** What is wrong with the value, or empty when nothing is. */
  public Optional<String> complaint(String name, double value) {
    return contains(value)
        ? Optional.empty()
        : Optional.of(name + " must be " + this + ", but was " + Numbers.text(value));
  }

  /**
   * Returns the value when it is inside; for arguments given in Java code.
   *
   * @throws IllegalArgumentException naming the argument, the bounds, the unit and the value
   */
  public double check(String name, double value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(complaint(name, value).orElseThrow());
    }
    return value;
  }

  /** {@code finite and > 0 µM}, {@code between 0 and 60 points}. */
  @Override
  public String toString() {
    String suffix = unit.isEmpty() ? "" : " " + unit;
    boolean below = low > Double.NEGATIVE_INFINITY;
    boolean above = high < Double.POSITIVE_INFINITY;
    if (below && above) {
      String lowText = Numbers.text(low);
      return lowAllowed
          ? "between " + lowText + " and " + Numbers.text(high) + suffix
          : "> " + lowText + " and <= " + Numbers.text(high) + suffix;
    }
    if (below) {
      return "finite and " + (lowAllowed ? ">= " : "> ") + Numbers.text(low) + suffix;
    }
    return above ? "finite and <= " + Numbers.text(high) + suffix : "finite";
  }
}
