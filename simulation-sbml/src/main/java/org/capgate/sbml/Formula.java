package org.capgate.sbml;

import org.capgate.equations.Expression;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/**
 * The right side of a rule: an expression of the equations, or one of the functions that only
 * exposures need, applied to one.
 */
sealed interface Formula {
  /** Time of the document (h), from 0 at its start: no symbol of the equations. */
  Symbol TIME = new Symbol("time", Kind.INPUT, Unit.HOUR, "time since the start");

  /** What the function is applied to. */
  Expression operand();

  /** The expression itself. */
  record Plain(Expression operand) implements Formula {}

  /** The exponential function of a dimensionless expression. */
  record Exponential(Expression operand) implements Formula {}

  /** A dimensionless expression ≥ 0 to a power that need not be whole. */
  record RealPower(Expression operand, double exponent) implements Formula {}

  /** A dimensionless expression ≥ 0 to a power that is a symbol. */
  record SymbolPower(Expression operand, Symbol exponent) implements Formula {}

  /** The expression where it is positive, else 0. */
  record PositivePart(Expression operand) implements Formula {}
}
