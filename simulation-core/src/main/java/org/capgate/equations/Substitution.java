package org.capgate.equations;

import java.util.Map;

/** Writes an expression again with other expressions in the place of some symbols. */
final class Substitution implements Algebra<Expression> {
  private final Map<String, Expression> replacements;

  /**
   * @param replacements by name of the symbol replaced; others stay
   */
  Substitution(Map<String, Expression> replacements) {
    this.replacements = replacements;
  }

  @Override
  public Expression constant(double value, Unit unit) {
    return Expressions.quantity(value, unit);
  }

  @Override
  public Expression symbol(Symbol symbol) {
    return replacements.getOrDefault(symbol.name(), symbol);
  }

  @Override
  public Expression sum(Expression left, Expression right) {
    return left.plus(right);
  }

  @Override
  public Expression difference(Expression left, Expression right) {
    return left.minus(right);
  }

  @Override
  public Expression product(Expression left, Expression right) {
    return left.times(right);
  }

  @Override
  public Expression quotient(Expression numerator, Expression denominator) {
    return numerator.over(denominator);
  }

  @Override
  public Expression power(Expression base, int exponent) {
    return base.power(exponent);
  }

  @Override
  public Expression squareRoot(Expression radicand) {
    return radicand.squareRoot();
  }

  @Override
  public Expression negation(Expression operand) {
    return operand.negate();
  }
}
