package org.capgate.equations;

import java.util.Collections;
import java.util.Set;

/**
 * An immutable formula over symbols, written as it is read: {@code drive.minus(x).over(tauHours)}.
 *
 * <p>A bare number is dimensionless; a number with a unit is {@link Expressions#quantity}. Nothing
 * is simplified when an expression is written, so that its units can be checked and it prints as it
 * was stated.
 */
public sealed interface Expression
    permits Symbol,
        Operations.Constant,
        Operations.Sum,
        Operations.Difference,
        Operations.Product,
        Operations.Quotient,
        Operations.Power,
        Operations.SquareRoot,
        Operations.Negation {

  /** this + term, both in one unit. */
  default Expression plus(Expression term) {
    return new Operations.Sum(this, term);
  }

  /** this + number, dimensionless. */
  default Expression plus(double number) {
    return plus(Expressions.number(number));
  }

  /** this − term, both in one unit. */
  default Expression minus(Expression term) {
    return new Operations.Difference(this, term);
  }

  /** this − number, dimensionless. */
  default Expression minus(double number) {
    return minus(Expressions.number(number));
  }

  /** this · factor. */
  default Expression times(Expression factor) {
    return new Operations.Product(this, factor);
  }

  /** this · number; the unit stays. */
  default Expression times(double number) {
    return times(Expressions.number(number));
  }

  /** this / divisor. */
  default Expression over(Expression divisor) {
    return new Operations.Quotient(this, divisor);
  }

  /** this / number; the unit stays. */
  default Expression over(double number) {
    return over(Expressions.number(number));
  }

  /**
   * this to an integer power, which may be zero or negative; evaluated by repeated multiplication.
   */
  default Expression power(int exponent) {
    return new Operations.Power(this, exponent);
  }

  /** √this; the exponents of its unit must be even. */
  default Expression squareRoot() {
    return new Operations.SquareRoot(this);
  }

  /** −this. */
  default Expression negate() {
    return new Operations.Negation(this);
  }

  /**
   * The unit of the value.
   *
   * @throws DimensionException where unlike units are added or an odd exponent is halved; names
   *     both units and the operands
   */
  Unit unit();

  /**
   * Partial derivative by one symbol, all other symbols held fixed (definitions too), with 0, 1 and
   * constants simplified.
   */
  Expression derivative(Symbol by);

  /** Folds the expression from its leaves, left to right. */
  <T> T fold(Algebra<T> algebra);

  /** The symbols the expression mentions, in order of first appearance. */
  default Set<Symbol> symbols() {
    SymbolCollector collector = new SymbolCollector();
    fold(collector);
    return Collections.unmodifiableSet(collector.found);
  }

  /** Infix notation with few parentheses: {@code (drive - x) / tauHours}. */
  default String text() {
    return fold(new TextNotation()).text();
  }

  /** LaTeX, without delimiters. */
  default String latex() {
    return fold(new LatexNotation()).text();
  }
}
