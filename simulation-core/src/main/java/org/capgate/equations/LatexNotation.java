package org.capgate.equations;

import static org.capgate.equations.Notation.ATOM;
import static org.capgate.equations.Notation.NEGATION;
import static org.capgate.equations.Notation.POWER;
import static org.capgate.equations.Notation.PRODUCT;
import static org.capgate.equations.Notation.SUM;

import java.util.List;

/** LaTeX, with fractions and roots drawn, so that few parentheses remain. */
final class LatexNotation implements Algebra<Notation> {
  @Override
  public Notation constant(double value, Unit unit) {
    String number = Notation.number(value);
    int exponentAt = number.indexOf('E');
    if (exponentAt >= 0) {
      String mantissa = number.substring(0, exponentAt);
      number =
          (mantissa.equals("1.0") ? "" : mantissa + " \\cdot ")
              + "10^{"
              + number.substring(exponentAt + 1)
              + "}";
    }
    String text = unit.equals(Unit.DIMENSIONLESS) ? number : number + "\\," + unit.latex();
    return new Notation(text, value < 0 ? NEGATION : exponentAt >= 0 ? PRODUCT : ATOM);
  }

  @Override
  public Notation symbol(Symbol symbol) {
    return new Notation(symbol.latex(), ATOM);
  }

  @Override
  public Notation sum(Notation left, Notation right) {
    return new Notation(left.text() + " + " + afterSign(right, SUM), SUM);
  }

  @Override
  public Notation difference(Notation left, Notation right) {
    return new Notation(left.text() + " - " + afterSign(right, PRODUCT), SUM);
  }

  /**
   * A dot multiplies: a space would run names of several words together. A factor of one is left
   * out.
   */
  @Override
  public Notation product(Notation left, Notation right) {
    if (left.text().equals("1") || right.text().equals("1")) {
      return left.text().equals("1") ? right : left;
    }
    return new Notation(
        left.latexAtLeast(PRODUCT) + " \\cdot " + right.latexAtLeast(PRODUCT), PRODUCT);
  }

  /** A fraction over a divisor is drawn as one fraction. */
  @Override
  public Notation quotient(Notation numerator, Notation denominator) {
    if (!numerator.fraction().isEmpty()) {
      return quotient(
          numerator.fraction().get(0), product(numerator.fraction().get(1), denominator));
    }
    return new Notation(
        "\\frac{" + numerator.text() + "}{" + denominator.text() + "}",
        PRODUCT,
        List.of(numerator, denominator));
  }

  /** The braces keep a subscripted name and its exponent apart; a power of one is one. */
  @Override
  public Notation power(Notation base, int exponent) {
    if (base.text().equals("1")) {
      return base;
    }
    if (exponent < 0) {
      return quotient(
          new Notation("1", ATOM), exponent == -1 ? base : power(base, Math.negateExact(exponent)));
    }
    return new Notation("{" + base.latexAtLeast(ATOM) + "}^{" + exponent + "}", POWER);
  }

  @Override
  public Notation squareRoot(Notation radicand) {
    return new Notation("\\sqrt{" + radicand.text() + "}", ATOM);
  }

  @Override
  public Notation negation(Notation operand) {
    return new Notation("-" + operand.latexAtLeast(PRODUCT), NEGATION);
  }

  private static String afterSign(Notation operand, int required) {
    return operand.text().startsWith("-")
        ? "\\left(" + operand.text() + "\\right)"
        : operand.latexAtLeast(required);
  }
}
