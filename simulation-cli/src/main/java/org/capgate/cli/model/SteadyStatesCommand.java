package org.capgate.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.FormatOption;
import org.capgate.cli.options.GenotypeOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.OutputFormat;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code steady-states}: where untreated animals rest, and whether they stay there. */
@Command(
    name = "steady-states",
    description = {
      "Finds the untreated steady state of every genotype and its leading eigenvalue.",
      "Where there is none it says why. Exit code 1 then, and when the wild type is not stable."
    })
public final class SteadyStatesCommand extends Subcommand {
  @Mixin private final GenotypeOption genotypes = new GenotypeOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV);
    List<Scenario> scenarios = scenarios(options.model());
    List<SettledRow> states = scenarios.stream().map(SettledRow::of).toList();
    if (chosen == OutputFormat.CSV) {
      out().print(table(scenarios, states).toCsv());
    } else {
      out().print(new SteadyStatesText(states).render());
    }
    out().flush();
    return states.stream().anyMatch(SettledRow::isFailed)
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

  private Table table(List<Scenario> scenarios, List<SettledRow> states) {
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
            .text("reason")
            .number("lostAtShare")
            .number("periodHours")
            .provenance(provenance().lines(Specification.of(scenarios)));
    for (SettledRow row : states) {
      Optional<SteadyState> state = row.state();
      Optional<Eigenvalues> eigenvalues = row.eigenvalues();
      table.row(
          row.scenario().genotype().text(),
          row.scenario().stress().word(),
          state.map(SteadyState::method).orElse(""),
          orNone(state.map(found -> (double) found.iterations())),
          orNone(state.map(SteadyState::residual)),
          orNone(eigenvalues.map(Eigenvalues::leadingRealPerHour)),
          orNone(eigenvalues.map(Eigenvalues::leadingImaginaryPerHour)),
          row.isStable() ? "yes" : "no",
          orNone(state.map(found -> found.valueOf(Readout.MOOD.quantity()))),
          orNone(state.map(found -> found.valueOf(Readout.IMMOBILITY.quantity()))),
          row.failure().map(failure -> failure.reason().word()).orElse(""),
          orNone(row.lostAtShare()),
          orNone(row.periodHours()));
    }
    return table.build();
  }

  private static @Nullable Double orNone(Optional<Double> value) {
    return value.isPresent() ? value.get() : null;
  }

  private static @Nullable Double orNone(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
