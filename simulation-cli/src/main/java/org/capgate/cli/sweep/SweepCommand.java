package org.capgate.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.TableFormat;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.KeptWork;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.TableFormatOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.Blocks;
import org.capgate.input.SourceText;
import org.capgate.io.SweepFile;
import org.capgate.sweep.Sweep;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep}: a scenario at every point of a design. */
@Command(
    name = "sweep",
    description = {
      "Runs a scenario at every point of a design: one long table, and figures where one or two",
      "things are varied in a grid. Exit code 1 when a run failed; it is a row with its reason.",
      "A sweep that was stopped goes on where it was."
    })
public final class SweepCommand extends Subcommand {
  private static final int MOST_REPORTED = 5;

  @Parameters(
      paramLabel = "FILE.yaml",
      description = "A sweep, as docs/sweep-example.yaml and docs/questions.md show.")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for table and figures. Default: capgate-output/NAME.")
  private @Nullable Path out;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final TableFormatOption tableFormat = new TableFormatOption();
  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    int workers = threads.count();
    Optional<TableFormat> tables = tableFormat.format();
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    if (file == null) {
      throw new IllegalStateException("picocli requires the file");
    }
    SourceText source = SourceText.read(file);
    SweepFile read = SweepFile.read(source, options::subject, options::changed);
    OutputFolder folder = OutputFolder.at(out, read.name()).withTables(tables);
    Sweep sweep = read.sweep();
    String specification =
        Specification.of(read.text() + options.specification() + Provenance.version());
    Blocks blocks = sweep.blocks(specification, read.seed(), KeptWork.store(folder));
    KeptWork kept = new KeptWork(folder, "points", blocks.count(), remarks());
    try (kept) {
      blocks.compute(workers, kept::done);
    }
    kept.sayWhatWasThere();
    List<Sweep.Run> runs = sweep.runs(blocks);
    List<Sweep.Run> failed = runs.stream().filter(Sweep.Run::hasFailed).toList();
    Map<String, String> provenance =
        provenance()
            .withSeed(read.seed())
            .lines(Specification.of(read.text() + options.specification()));
    folder.writeTable("sweep", blocks, provenance);
    write(new SweepFigures(read, runs, provenance), folder, formats);
    folder.finish();
    out()
        .println(
            "%s: %s points, %s runs, %s of them failed"
                .formatted(read.name(), sweep.design().size(), runs.size(), failed.size()));
    failed.stream()
        .limit(MOST_REPORTED)
        .forEach(
            run ->
                remarks()
                    .println("capgate: %s: %s".formatted(run.point().values(), run.failure())));
    if (failed.size() > MOST_REPORTED) {
      remarks().println("capgate: the others that failed are rows of the table, with the reason");
    }
    out().println("Table and figures are in " + folder.path() + ".");
    out().flush();
    return failed.isEmpty() ? ExitCode.SUCCESS : ExitCode.CHECK_FAILED;
  }

  private void write(SweepFigures all, OutputFolder folder, List<FigureFormat> formats) {
    List<Runnable> files = new ArrayList<>();
    try {
      Map<String, Figure> figures = all.figures();
      figures.forEach((name, figure) -> files.add(() -> folder.write(name, figure, formats)));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    files.forEach(Runnable::run);
  }
}
