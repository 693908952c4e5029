package org.capgate.equations;

import java.util.regex.Pattern;

/**
 * A named quantity with its unit. Symbols are made by {@link EquationSystem.Builder} and used
 * directly as expressions.
 *
 * @param name camelCase, letters and digits; the unit is its last word where it has one
 * @param kind how it is stated
 * @param unit its unit; for an unknown also the unit of its value in the kernel
 * @param description one line for tables
 * @param latex how it is printed in LaTeX; empty to derive it from the name
 */
public record Symbol(String name, Kind kind, Unit unit, String description, String latex)
    implements Expression {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /** Checks the name. */
  public Symbol {
    if (!NAME.matcher(name).matches()) {
      throw new EquationException(
          "a symbol's name is letters and digits, starting with a letter, but was '" + name + "'");
    }
  }

  /** A symbol whose LaTeX form is derived from its name. */
  public Symbol(String name, Kind kind, Unit unit, String description) {
    this(name, kind, unit, description, "");
  }

  /** How the symbol is printed in LaTeX; derived from its name unless it was given. */
  @Override
  public String latex() {
    return latex.isEmpty() ? LatexName.of(name) : latex;
  }

  @Override
  public Expression derivative(Symbol by) {
    return equals(by) ? Operations.ONE : Operations.ZERO;
  }

  @Override
  public <T> T fold(Algebra<T> algebra) {
    return algebra.symbol(this);
  }

  @Override
  public String text() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
