package org.capgate.cli;

import java.util.List;
import java.util.stream.Collectors;

/** None of several experiments could be solved; says why. */
final class UnsolvedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nothing of what was asked for has a solution. */
  UnsolvedException(List<Unsolved> failures) {
    super(
        failures.stream()
            .map(one -> "%s: %s".formatted(one.experiment(), one.reason()))
            .collect(Collectors.joining("; ")));
  }
}
