package org.capgate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code capgate} command. Exit code 0: success, 1: a check failed, 2: bad input. */
@Command(
    name = "capgate",
    description = "Simulates how ketamine acts on mood through 4E-BP-gated protein synthesis.",
    mixinStandardHelpOptions = true,
    versionProvider = CapGate.Version.class)
public final class CapGate implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CapGate()).execute(arguments));
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CapGate.class.getPackage().getImplementationVersion();
      return new String[] {"capgate " + (version == null ? "(not packaged)" : version)};
    }
  }
}
