package org.capgate.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula of PEtab as a polynomial in symbols: sums and products of numbers and symbols, and
 * division by numbers. Every formula that a fit can use is one.
 */
final class PetabFormula {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+\\.)|([A-Za-z_]\\w*)|(\\*\\*|[-+*/^()]))\\s*");

  /**
   * Coefficients by the symbols they multiply, sorted, each as often as its power.
   *
   * @param terms none is 0
   */
  record Polynomial(Map<List<String>, Double> terms) {
    static Polynomial number(double value) {
      Map<List<String>, Double> terms = new TreeMap<>(Polynomial::compare);
      if (value != 0) {
        terms.put(List.of(), value);
      }
      return new Polynomial(terms);
    }

    static Polynomial symbol(String name) {
      Polynomial one = number(0);
      one.terms.put(List.of(name), 1.0);
      return one;
    }

    private static int compare(List<String> left, List<String> right) {
      return String.join(" ", left).compareTo(String.join(" ", right));
    }

    Polynomial plus(Polynomial other, double factor) {
      Polynomial sum = number(0);
      sum.terms.putAll(terms);
      other.terms.forEach((symbols, one) -> sum.terms.merge(symbols, factor * one, Double::sum));
      sum.terms.values().removeIf(one -> one == 0);
      return sum;
    }

    Polynomial times(Polynomial other) {
      Polynomial product = number(0);
      terms.forEach(
          (left, one) ->
              other.terms.forEach(
                  (right, two) -> {
                    List<String> symbols = new ArrayList<>(left);
                    symbols.addAll(right);
                    product.terms.merge(symbols.stream().sorted().toList(), one * two, Double::sum);
                  }));
      product.terms.values().removeIf(one -> one == 0);
      return product;
    }

    /** Whether no symbol is in it. */
    boolean isNumber() {
      return terms.keySet().stream().allMatch(List::isEmpty);
    }

    /** What multiplies no symbol. */
    double constant() {
      return terms.getOrDefault(List.<String>of(), 0.0);
    }
  }

  private final List<String> tokens = new ArrayList<>();
  private final Function<String, Polynomial> meaning;
  private int next;

  private PetabFormula(String text, Function<String, Polynomial> meaning) {
    this.meaning = meaning;
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!token.find(at) || token.start() != at) {
        throw new IllegalArgumentException("cannot be read at '%s'".formatted(text.substring(at)));
      }
      tokens.add(token.group().strip());
      at = token.end();
    }
  }

  /**
   * The polynomial.
   *
   * @param meaning of a symbol
   * @throws IllegalArgumentException saying what is no sum or product
   */
  static Polynomial of(String text, Function<String, Polynomial> meaning) {
    PetabFormula formula = new PetabFormula(text, meaning);
    Polynomial read = formula.sum();
    if (formula.next < formula.tokens.size()) {
      throw new IllegalArgumentException(
          "cannot be read at '%s'".formatted(formula.tokens.get(formula.next)));
    }
    return read;
  }

  private Polynomial sum() {
    Polynomial sum = product();
    while (is("+") || is("-")) {
      double sign = tokens.get(next++).equals("+") ? 1 : -1;
      sum = sum.plus(product(), sign);
    }
    return sum;
  }

  private Polynomial product() {
    Polynomial product = signed();
    while (is("*") || is("/")) {
      boolean isDivision = tokens.get(next++).equals("/");
      Polynomial factor = signed();
      if (isDivision && (!factor.isNumber() || factor.constant() == 0)) {
        throw new IllegalArgumentException("divides by what is no number other than 0");
      }
      product = product.times(isDivision ? Polynomial.number(1 / factor.constant()) : factor);
    }
    return product;
  }

  private Polynomial signed() {
    if (is("-") || is("+")) {
      double sign = tokens.get(next++).equals("+") ? 1 : -1;
      return Polynomial.number(sign).times(signed());
    }
    Polynomial operand = operand();
    if (is("^") || is("**")) {
      throw new IllegalArgumentException("has a power, where only sums and products can be used");
    }
    return operand;
  }

  private Polynomial operand() {
    if (next >= tokens.size()) {
      throw new IllegalArgumentException("ends too early");
    }
    String token = tokens.get(next++);
    if (token.equals("(")) {
      Polynomial inside = sum();
      if (!is(")")) {
        throw new IllegalArgumentException("has a bracket that is not closed");
      }
      next++;
      return inside;
    }
    if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
      return Polynomial.number(Double.parseDouble(token));
    }
    if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
      throw new IllegalArgumentException("cannot be read at '%s'".formatted(token));
    }
    if (is("(")) {
      throw new IllegalArgumentException(
          "has the function %s, where only sums and products can be used".formatted(token));
    }
    return meaning.apply(token);
  }

  private boolean is(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }
}
