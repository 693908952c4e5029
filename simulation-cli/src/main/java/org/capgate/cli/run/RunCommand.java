package org.capgate.cli.run;

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
import org.capgate.cli.command.Workers;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.output.OutputFolder;
import org.capgate.io.ScenarioFile;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: one scenario with what it is compared with. */
@Command(
    name = "run",
    description =
        "Runs a scenario: a summary on the screen; the trajectory as CSV, figures and a page with all of them in"
            + " a folder.")
public final class RunCommand extends Subcommand {
  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      description = "A name that 'capgate presets' lists, or a scenario file of your own.")
  private String what = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for CSV file and figures. Default: capgate-output/NAME.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();

  @Override
  public Integer call() {
    ScenarioFile file = ScenarioArgument.file(what, options);
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    OutputFolder folder = OutputFolder.at(out, file.name());
    Optional<ParameterEnsemble> sets = ensemble.sets(options);
    int size = file.scenarios().size() + sets.map(ParameterEnsemble::size).orElse(0);
    try (Workers workers = new Workers();
        Progress progress = Progress.of("simulated", size, remarks())) {
      ScenarioRuns runs = ScenarioRuns.of(file, sets, workers, progress);
      Unsolved.report(runs.failures(), remarks());
      if (runs.runs().isEmpty()) {
        return ExitCode.CHECK_FAILED;
      }
      out().print(new ScenarioRunsText(runs).render());
      out().println();
      out().flush();
      write(runs, folder, workers, formats);
      return Unsolved.exitCode(runs.failures());
    }
  }

  private void write(
      ScenarioRuns runs, OutputFolder folder, Workers workers, List<FigureFormat> formats) {
    Map<String, String> provenance =
        provenance()
            .withSeed(runs.file().seed())
            .lines(Specification.of(List.copyOf(runs.scenarios().values())));
    List<Runnable> files = new ArrayList<>();
    try {
      Map<String, Figure> figures = ScenarioFigures.of(runs, provenance);
      figures.forEach((name, figure) -> files.add(() -> folder.write(name, figure, formats)));
      Stream.of(FigureFormat.SVG, FigureFormat.PNG)
          .filter(formats::contains)
          .findFirst()
          .ifPresent(
              shown -> {
                String page = RunOverview.of(runs, figures, shown, provenance);
                files.add(() -> folder.write(RunOverview.FILE, page));
              });
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    files.add(() -> folder.write("trajectory.csv", runs.table(provenance)));
    if (runs.sets().isPresent()) {
      files.add(() -> folder.write("bands.csv", runs.bands(provenance)));
    }
    if (!runs.failures().isEmpty()) {
      files.add(() -> folder.write(Unsolved.FILE, Unsolved.table(runs.failures(), provenance)));
    }
    workers.all(files);
    folder.finish();
    out().println("Trajectory, figures and overview.html are in %s.".formatted(folder.path()));
  }
}
