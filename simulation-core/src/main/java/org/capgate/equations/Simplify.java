package org.capgate.equations;

import org.capgate.equations.Operations.Constant;
import org.capgate.equations.Operations.Negation;

/**
 * The obvious simplifications, used for derivatives only: additions of 0, multiplications by 0 and
 * 1, double signs, pure numbers.
 */
final class Simplify {
  private Simplify() {}

  static Expression sum(Expression left, Expression right) {
    if (isZero(left)) {
      return right;
    }
    if (isZero(right)) {
      return left;
    }
    return right instanceof Negation negative ? left.minus(negative.operand()) : left.plus(right);
  }

  static Expression difference(Expression left, Expression right) {
    if (isZero(right)) {
      return left;
    }
    if (isZero(left)) {
      return negation(right);
    }
    return right instanceof Negation negative ? left.plus(negative.operand()) : left.minus(right);
  }

  static Expression product(Expression left, Expression right) {
    if (isZero(left) || isZero(right)) {
      return Operations.ZERO;
    }
    if (isOne(left)) {
      return right;
    }
    if (isOne(right)) {
      return left;
    }
    if (left instanceof Constant a && right instanceof Constant b) {
      return new Constant(a.value() * b.value(), a.unit().times(b.unit()));
    }
    return left.times(right);
  }

  static Expression quotient(Expression numerator, Expression denominator) {
    if (isZero(numerator)) {
      return Operations.ZERO;
    }
    return isOne(denominator) ? numerator : numerator.over(denominator);
  }

  static Expression power(Expression base, int exponent) {
    if (exponent == 0) {
      return Operations.ONE;
    }
    return exponent == 1 ? base : base.power(exponent);
  }

  static Expression negation(Expression operand) {
    if (operand instanceof Negation negative) {
      return negative.operand();
    }
    return operand instanceof Constant number
        ? new Constant(0 - number.value(), number.unit())
        : operand.negate();
  }

  private static boolean isZero(Expression expression) {
    return expression instanceof Constant number && number.value() == 0;
  }

  private static boolean isOne(Expression expression) {
    return expression instanceof Constant number
        && number.value() == 1
        && number.unit().equals(Unit.DIMENSIONLESS);
  }
}
