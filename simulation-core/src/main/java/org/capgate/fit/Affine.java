package org.capgate.fit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A constant plus multiples of named numbers that are fitted but belong to no scenario. Immutable.
 *
 * @param constant what is there without any of them
 * @param slopes by name
 */
public record Affine(double constant, Map<String, Double> slopes) {
  public Affine {
    slopes = Map.copyOf(slopes);
  }

  /** A number that stays. */
  public static Affine of(double constant) {
    return new Affine(constant, Map.of());
  }

  /**
   * The value at numbers; the sum is made in the order of the names.
   *
   * @param numbers that of every slope, by name
   */
  public double at(Map<String, Double> numbers) {
    double sum = constant;
    for (Map.Entry<String, Double> slope : new TreeMap<>(slopes).entrySet()) {
      sum += slope.getValue() * numbers.getOrDefault(slope.getKey(), Double.NaN);
    }
    return sum;
  }
}
