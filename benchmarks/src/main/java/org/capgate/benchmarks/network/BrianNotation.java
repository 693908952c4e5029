package org.capgate.benchmarks.network;

import org.capgate.equations.Algebra;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/**
 * Expressions as Brian2 reads them. All numbers are in the units of the statement, without unit.
 */
final class BrianNotation implements Algebra<String> {
  @Override
  public String constant(double value, Unit unit) {
    return value < 0 ? "(" + value + ")" : Double.toString(value);
  }

  @Override
  public String symbol(Symbol symbol) {
    return symbol.name();
  }

  @Override
  public String sum(String left, String right) {
    return "(" + left + " + " + right + ")";
  }

  @Override
  public String difference(String left, String right) {
    return "(" + left + " - " + right + ")";
  }

  @Override
  public String product(String left, String right) {
    return left + "*" + right;
  }

  @Override
  public String quotient(String numerator, String denominator) {
    return "(" + numerator + "/(" + denominator + "))";
  }

  /** Small powers as products: what a compiler makes of pow differs. */
  @Override
  public String power(String base, int exponent) {
    String factor = "(" + base + ")";
    return switch (exponent) {
      case 2 -> "(" + factor + "*" + factor + ")";
      case 3 -> "(" + factor + "*" + factor + "*" + factor + ")";
      case 4 -> "((" + factor + "*" + factor + ")*(" + factor + "*" + factor + "))";
      default -> "(" + factor + "**" + exponent + ")";
    };
  }

  @Override
  public String squareRoot(String radicand) {
    return "sqrt(" + radicand + ")";
  }

  @Override
  public String negation(String operand) {
    return "(-" + operand + ")";
  }
}
