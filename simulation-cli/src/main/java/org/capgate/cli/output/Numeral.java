package org.capgate.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in a table on the screen. */
public final class Numeral {
  private Numeral() {}

  /** So many decimals; never a minus zero. */
  public static String fixed(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  /** {@code -19.8 %}, signed, one decimal; {@code 0.0 %} for no change. */
  public static String percent(double fraction) {
    String text = fixed(100 * fraction, 1);
    boolean positive = !text.startsWith("-") && !text.equals("0.0");
    return (positive ? "+" : "") + text + " %";
  }

  /** Powers of ten for very small and large numbers: {@code 2.8e-15}. */
  public static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  /** So many digits, without powers of ten: {@code 0.00221}, {@code 452.7}. */
  public static String digits(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    int exponent = (int) StrictMath.floor(StrictMath.log10(StrictMath.abs(value)));
    return fixed(value, Math.max(0, digits - 1 - exponent));
  }

  /** Four digits without trailing zeros, and with a power of ten where zeros would hide them. */
  public static String compact(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    double size = Math.abs(value);
    return value == 0 || size >= 1e-3 && size < 1e6
        ? rounded.toPlainString()
        : scientificText(rounded);
  }

  private static String scientificText(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  /** The text at the right end of a column. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The text at the left end of a column. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Hours up to a day, days from then on: {@code 2 h}, {@code 24 h}, {@code 7 d}. */
  public static String time(double tHours) {
    boolean isDays = tHours > 24;
    double value = isDays ? tHours / 24 : tHours;
    int decimals = value == Math.rint(value) ? 0 : 1;
    return fixed(value, decimals) + (isDays ? " d" : " h");
  }

  /** The value for a table, nothing where it is not finite. */
  public static @Nullable Double orNone(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
