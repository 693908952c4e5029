package org.capgate.cli;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.ModelOptions.Model;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code steady-states}: where untreated animals rest, and whether they stay there. */
@Command(
    name = "steady-states",
    description = {
      "Finds the untreated steady state of every genotype and its leading eigenvalue.",
      "Exit code 1 when that of the wild type is not stable."
    })
final class SteadyStatesCommand extends Subcommand {
  @Mixin private final GenotypeOption genotypes = new GenotypeOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV);
    List<Scenario> scenarios = scenarios(options.model());
    if (chosen == OutputFormat.CSV) {
      out().print(table(scenarios).toCsv());
    } else {
      out().print(new SteadyStatesText(scenarios).render());
    }
    out().flush();
    return scenarios.stream().anyMatch(SteadyStatesCommand::isUnstableWildType)
        ? ExitCode.CHECK_FAILED
        : ExitCode.SUCCESS;
  }

  /** Every genotype without stress, and the wild type also under chronic stress. */
  private List<Scenario> scenarios(Model model) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Genotype genotype : genotypes.genotypes()) {
      scenarios.add(model.mouse().genotype(genotype).build());
      if (genotype.isWildType()) {
        scenarios.add(model.mouse().stress(Stress.CHRONIC).build());
      }
    }
    return scenarios;
  }

  private static boolean isUnstableWildType(Scenario scenario) {
    return scenario.genotype().isWildType() && !scenario.settled().isStable();
  }

  private Table table(List<Scenario> scenarios) {
    TableBuilder table =
        Table.builder()
            .text("genotype")
            .text("stress")
            .text("method")
            .number("iterations")
            .number("residual")
            .number("leadingRealPerHour")
            .number("leadingImaginaryPerHour")
            .text("stable")
            .number("mood")
            .number("immobilitySeconds")
            .provenance(provenance().lines(Specification.of(scenarios)));
    for (Scenario scenario : scenarios) {
      SteadyState state = scenario.settled();
      Eigenvalues eigenvalues = state.eigenvalues();
      table.row(
          scenario.genotype().text(),
          scenario.stress().word(),
          state.method(),
          state.iterations(),
          state.residual(),
          eigenvalues.leadingRealPerHour(),
          eigenvalues.leadingImaginaryPerHour(),
          state.isStable() ? "yes" : "no",
          scenario.baseline(Readout.MOOD),
          scenario.baseline(Readout.IMMOBILITY));
    }
    return table.build();
  }
}
