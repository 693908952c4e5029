package org.capgate.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.capgate.input.Numbers;

/**
 * One combination of what is varied.
 *
 * @param number in the design, from 0
 * @param values by axis, as written, in the order of the axes
 */
public record Point(int number, Map<String, String> values) {
  public Point {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The value of an axis as it is written.
   *
   * @throws NullPointerException when there is no such axis
   */
  public String word(String axis) {
    return Objects.requireNonNull(values.get(axis), axis);
  }

  /**
   * The value of an axis.
   *
   * @throws java.util.NoSuchElementException when it is a word
   */
  public double value(String axis) {
    return Numbers.parse(word(axis)).orElseThrow();
  }
}
