package org.capgate.equations;

/**
 * A statement that cannot be an equation system: duplicate, undefined or cyclic. The message names
 * the equation and the symbol.
 */
public class EquationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line naming the equation and the symbol at fault
   */
  public EquationException(String message) {
    super(message);
  }
}
