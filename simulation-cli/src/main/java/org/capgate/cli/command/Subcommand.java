package org.capgate.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.capgate.cli.CapGate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What every subcommand has: where it prints, and who it is. A further subcommand is one class that
 * extends this and one entry in {@link CapGate}.
 */
public abstract class Subcommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
  private CommandSpec spec;

  /** Does the work and returns an {@link ExitCode}. */
  @Override
  public abstract Integer call();

  /** Where results are printed. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where remarks are printed that are no results. */
  protected final PrintWriter remarks() {
    return spec.commandLine().getErr();
  }

  /** Version, seed and the command that repeats this one. */
  protected final Provenance provenance() {
    return Provenance.of(spec);
  }
}
