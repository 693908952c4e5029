package org.capgate.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.input.Bounds;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: what the model shows and what it does not, on one page. */
@Command(
    name = "report",
    description = {
      "Writes report.html, one page about how far the model can be trusted.",
      "It needs nothing but itself: published findings beside what is simulated, figures, stability,",
      "plausibility, and every parameter with its source and what leans on it. Takes about a minute.",
      "Exit code 1 when an established finding is not reproduced."
    })
public final class ReportCommand extends Subcommand {
  private static final Bounds SAMPLES = Bounds.between(0, 100_000, "");
  private static final Bounds SWING = Bounds.between(0, 50, "%");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the page. Default: capgate-output/report.")
  private @Nullable Path out;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "Random parameter sets of the plausibility section, 0 to leave it out (default: ${DEFAULT-VALUE}).")
  private String samples = "40";

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--swing",
      paramLabel = "P",
      defaultValue = "10",
      description =
          "Per cent by which each parameter is moved to see what leans on it, 0 to leave that out"
              + " (default: ${DEFAULT-VALUE}).")
  private String swing = "10";

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final FigureFormatOption figures = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();

  @Override
  public Integer call() {
    List<FigureFormat> formats = figures.formats(List.of());
    ReportWork work =
        new ReportWork(
            options.model(),
            ensemble.sets(options),
            ensemble.all(options),
            Arguments.wholeNumber("--samples", samples, SAMPLES),
            seed.value(),
            Arguments.number("--swing", swing, SWING),
            threads.count(),
            remarks());
    OutputFolder folder = OutputFolder.at(out, "report");
    ReportContent content = work.compute(provenance());
    String page = new ReportPage(content).render();
    folder.write("report.html", page);
    if (!formats.isEmpty()) {
      for (Map.Entry<String, Figure> figure : content.writtenFigures().entrySet()) {
        folder.write(figure.getKey(), figure.getValue(), formats);
      }
    }
    folder.finish();
    out().println(content.published().summary());
    out()
        .println(
            "further expectations: "
                + content.expectations().summary()
                + " (reported, do not gate)");
    out().println("The report is " + folder.file("report.html") + ".");
    return content.published().anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }
}
