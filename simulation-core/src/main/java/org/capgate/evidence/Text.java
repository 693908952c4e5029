package org.capgate.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a person reads them. */
final class Text {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Text() {}

  /** {@code 12.3 %}, {@code -5 %}. */
  static String percent(double fraction) {
    String text = signedPercent(fraction);
    return text.startsWith("+") ? text.substring(1) : text;
  }

  /** {@code +12.3 %}, {@code -5 %}, {@code 0 %}. */
  static String signedPercent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return fraction < 0 ? "-infinite" : "+infinite";
    }
    String text = String.format(Locale.ROOT, "%+.1f", 100 * fraction).replaceFirst("\\.0$", "");
    return (text.equals("+0") || text.equals("-0") ? "0" : text) + " %";
  }

  /** Four digits: {@code 164.2}, {@code 0.7812}, {@code 1.234E-7}. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
    boolean plain = rounded.signum() == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);
    return plain
        ? rounded.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.3e", value);
  }

  /** A number with its unit. */
  static String quantity(double value, String unit) {
    return unit.isEmpty() || unit.equals("1") ? number(value) : number(value) + " " + unit;
  }
}
