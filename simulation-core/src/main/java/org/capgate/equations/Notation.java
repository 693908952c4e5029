package org.capgate.equations;

import java.util.List;

/**
 * A printed formula and how tightly it binds, so that parentheses are added only where they are
 * needed.
 *
 * @param text what is printed
 * @param binding one of the constants; the higher binds tighter
 * @param fraction numerator and denominator where the whole formula is one drawn fraction, else
 *     empty
 */
record Notation(String text, int binding, List<Notation> fraction) {
  static final int SUM = 1;
  static final int NEGATION = 2;
  static final int PRODUCT = 3;
  static final int POWER = 4;
  static final int ATOM = 5;

  Notation(String text, int binding) {
    this(text, binding, List.of());
  }

  String atLeast(int required) {
    return binding >= required ? text : "(" + text + ")";
  }

  String latexAtLeast(int required) {
    return binding >= required ? text : "\\left(" + text + "\\right)";
  }

  /** A number without the ".0" of a whole one. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
