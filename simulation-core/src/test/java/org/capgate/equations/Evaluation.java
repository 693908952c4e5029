package org.capgate.equations;

import java.util.Map;
import java.util.Objects;

/** The value of an expression, by plain recursion: the oracle that knows nothing of programs. */
public record Evaluation(Map<Symbol, Double> values) implements Algebra<Double> {
  /** The value of the expression at the given values of its symbols. */
  public static double of(Expression expression, Map<Symbol, Double> values) {
    return expression.fold(new Evaluation(values));
  }

  @Override
  public Double constant(double value, Unit unit) {
    return value;
  }

  @Override
  public Double symbol(Symbol symbol) {
    return Objects.requireNonNull(values.get(symbol), symbol.name());
  }

  @Override
  public Double sum(Double left, Double right) {
    return left + right;
  }

  @Override
  public Double difference(Double left, Double right) {
    return left - right;
  }

  @Override
  public Double product(Double left, Double right) {
    return left * right;
  }

  @Override
  public Double quotient(Double numerator, Double denominator) {
    return numerator / denominator;
  }

  @Override
  public Double power(Double base, int exponent) {
    return StrictMath.pow(base, exponent);
  }

  @Override
  public Double squareRoot(Double radicand) {
    return StrictMath.sqrt(radicand);
  }

  @Override
  public Double negation(Double operand) {
    return -operand;
  }
}
