package org.capgate.cli.run;

import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.output.Wrapped;
import org.capgate.io.ScenarioFile;
import org.capgate.io.SearchFile;
import org.capgate.population.Population;
import org.capgate.trial.TrialFile;
import picocli.CommandLine.Command;

/** {@code presets}: the scenarios, trials and populations that ship with the library. */
@Command(
    name = "presets",
    description = {
      "Lists what ships with CapGate: scenarios for 'capgate run NAME', trials for",
      "'capgate trial NAME', searches for 'capgate search NAME', populations for 'capgate cohort --population NAME'."
    })
public final class PresetsCommand extends Subcommand {
  @Override
  public Integer call() {
    for (String name : ScenarioFile.presets()) {
      out().println(name);
      out().print(Wrapped.text(ScenarioFile.preset(name).description(), "    "));
    }
    out().println();
    out().println("Trials:");
    for (String name : TrialFile.presets()) {
      out().println(name);
      out().print(Wrapped.text(TrialFile.preset(name).description(), "    "));
    }
    out().println();
    out().println("Searches:");
    for (String name : SearchFile.presets()) {
      out().println(name);
      out().print(Wrapped.text(SearchFile.preset(name).description(), "    "));
    }
    out().println();
    out().println("Populations:");
    for (String name : Population.names()) {
      out().println(name);
      out().print(Wrapped.text(Population.named(name).description(), "    "));
    }
    out().flush();
    return ExitCode.SUCCESS;
  }
}
