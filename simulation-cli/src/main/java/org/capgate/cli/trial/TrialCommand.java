package org.capgate.cli.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.TableFormat;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.TableFormatOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialFile;
import org.capgate.trial.TrialReport;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trial}: arms of virtual subjects, what they show, and the power of the trial. */
@Command(
    name = "trial",
    description = {
      "Does a trial in virtual subjects, as often as asked: endpoints with intervals beside",
      "published ones, differences from the control, p-values and power; tables and figures in",
      "a folder. A run that was stopped goes on where it was."
    })
public final class TrialCommand extends Subcommand {
  private static final Bounds SUBJECTS = Bounds.between(1, 10_000_000, "");
  private static final Bounds REPLICATES = Bounds.between(1, 100_000, "");

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      description = "A trial that 'capgate presets' lists, or a file of your own.")
  private String what = "";

  @Option(
      names = "--subjects",
      paramLabel = "N",
      description = "Subjects in each arm; default: what the file says.")
  private @Nullable String subjects;

  @Option(
      names = "--replicates",
      paramLabel = "R",
      description = "How many times the trial is done; default: what the file says.")
  private @Nullable String replicates;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of everything drawn; default: what the file says.")
  private @Nullable String seed;

  @Mixin private final ChosenOption chosen = new ChosenOption();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables, figures and finished blocks. Default: capgate-output/NAME.")
  private @Nullable Path out;

  @Mixin private final TableFormatOption tableFormat = new TableFormatOption();
  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    TrialFile file = TrialFile.read(text(what), options.model()::withSpecies);
    Trial trial = changed(file.trial());
    int workers = threads.count();
    Optional<TableFormat> tables = tableFormat.format();
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    OutputFolder folder = OutputFolder.at(out, file.name()).withTables(tables);
    TrialRun run = new TrialRun(trial, folder);
    TrialReport report = run.report(workers, remarks());
    Map<String, String> lines = provenance().withSeed(trial.seed()).lines(trial.specification());
    print(file, report);
    folder.writeTable("course", run.blocks(), lines);
    folder.writeTable("visits", report.courses().withProvenance(lines));
    folder.writeTable("endpoints", report.endpoints().withProvenance(lines));
    folder.writeTable("comparisons", report.comparisons().withProvenance(lines));
    folder.writeTable("replicates", report.replicates().withProvenance(lines));
    TrialTables.of(report, run.blocks())
        .forEach((name, table) -> folder.writeTable(name, table.withProvenance(lines)));
    TrialWords.print(report, run.blocks(), out());
    try {
      TrialMoreFigures.of(report, run.blocks(), lines)
          .forEach((name, figure) -> folder.write(name, figure, formats));
      TrialFigures.of(report, lines).forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("written to " + folder.path());
    out().flush();
    return report.hasSubjects() && report.isWhole() ? ExitCode.SUCCESS : ExitCode.CHECK_FAILED;
  }

  private Trial changed(Trial trial) {
    Trial.Builder changed = trial.toBuilder();
    if (subjects != null) {
      changed.subjects(Arguments.wholeNumber("--subjects", subjects, SUBJECTS));
    }
    if (replicates != null) {
      changed.replicates(Arguments.wholeNumber("--replicates", replicates, REPLICATES));
    }
    if (seed != null) {
      changed.seed(Arguments.seed("--seed", seed));
    }
    return changed.among(chosen.normals(trial.population())).build();
  }

  private void print(TrialFile file, TrialReport report) {
    Trial trial = report.trial();
    out()
        .println(
            "%s: %s arms of %s subjects (%s), %s times, seed %s"
                .formatted(
                    file.name(),
                    trial.arms().size(),
                    trial.subjects(),
                    trial.population().name(),
                    trial.replicates(),
                    trial.seed()));
    out().println();
    out().print(report.endpoints().toText());
    out().println();
    out().print(report.comparisons().toText());
    out().println();
    out()
        .println(
            "of the candidates drawn %s %% were plausible and admitted"
                .formatted(Numeral.digits(100 * report.acceptedShare(), 3)));
    report.reasons().forEach(why -> out().println("failed: " + why));
  }

  private static SourceText text(String what) {
    if (what.contains(".") || what.contains("/") || what.contains("\\")) {
      return SourceText.read(Arguments.path(what));
    }
    if (!TrialFile.presets().contains(what)) {
      throw new InputException(
          Place.UNKNOWN,
          Names.unknown("trial", what, TrialFile.presets())
              + " ('capgate presets' lists all; a file is named with its ending, as in my.yaml)");
    }
    return TrialFile.presetText(what);
  }
}
