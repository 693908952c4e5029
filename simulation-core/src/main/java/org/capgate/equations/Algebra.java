package org.capgate.equations;

/**
 * What to make of each operation when an expression is folded from its leaves to its root: a text,
 * a LaTeX form, a row of a program.
 *
 * @param <T> what is made
 */
public interface Algebra<T> {
  /** A number, finite, in the given unit. */
  T constant(double value, Unit unit);

  /** A leaf that is not a number. */
  T symbol(Symbol symbol);

  /** left + right. */
  T sum(T left, T right);

  /** left − right. */
  T difference(T left, T right);

  /** left · right. */
  T product(T left, T right);

  /** numerator / denominator. */
  T quotient(T numerator, T denominator);

  /** base to an integer power, which may be zero or negative. */
  T power(T base, int exponent);

  /** √radicand. */
  T squareRoot(T radicand);

  /** −operand. */
  T negation(T operand);
}
