package org.capgate.input;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them: plain decimals with an optional power of ten, nothing else. */
public final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");

  private Numbers() {}

  /**
   * The number a word stands for. {@code 10}, {@code 0.5}, {@code .5} and {@code 1e-3} are numbers;
   * {@code NaN}, {@code Infinity}, {@code 0x10}, {@code 1_000}, {@code 1d} and {@code 1,5} are not,
   * nor is a number too large for double precision.
   */
  public static OptionalDouble parse(String word) {
    if (!DECIMAL.matcher(word).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(word);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The shortest decimal that reads back as the same number, without a trailing {@code .0}. */
  public static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
