package org.capgate.viz;

/** A figure cannot be drawn; the message is one line with the cause and the way out. */
public final class FigureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FigureException(String message) {
    super(message);
  }

  FigureException(String message, Throwable cause) {
    super(message, cause);
  }
}
