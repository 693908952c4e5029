package org.capgate.equations;

import java.util.regex.Pattern;

/**
 * A named quantity with what is known about it, used directly as an expression.
 *
 * @param name camelCase, letters and digits; the unit is its last word where it has one
 * @param stem the name without unit and class of neurons; the name itself where it has neither
 * @param part whose it is
 * @param kind how it is stated
 * @param unit its unit; for an unknown also the unit of its value in the kernel
 * @param description one line for tables; may end with a {@link Range}
 * @param latex how it is printed in LaTeX
 */
public record Symbol(
    String name, String stem, Part part, Kind kind, Unit unit, String description, String latex)
    implements Expression {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /** Checks the name. */
  public Symbol {
    if (!NAME.matcher(name).matches()) {
      throw new EquationException(
          "a symbol's name is letters and digits, starting with a letter, but was '" + name + "'");
    }
  }

  /** A symbol nobody owns, printed in LaTeX by its name. */
  public Symbol(String name, Kind kind, Unit unit, String description) {
    this(name, name, Part.NONE, kind, unit, description, plain(name));
  }

  /** A single letter is italic, a word upright. */
  private static String plain(String name) {
    return name.length() == 1 ? name : "\\text{" + name + "}";
  }

  /** The same quantity stated in another way: an unknown of one system is the input of another. */
  public Symbol as(Kind other) {
    return new Symbol(name, stem, part, other, unit, description, latex);
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
