package org.capgate.equations;

/** The operations an expression is made of; each knows its unit and its derivative. */
final class Operations {
  static final Constant ZERO = new Constant(0, Unit.DIMENSIONLESS);
  static final Constant ONE = new Constant(1, Unit.DIMENSIONLESS);

  private Operations() {}

  record Constant(double value, Unit unit) implements Expression {
    Constant {
      if (!Double.isFinite(value)) {
        throw new EquationException("a number in an equation must be finite, but was " + value);
      }
    }

    @Override
    public Expression derivative(Symbol by) {
      return ZERO;
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.constant(value, unit);
    }
  }

  record Sum(Expression left, Expression right) implements Expression {
    @Override
    public Unit unit() {
      return sameUnit("add", left, right);
    }

    @Override
    public Expression derivative(Symbol by) {
      return Simplify.sum(left.derivative(by), right.derivative(by));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.sum(left.fold(algebra), right.fold(algebra));
    }
  }

  record Difference(Expression left, Expression right) implements Expression {
    @Override
    public Unit unit() {
      return sameUnit("subtract", left, right);
    }

    @Override
    public Expression derivative(Symbol by) {
      return Simplify.difference(left.derivative(by), right.derivative(by));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.difference(left.fold(algebra), right.fold(algebra));
    }
  }

  record Product(Expression left, Expression right) implements Expression {
    @Override
    public Unit unit() {
      return left.unit().times(right.unit());
    }

    @Override
    public Expression derivative(Symbol by) {
      return Simplify.sum(
          Simplify.product(left.derivative(by), right),
          Simplify.product(left, right.derivative(by)));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.product(left.fold(algebra), right.fold(algebra));
    }
  }

  record Quotient(Expression numerator, Expression denominator) implements Expression {
    @Override
    public Unit unit() {
      return numerator.unit().per(denominator.unit());
    }

    /** (n/d)' = (n' − (n/d)·d')/d. */
    @Override
    public Expression derivative(Symbol by) {
      Expression through = Simplify.product(this, denominator.derivative(by));
      return Simplify.quotient(Simplify.difference(numerator.derivative(by), through), denominator);
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.quotient(numerator.fold(algebra), denominator.fold(algebra));
    }
  }

  record Power(Expression base, int exponent) implements Expression {
    @Override
    public Unit unit() {
      return base.unit().power(exponent);
    }

    @Override
    public Expression derivative(Symbol by) {
      Expression outer =
          Simplify.product(
              new Constant(exponent, Unit.DIMENSIONLESS), Simplify.power(base, exponent - 1));
      return Simplify.product(outer, base.derivative(by));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.power(base.fold(algebra), exponent);
    }
  }

  record SquareRoot(Expression radicand) implements Expression {
    @Override
    public Unit unit() {
      try {
        return radicand.unit().squareRoot();
      } catch (DimensionException odd) {
        throw new DimensionException(odd.getMessage() + " in '" + text() + "'");
      }
    }

    @Override
    public Expression derivative(Symbol by) {
      return Simplify.quotient(
          radicand.derivative(by), Simplify.product(new Constant(2, Unit.DIMENSIONLESS), this));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.squareRoot(radicand.fold(algebra));
    }
  }

  record Negation(Expression operand) implements Expression {
    @Override
    public Unit unit() {
      return operand.unit();
    }

    @Override
    public Expression derivative(Symbol by) {
      return Simplify.negation(operand.derivative(by));
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.negation(operand.fold(algebra));
    }
  }

  private static Unit sameUnit(String verb, Expression left, Expression right) {
    Unit leftUnit = left.unit();
    Unit rightUnit = right.unit();
    if (!leftUnit.equals(rightUnit)) {
      throw new DimensionException(
          "cannot "
              + verb
              + " unlike units: '"
              + left.text()
              + "' is in "
              + leftUnit
              + ", '"
              + right.text()
              + "' is in "
              + rightUnit);
    }
    return leftUnit;
  }
}
