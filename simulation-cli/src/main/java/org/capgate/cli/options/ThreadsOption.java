package org.capgate.cli.options;

import org.capgate.input.Bounds;
import picocli.CommandLine.Option;

/** How many threads share the work of a command. */
public final class ThreadsOption {
  private static final Bounds BOUNDS = Bounds.between(1, 256, "");

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "2",
      description = "Threads; no result depends on it (default: ${DEFAULT-VALUE}).")
  private String number = "2";

  /**
   * The number asked for.
   *
   * @throws org.capgate.input.InputException when it is no whole number in 1 to 256
   */
  public int count() {
    return Arguments.wholeNumber("--threads", number, BOUNDS);
  }
}
