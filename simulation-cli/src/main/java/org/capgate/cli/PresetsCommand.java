package org.capgate.cli;

import org.capgate.io.ScenarioFile;
import picocli.CommandLine.Command;

/** {@code presets}: the scenarios that ship with the library. */
@Command(
    name = "presets",
    description = "Lists the scenarios that ship with CapGate; 'capgate run NAME' runs one.")
final class PresetsCommand extends Subcommand {
  @Override
  public Integer call() {
    for (String name : ScenarioFile.presets()) {
      out().println(name);
      out().print(Wrapped.text(ScenarioFile.preset(name).description(), "    "));
    }
    out().flush();
    return ExitCode.SUCCESS;
  }
}
