package org.capgate.model;

import java.util.function.ToDoubleFunction;

/**
 * The value of a short formula such as {@code 0.02*eif4eTotal} or {@code 1/(1 + half)}: numbers,
 * names, + - * / and parentheses.
 */
final class Formula {
  private final String text;
  private final ToDoubleFunction<String> values;
  private int next;

  private Formula(String text, ToDoubleFunction<String> values) {
    this.text = text.replace(" ", "");
    this.values = values;
  }

  /**
   * Evaluates a formula.
   *
   * @param values of the names that occur
   * @throws IllegalArgumentException where the text is no formula
   */
  static double value(String text, ToDoubleFunction<String> values) {
    Formula formula = new Formula(text, values);
    double value = formula.sum();
    if (formula.next < formula.text.length()) {
      throw formula.unexpected();
    }
    return value;
  }

  private double sum() {
    double sum = product();
    while (true) {
      if (take('+')) {
        sum += product();
      } else if (take('-')) {
        sum -= product();
      } else {
        return sum;
      }
    }
  }

  private double product() {
    double product = factor();
    while (true) {
      if (take('*')) {
        product *= factor();
      } else if (take('/')) {
        product /= factor();
      } else {
        return product;
      }
    }
  }

  private double factor() {
    if (take('(')) {
      double inside = sum();
      if (!take(')')) {
        throw unexpected();
      }
      return inside;
    }
    int start = next;
    while (next < text.length()
        && (Character.isLetterOrDigit(text.charAt(next)) || text.charAt(next) == '.')) {
      next++;
    }
    if (start == next) {
      throw unexpected();
    }
    String word = text.substring(start, next);
    return Character.isDigit(word.charAt(0))
        ? Double.parseDouble(word)
        : values.applyAsDouble(word);
  }

  private boolean take(char expected) {
    boolean isThere = next < text.length() && text.charAt(next) == expected;
    next += isThere ? 1 : 0;
    return isThere;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        "'%s' is no formula: character %s is not expected".formatted(text, next + 1));
  }
}
