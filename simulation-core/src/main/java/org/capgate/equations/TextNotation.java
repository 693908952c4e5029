package org.capgate.equations;

import static org.capgate.equations.Notation.ATOM;
import static org.capgate.equations.Notation.NEGATION;
import static org.capgate.equations.Notation.POWER;
import static org.capgate.equations.Notation.PRODUCT;
import static org.capgate.equations.Notation.SUM;

/** Infix notation in plain characters: {@code kOn * free - x^2 / (half + x)}. */
final class TextNotation implements Algebra<Notation> {
  @Override
  public Notation constant(double value, Unit unit) {
    String number = Notation.number(value);
    String text = unit.equals(Unit.DIMENSIONLESS) ? number : number + "[" + unit + "]";
    return new Notation(text, value < 0 ? NEGATION : ATOM);
  }

  @Override
  public Notation symbol(Symbol symbol) {
    return new Notation(symbol.name(), ATOM);
  }

  @Override
  public Notation sum(Notation left, Notation right) {
    return new Notation(left.text() + " + " + afterSign(right, SUM), SUM);
  }

  @Override
  public Notation difference(Notation left, Notation right) {
    return new Notation(left.text() + " - " + afterSign(right, PRODUCT), SUM);
  }

  @Override
  public Notation product(Notation left, Notation right) {
    return new Notation(left.atLeast(PRODUCT) + " * " + right.atLeast(PRODUCT), PRODUCT);
  }

  @Override
  public Notation quotient(Notation numerator, Notation denominator) {
    return new Notation(numerator.atLeast(PRODUCT) + " / " + denominator.atLeast(POWER), PRODUCT);
  }

  @Override
  public Notation power(Notation base, int exponent) {
    return new Notation(base.atLeast(ATOM) + "^" + exponent, POWER);
  }

  @Override
  public Notation squareRoot(Notation radicand) {
    return new Notation("sqrt(" + radicand.text() + ")", ATOM);
  }

  @Override
  public Notation negation(Notation operand) {
    return new Notation("-" + operand.atLeast(PRODUCT), NEGATION);
  }

  /** A sign never follows a sign: a + (-b). */
  private static String afterSign(Notation operand, int required) {
    return operand.text().startsWith("-") ? "(" + operand.text() + ")" : operand.atLeast(required);
  }
}
