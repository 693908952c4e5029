package org.capgate.cli.options;

import picocli.CommandLine.Option;

/** Option of commands that draw random numbers. */
public final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of everything drawn (default: ${DEFAULT-VALUE}).")
  private String seed = "1";

  /** The seed, a whole number. */
  public long value() {
    return Arguments.seed("--seed", seed);
  }
}
