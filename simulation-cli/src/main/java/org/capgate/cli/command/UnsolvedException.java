package org.capgate.cli.command;

import java.util.List;
import java.util.stream.Collectors;

/** None of several experiments could be solved; says why. */
public final class UnsolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nothing of what was asked for has a solution. */
  public UnsolvedException(List<Unsolved> failures) {
    super(
        failures.stream()
            .map(one -> "%s: %s".formatted(one.experiment(), one.reason()))
            .collect(Collectors.joining("; ")));
  }
}
