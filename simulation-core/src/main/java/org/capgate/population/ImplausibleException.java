package org.capgate.population;

/** Thrown where a population yields no subject that is asked for; the message says what was. */
public final class ImplausibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImplausibleException(String message) {
    super(message);
  }
}
