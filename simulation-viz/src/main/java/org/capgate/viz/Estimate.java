package org.capgate.viz;

import java.util.List;
import java.util.Optional;

/**
 * A number with the spread around it, as that of an ensemble of parameter sets.
 *
 * @param value finite
 * @param inner the narrower band, as that of half of the sets, if known
 * @param outer the wider band, as that of 90 % of the sets, if known
 */
public record Estimate(double value, Optional<Spread> inner, Optional<Spread> outer) {
  public Estimate {
    Spread.requireFinite("value", value);
  }

  /**
   * From the lower to the upper end of a band.
   *
   * @param low finite
   * @param high finite, ≥ low
   */
  public record Spread(double low, double high) {
    public Spread {
      requireFinite("low", low);
      requireFinite("high", high);
      if (low > high) {
        throw new IllegalArgumentException(
            "low must be <= high, but was %s > %s".formatted(low, high));
      }
    }

    private static void requireFinite(String what, double number) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("%s must be finite, but was %s".formatted(what, number));
      }
    }
  }

  /** A number of which no spread is known. */
  public static Estimate of(double value) {
    return new Estimate(value, Optional.empty(), Optional.empty());
  }

  /** The same with its narrower band. */
  public Estimate withInner(double low, double high) {
    return new Estimate(value, Optional.of(new Spread(low, high)), outer);
  }

  /** The same with its wider band. */
  public Estimate withOuter(double low, double high) {
    return new Estimate(value, inner, Optional.of(new Spread(low, high)));
  }

  /** The smallest range that holds the number and its bands. */
  Interval range() {
    Interval range = new Interval(value, value);
    for (Optional<Spread> band : List.of(inner, outer)) {
      if (band.isPresent()) {
        range = range.including(band.get().low()).including(band.get().high());
      }
    }
    return range;
  }
}
