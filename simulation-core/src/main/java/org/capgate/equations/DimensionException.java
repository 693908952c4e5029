package org.capgate.equations;

/**
 * Unlike units were added, compared or equated. The message names the equation, both units and the
 * operands.
 */
public final class DimensionException extends EquationException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line naming both units and the operands
   */
  public DimensionException(String message) {
    super(message);
  }
}
