package org.capgate.steady;

/**
 * A system has no steady state that could be found. The message is one line naming the variable
 * that still moves most.
 */
public final class SteadyStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SteadyStateException(String message) {
    super(message);
  }
}
