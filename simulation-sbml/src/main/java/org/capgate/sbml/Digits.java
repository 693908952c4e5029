package org.capgate.sbml;

/** Numbers as every reader of decimals takes them back exactly. */
final class Digits {
  private Digits() {}

  /** Shortest decimal text, with a whole number without a point. */
  static String of(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value).replace('E', 'e');
  }
}
