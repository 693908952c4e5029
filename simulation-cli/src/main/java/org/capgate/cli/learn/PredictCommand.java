package org.capgate.cli.learn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.CrossValidation;
import org.capgate.calibration.Forecast;
import org.capgate.calibration.Scatter;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.uncertainty.Quantiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code predict}: how probable the results of experiments are. */
@Command(
    name = "predict",
    description = {
      "Says how probable results of experiments are over all parameter sets that agree with the",
      "findings, and which experiment would tell most. Without a file: what nobody has measured.",
      "With --check: how often findings would have been called right by the others."
    })
public final class PredictCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.csv",
      description = "Experiments in the words of the findings, with what you expect of them.")
  private @Nullable Path file;

  @Option(
      names = "--check",
      description = "Leaves out each experiment of the findings in turn and forecasts it.")
  private boolean check;

  @Option(
      names = "--experiments",
      paramLabel = "FILE.csv",
      description =
          "Experiments you could do, in the words of the findings: which would tell most of each"
              + " prediction (default: seeds/evidence/experiments.csv).")
  private @Nullable Path feasible;

  @Option(names = "--out", paramLabel = "DIR", description = "Write the tables there.")
  private @Nullable Path folder;

  @Mixin private final ThreadsOption threads = new ThreadsOption();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    Model model = options.model();
    FindingFile asked =
        file == null ? FindingFile.predictions() : FindingFile.read(file, model.compounds());
    FindingFile doable =
        feasible == null
            ? FindingFile.experiments()
            : FindingFile.read(feasible, model.compounds());
    ParameterEnsemble sets =
        ensemble
            .sets(options)
            .orElseThrow(
                () ->
                    new InputException(
                        new Place("--parameters", 0, 0), "'predict' needs more sets than one"));
    FindingsEvaluator evaluator =
        FindingsEvaluator.standard()
            .withParameters(model.parameters())
            .withMechanisms(model.mechanisms())
            .withCatalogue(model.compounds());
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    Telling telling = telling(evaluator, sets, asked.findings(), doable.findings());
    List<Forecast.Row> rows = telling.asked();
    Map<String, String> lines =
        provenance()
            .lines(
                Specification.of(
                    asked.findings().stream()
                        .map(finding -> model.scenario(finding.condition()))
                        .toList()));
    out().print(new PredictText(telling, sets.size()).render());
    if (output != null) {
      output.write("predictions.csv", table(rows, lines));
      output.write("experiments.csv", telling.table(lines));
    }
    if (check) {
      check(evaluator, sets, output, lines);
    }
    if (output != null) {
      output.finish();
      out().println("written to " + output.path());
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private Telling telling(
      FindingsEvaluator evaluator,
      ParameterEnsemble sets,
      List<Finding> asked,
      List<Finding> doable) {
    List<Finding> both = new ArrayList<>(asked);
    for (Finding experiment : doable) {
      if (asked.stream().anyMatch(one -> one.id().equals(experiment.id()))) {
        throw new InputException(
            experiment.place(), "'%s' is the id of a prediction too".formatted(experiment.id()));
      }
      both.add(experiment);
    }
    try (Progress progress = Progress.of("parameter sets", sets.size(), remarks())) {
      return new Telling(
          Forecast.of(
              evaluator, sets, both, Scatter.published(), threads.count(), done -> progress.step()),
          asked.size());
    }
  }

  private List<Forecast.Row> forecasts(
      FindingsEvaluator evaluator, ParameterEnsemble sets, List<Finding> asked) {
    try (Progress progress = Progress.of("parameter sets", sets.size(), remarks())) {
      return Forecast.of(
              evaluator, sets, asked, Scatter.published(), threads.count(), done -> progress.step())
          .rows();
    }
  }

  private void check(
      FindingsEvaluator evaluator,
      ParameterEnsemble sets,
      @Nullable OutputFolder output,
      Map<String, String> lines) {
    CrossValidation validation;
    try (Progress progress = Progress.of("parameter sets", sets.size(), remarks())) {
      validation =
          CrossValidation.of(
              evaluator,
              sets,
              FindingFile.published().findings(),
              Scatter.published(),
              threads.count(),
              done -> progress.step());
    }
    List<Forecast.Row> expected = forecasts(evaluator, sets, FindingFile.expectations().findings());
    out().println();
    out().print(PredictText.check(validation, expected));
    if (output != null) {
      output.write("left-out.csv", leftOut(validation, lines));
      output.write("expectations.csv", table(expected, lines));
    }
  }

  private static Table table(List<Forecast.Row> rows, Map<String, String> lines) {
    TableBuilder table =
        Table.builder()
            .text("id")
            .text("genotype")
            .text("treatment")
            .text("readout")
            .text("at_h")
            .text("expected")
            .number("probability")
            .number("probability_if_equations_hold")
            .number("share_of_sets")
            .number("low_90")
            .number("median")
            .number("high_90")
            .number("information_bits")
            .number("sets")
            .provenance(lines);
    for (Forecast.Row row : rows) {
      Finding finding = row.finding();
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  finding.id(),
                  finding.condition().genotype().text(),
                  finding.condition().treatment().text(),
                  finding.readout().name(),
                  finding.at().word(),
                  finding.expected().word()));
      cells.add(orNull(row.probability()));
      cells.add(orNull(row.byEquations()));
      cells.add(orNull(row.shareOfSets()));
      for (double share : new double[] {0.05, 0.5, 0.95}) {
        Optional<Quantiles> changes = row.changes();
        cells.add(changes.isEmpty() ? null : (Double) changes.get().at(share));
      }
      cells.add(row.informationBits());
      cells.add(row.sets());
      table.row(cells.toArray());
    }
    return table.build();
  }

  private static Table leftOut(CrossValidation validation, Map<String, String> lines) {
    TableBuilder table =
        Table.builder()
            .text("id")
            .text("expected")
            .number("probability")
            .number("base_rate")
            .number("share_of_sets")
            .number("effective_sets")
            .text("called")
            .provenance(lines);
    for (CrossValidation.Left left : validation.rows()) {
      Forecast.Row row = left.forecast();
      table.row(
          row.finding().id(),
          row.finding().expected().word(),
          orNull(row.probability()),
          left.baseRate(),
          orNull(row.shareOfSets()),
          left.effectiveSets(),
          row.isCalledRight() ? "right" : "wrong");
    }
    return table.build();
  }

  private static @Nullable Double orNull(double number) {
    return Double.isNaN(number) ? null : (Double) number;
  }
}
