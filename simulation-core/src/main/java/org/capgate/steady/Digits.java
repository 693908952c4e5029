package org.capgate.steady;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages. */
final class Digits {
  private static final MathContext THREE = new MathContext(3);

  private Digits() {}

  /** Three digits of a finite number. */
  static String three(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE);
    return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
