package org.capgate.equations;

/**
 * One numbered equation of the system.
 *
 * @param number 1, 2, 3 … in order of statement; the same in every form of the system
 * @param mechanism the group it is printed in
 * @param statement what it says
 * @param description one line, or empty; the description of the symbol is printed anyway
 * @param source author, year, DOI, or empty
 * @param option which of several competing statements this is, or empty where there is no choice
 * @param statedIn class and method that state it, as {@code Class#method}, or empty
 */
public record Equation(
    int number,
    String mechanism,
    Statement statement,
    String description,
    String source,
    String option,
    String statedIn) {
  /** The symbol the equation is about. */
  public Symbol symbol() {
    return statement.symbol();
  }

  /** The equation in plain characters. */
  public String text() {
    return statement.text();
  }

  /** The equation in LaTeX, without delimiters. */
  public String latex() {
    return statement.latex();
  }

  /** How messages name the equation: "equation 7 (rate of mtorc1Excitatory, mTORC1)". */
  public String label() {
    return "equation " + number + " (" + statement.label() + ", " + mechanism + ")";
  }

  Equation with(Statement other) {
    return new Equation(number, mechanism, other, description, source, option, statedIn);
  }
}
