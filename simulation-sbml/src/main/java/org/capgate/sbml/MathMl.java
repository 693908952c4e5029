package org.capgate.sbml;

import org.capgate.equations.Algebra;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/** Formulas in the MathML of SBML, every number with its unit. */
final class MathMl implements Algebra<Xml.Content> {
  private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";
  private static final String TIME = "http://www.sbml.org/sbml/symbols/time";
  private static final String SBML = "http://www.sbml.org/sbml/level3/version2/core";

  private final SbmlUnits units;

  MathMl(SbmlUnits units) {
    this.units = units;
  }

  /** The {@code math} element of a formula. */
  Xml.Content math(Formula formula) {
    return math(content(formula));
  }

  /** The {@code math} element of an expression. */
  Xml.Content math(Expression expression) {
    return math(expression.fold(this));
  }

  /** time ≥ t. */
  Xml.Content reached(double hours) {
    return math(apply("geq", symbol(Formula.TIME), constant(hours, Unit.HOUR)));
  }

  private static Xml.Content math(Xml.Content content) {
    return xml -> xml.element("math", Ordered.of("xmlns", NAMESPACE, "xmlns:sbml", SBML), content);
  }

  private Xml.Content content(Formula formula) {
    Xml.Content operand = formula.operand().fold(this);
    if (formula instanceof Formula.Exponential) {
      return apply("exp", operand);
    }
    if (formula instanceof Formula.RealPower power) {
      return apply("power", operand, constant(power.exponent(), Unit.DIMENSIONLESS));
    }
    if (formula instanceof Formula.SymbolPower power) {
      return apply("power", operand, symbol(power.exponent()));
    }
    if (formula instanceof Formula.PositivePart) {
      Xml.Content zero = constant(0, formula.operand().unit());
      return xml ->
          xml.element(
              "piecewise",
              whole -> {
                whole.element(
                    "piece",
                    piece -> {
                      operand.write(piece);
                      apply("gt", operand, zero).write(piece);
                    });
                whole.element("otherwise", zero);
              });
    }
    return operand;
  }

  private static Xml.Content apply(String operator, Xml.Content... operands) {
    return xml ->
        xml.element(
            "apply",
            inside -> {
              inside.element(operator);
              for (Xml.Content operand : operands) {
                operand.write(inside);
              }
            });
  }

  @Override
  public Xml.Content constant(double value, Unit unit) {
    return xml -> xml.text("cn", " " + Digits.of(value) + " ", "sbml:units", units.id(unit));
  }

  @Override
  public Xml.Content symbol(Symbol symbol) {
    return symbol == Formula.TIME
        ? xml -> xml.text("csymbol", " time ", "encoding", "text", "definitionURL", TIME)
        : xml -> xml.text("ci", " " + symbol.name() + " ");
  }

  @Override
  public Xml.Content sum(Xml.Content left, Xml.Content right) {
    return apply("plus", left, right);
  }

  @Override
  public Xml.Content difference(Xml.Content left, Xml.Content right) {
    return apply("minus", left, right);
  }

  @Override
  public Xml.Content product(Xml.Content left, Xml.Content right) {
    return apply("times", left, right);
  }

  @Override
  public Xml.Content quotient(Xml.Content numerator, Xml.Content denominator) {
    return apply("divide", numerator, denominator);
  }

  @Override
  public Xml.Content power(Xml.Content base, int exponent) {
    return apply("power", base, xml -> xml.text("cn", " " + exponent + " ", "type", "integer"));
  }

  @Override
  public Xml.Content squareRoot(Xml.Content radicand) {
    return apply("root", radicand);
  }

  @Override
  public Xml.Content negation(Xml.Content operand) {
    return apply("minus", operand);
  }
}
