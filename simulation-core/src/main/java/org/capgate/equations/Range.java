package org.capgate.equations;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range that a description of a symbol ends with: "…, in [0, 1)". An end is a number, or the
 * name of a symbol of the same system, in which the class of cells and the unit may be left out:
 * "…, in [0, totalRaptor]".
 *
 * @param low lower end, as written
 * @param high upper end, as written
 */
public record Range(String low, String high) {
  private static final Pattern STATED =
      Pattern.compile(".* in ([\\[(])([\\w.∞-]+), ([\\w.∞-]+)([\\])])");

  /** The range a symbol states, if it states one. */
  public static Optional<Range> of(Symbol symbol) {
    Matcher matcher = STATED.matcher(symbol.description());
    return matcher.matches()
        ? Optional.of(new Range(matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /**
   * By how much a value lies outside, 0 inside, relative to the width of the range, or to the value
   * where that is infinite.
   *
   * @param valueOf the value of an end that is written as a word
   */
  public double excess(double value, ToDoubleFunction<String> valueOf) {
    double from = end(low, valueOf);
    double to = end(high, valueOf);
    double outside = Math.max(0, Math.max(from - value, value - to));
    double width = to - from;
    return outside == 0 ? 0 : outside / (width > 0 && width < 1e300 ? width : 1);
  }

  private static double end(String written, ToDoubleFunction<String> valueOf) {
    return isNumber(written) ? number(written) : valueOf.applyAsDouble(written);
  }

  /** Whether an end is a number, and not the name of a symbol. */
  static boolean isNumber(String end) {
    return !Character.isLetter(end.charAt(0));
  }

  /** The number an end is. */
  static double number(String end) {
    return end.equals("∞") ? Double.POSITIVE_INFINITY : Double.parseDouble(end);
  }

  @Override
  public String toString() {
    return "[%s, %s]".formatted(low, high);
  }
}
