package org.capgate.equations;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A product of base units with integer exponents, such as µM h⁻¹.
 *
 * <p>Base units are tokens: hour and second, or hertz and per second, have nothing to do with each
 * other and nothing is converted. A conversion is a number with a unit, stated where it is needed:
 * {@code Expressions.quantity(3600, SECOND.per(HOUR))}.
 */
public final class Unit {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}%µ°Ω]+");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** The unit of a pure number. */
  public static final Unit DIMENSIONLESS = new Unit(new TreeMap<>());

  /** h. */
  public static final Unit HOUR = base("h");

  /** s, not converted to hours. */
  public static final Unit SECOND = base("s");

  /** µM. */
  public static final Unit MICROMOLAR = base("µM");

  /** Hz, firing rate; a token of its own, not s⁻¹. */
  public static final Unit HERTZ = base("Hz");

  /** mV. */
  public static final Unit MILLIVOLT = base("mV");

  /** Point of a rating scale. */
  public static final Unit POINT = base("point");

  /** mg. */
  public static final Unit MILLIGRAM = base("mg");

  /** kg. */
  public static final Unit KILOGRAM = base("kg");

  /** h⁻¹. */
  public static final Unit PER_HOUR = HOUR.power(-1);

  /** µM h⁻¹. */
  public static final Unit MICROMOLAR_PER_HOUR = MICROMOLAR.per(HOUR);

  private final SortedMap<String, Integer> exponents;

  private Unit(SortedMap<String, Integer> exponents) {
    this.exponents = exponents;
  }

  /**
   * A base unit, equal to any other base unit with the same token.
   *
   * @param token as printed, letters only, for example "µM"
   */
  public static Unit base(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "a base unit is written in letters, but was '" + token + "'");
    }
    SortedMap<String, Integer> one = new TreeMap<>();
    one.put(token, 1);
    return new Unit(one);
  }

  /** This unit multiplied by the other. */
  public Unit times(Unit other) {
    return combined(other, 1);
  }

  /** This unit divided by the other: {@code MICROMOLAR.per(HOUR)}. */
  public Unit per(Unit other) {
    return combined(other, -1);
  }

  /** This unit to an integer power; power 0 is dimensionless. */
  public Unit power(int exponent) {
    return DIMENSIONLESS.combined(this, exponent);
  }

  /** The unit whose square this is; every exponent must be even. */
  public Unit squareRoot() {
    SortedMap<String, Integer> halves = new TreeMap<>();
    for (Map.Entry<String, Integer> factor : exponents.entrySet()) {
      if (factor.getValue() % 2 != 0) {
        throw new DimensionException(
            "cannot take the square root of "
                + this
                + ": the exponent of "
                + factor.getKey()
                + " is odd");
      }
      halves.put(factor.getKey(), factor.getValue() / 2);
    }
    return new Unit(halves);
  }

  private Unit combined(Unit other, int sign) {
    SortedMap<String, Integer> sum = new TreeMap<>(exponents);
    other.exponents.forEach(
        (token, exponent) -> sum.merge(token, Math.multiplyExact(sign, exponent), Math::addExact));
    sum.values().removeIf(exponent -> exponent == 0);
    return new Unit(sum);
  }

  /** Exponents, none 0, by token; unmodifiable, in the order of the tokens. */
  public SortedMap<String, Integer> exponents() {
    return Collections.unmodifiableSortedMap(exponents);
  }

  /** The unit in LaTeX, upright: {@code \mathrm{µM\,h^{-1}}}. */
  public String latex() {
    return exponents.isEmpty() ? "1" : "\\mathrm{" + joined("\\,", true) + "}";
  }

  private String joined(String separator, boolean latex) {
    StringBuilder text = new StringBuilder();
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (Map.Entry<String, Integer> factor : exponents.entrySet()) {
        int exponent = factor.getValue();
        if (Integer.signum(exponent) != sign) {
          continue;
        }
        text.append(text.length() == 0 ? "" : separator).append(factor.getKey());
        if (exponent != 1) {
          text.append(latex ? "^{" + exponent + "}" : superscript(exponent));
        }
      }
    }
    return text.toString();
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unit unit && exponents.equals(unit.exponents);
  }

  @Override
  public int hashCode() {
    return exponents.hashCode();
  }

  /**
   * The unit as printed in tables and messages, for example "µM h⁻¹"; "dimensionless" for a pure
   * number.
   */
  @Override
  public String toString() {
    return exponents.isEmpty() ? "dimensionless" : joined(" ", false);
  }
}
