package org.capgate.equations;

/** Words for formulas that do not start with a symbol. */
public final class Expressions {
  private Expressions() {}

  /** A pure number. */
  public static Expression number(double value) {
    return new Operations.Constant(value, Unit.DIMENSIONLESS);
  }

  /**
   * A number with a unit, for the rare constant that is no parameter, such as a conversion: {@code
   * quantity(1, HERTZ)}. A zero is no exception: to add to a concentration it must be written
   * {@code quantity(0, MICROMOLAR)}.
   */
  public static Expression quantity(double value, Unit unit) {
    return new Operations.Constant(value, unit);
  }

  /** 1 − fraction, for a dimensionless fraction. */
  public static Expression oneMinus(Expression fraction) {
    return Operations.ONE.minus(fraction);
  }

  /** The terms added in the order given. */
  public static Expression sum(Expression first, Expression... more) {
    Expression sum = first;
    for (Expression term : more) {
      sum = sum.plus(term);
    }
    return sum;
  }

  /** The factors multiplied in the order given. */
  public static Expression product(Expression first, Expression... more) {
    Expression product = first;
    for (Expression factor : more) {
      product = product.times(factor);
    }
    return product;
  }

  /**
   * Hill saturation xⁿ/(hⁿ + xⁿ), in [0, 1) for x ≥ 0.
   *
   * @param x the quantity
   * @param half its value at one half, in the unit of x, > 0
   * @param exponent n ≥ 1
   */
  public static Expression hill(Expression x, Expression half, int exponent) {
    if (exponent < 1) {
      throw new EquationException("a Hill exponent must be >= 1, but was " + exponent);
    }
    Expression raised = exponent == 1 ? x : x.power(exponent);
    Expression halfRaised = exponent == 1 ? half : half.power(exponent);
    return raised.over(halfRaised.plus(raised));
  }

  /** xⁿ(1 + hⁿ)/(hⁿ + xⁿ): 1 at x = 1, at most 1 + hⁿ. */
  public static Expression relativeHill(Expression x, Expression half, int exponent) {
    return hill(x, half, exponent).times(half.power(exponent).plus(1));
  }
}
