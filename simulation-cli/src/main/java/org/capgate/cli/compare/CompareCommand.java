package org.capgate.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.UnsolvedException;
import org.capgate.cli.command.Workers;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.GenotypeOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.TreatmentOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: the wild type against knockouts, untreated and treated. */
@Command(
    name = "compare",
    description =
        "Compares genotypes under treatments: a table on the screen; CSV files and figures in a"
            + " folder. This is what 'capgate' alone does.")
public final class CompareCommand extends Subcommand {
  private static final Bounds DAYS =
      Bounds.between(ComparisonPlan.SHORTEST_DAYS, ComparisonPlan.LONGEST_DAYS, "d");

  @Mixin private final GenotypeOption genotypes = new GenotypeOption();
  @Mixin private final TreatmentOption treatments = new TreatmentOption();

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "14",
      description = "Length of the runs, 1 to 365 d. Default: ${DEFAULT-VALUE}.")
  private String days = "14";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for CSV files and figures. Default: capgate-output/compare.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();

  @Override
  public Integer call() {
    Model model = options.model();
    ComparisonPlan plan =
        new ComparisonPlan(
            model,
            genotypes.genotypes(),
            treatments.treatments(model.compounds()),
            Arguments.number("--days", days, DAYS));
    Optional<ParameterEnsemble> sets = ensemble.sets(options);
    plan.treatments().forEach(treatment -> checkEnd(treatment, plan));
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    OutputFolder folder = OutputFolder.at(out, "compare");
    try (Workers workers = new Workers();
        Progress progress = progress(plan, sets)) {
      Comparison comparison = Comparison.of(plan, sets, workers, progress);
      Unsolved.report(comparison.failures(), remarks());
      show(comparison);
      Optional<DoseSweep> sweep = sweep(comparison.plan(), workers, progress);
      sweep.ifPresent(found -> Unsolved.report(found.failures(), remarks()));
      List<Unsolved> failures =
          Stream.concat(
                  comparison.failures().stream(),
                  sweep.stream().flatMap(found -> found.failures().stream()))
              .toList();
      write(comparison, sweep, failures, folder, workers, formats);
      return sweep.isPresent() || DoseSweep.varied(comparison.plan()).isEmpty()
          ? Unsolved.exitCode(failures)
          : ExitCode.CHECK_FAILED;
    }
  }

  /** A dose that is never given, or after the verdict, is a slip, not a treatment. */
  private static void checkEnd(Regimen treatment, ComparisonPlan plan) {
    treatment.requireWithin(plan.span());
    if (!treatment.isNone() && treatment.firstHours() >= ComparisonPlan.BEHAVIOUR_HOURS) {
      throw new InputException(
          new Place("--treatments", 0, 0),
          "the verdict is read at %s h, but '%s' begins at %s h; give it at 0 h"
              .formatted(
                  Numbers.text(ComparisonPlan.BEHAVIOUR_HOURS),
                  treatment.text(),
                  Numbers.text(treatment.firstHours())));
    }
  }

  /** The dose response; without one the comparison still stands. */
  private Optional<DoseSweep> sweep(ComparisonPlan plan, Workers workers, Progress progress) {
    try {
      return DoseSweep.of(plan, workers, progress);
    } catch (UnsolvedException e) {
      remarks().println("capgate: no dose response: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Progress progress(ComparisonPlan plan, Optional<ParameterEnsemble> sets) {
    int runs = plan.genotypes().size() * plan.treatments().size() + DoseSweep.size(plan);
    return Progress.of("simulated", runs + sets.map(ParameterEnsemble::size).orElse(0), remarks());
  }

  private void show(Comparison comparison) {
    ComparisonText text = new ComparisonText(comparison);
    out().println(text.table());
    out().println(text.summary());
    out().flush();
  }

  private void write(
      Comparison comparison,
      Optional<DoseSweep> sweep,
      List<Unsolved> failures,
      OutputFolder folder,
      Workers workers,
      List<FigureFormat> formats) {
    Map<String, String> provenance =
        provenance().lines(Specification.of(scenarios(comparison, sweep)));
    List<Runnable> files = new ArrayList<>();
    try {
      Map<String, Figure> figures = new ComparisonFigures(comparison, provenance).figures();
      sweep.ifPresent(
          found -> figures.put("dose-response", ComparisonFigures.doseResponse(found, provenance)));
      figures.forEach((name, figure) -> files.add(() -> folder.write(name, figure, formats)));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    files.add(
        () ->
            folder.write(
                "trajectories.csv", ComparisonTables.trajectories(comparison, provenance)));
    files.add(
        () -> folder.write("responses.csv", ComparisonTables.responses(comparison, provenance)));
    if (comparison.sets().isPresent()) {
      files.add(() -> folder.write("bands.csv", ComparisonTables.bands(comparison, provenance)));
    }
    sweep.ifPresent(
        found ->
            files.add(
                () ->
                    folder.write(
                        "dose-response.csv", ComparisonTables.doseResponse(found, provenance))));
    if (!failures.isEmpty()) {
      files.add(() -> folder.write(Unsolved.FILE, Unsolved.table(failures, provenance)));
    }
    workers.all(files);
    folder.finish();
    out().println("Tables and figures are in " + folder.path() + ".");
  }

  private static List<Scenario> scenarios(Comparison comparison, Optional<DoseSweep> sweep) {
    return Stream.concat(
            comparison.solved().stream().map(Comparison.Arm::scenario),
            sweep.stream().flatMap(found -> found.points().stream().map(DoseSweep.Point::scenario)))
        .toList();
  }
}
