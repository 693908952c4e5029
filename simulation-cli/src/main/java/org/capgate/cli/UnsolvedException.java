package org.capgate.cli;

import org.capgate.scenario.Scenario;

/** One of several experiments could not be solved; says which. */
final class UnsolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsolvedException(Scenario scenario, RuntimeException cause) {
    super(
        scenario.genotype().text() + ", " + scenario.treatment().text() + ": " + cause.getMessage(),
        cause);
  }
}
