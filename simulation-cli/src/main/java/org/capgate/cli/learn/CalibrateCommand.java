package org.capgate.cli.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Calibration;
import org.capgate.calibration.ParameterFiles;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.input.Bounds;
import org.capgate.io.Checkpoint;
import org.capgate.model.ParameterSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate}: climbs to a high place of the posterior; the shipped set is its output. */
@Command(
    name = "calibrate",
    description = {
      "Looks for a parameter set that agrees with the published findings, and whose neighbours do:",
      "climbs the density that 'posterior' draws from, from the column 'start' of seeds/parameters.",
      "The shipped values are the output of: capgate calibrate"
    })
public final class CalibrateCommand extends Subcommand {
  private static final Bounds EVALUATIONS = Bounds.between(1, 1_000_000, "");
  private static final Bounds STEP = Bounds.between(1e-4, 2, "");

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      defaultValue = "400",
      description = "Parameter sets to evaluate (default: ${DEFAULT-VALUE}).")
  private String evaluations = "400";

  @Option(
      names = "--step",
      paramLabel = "X",
      defaultValue = "0.02",
      description =
          "First spread of the search, in standard deviations of the prior (default: ${DEFAULT-VALUE}).")
  private String step = "0.02";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the fitted parameter files there.")
  private @Nullable Path folder;

  @Mixin private final CheckpointOption checkpoint = new CheckpointOption();

  @Override
  public Integer call() {
    int sets = Arguments.wholeNumber("--evaluations", evaluations, EVALUATIONS);
    double spread = Arguments.number("--step", step, STEP);
    long key = seed.value();
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    List<Finding> published = FindingFile.published().findings();
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(), ParameterSet.standard(), published, Scatter.published());
    Calibration.Result result =
        checkpoint.around(
            Map.of(
                Checkpoint.Origin.SPECIFICATION,
                CheckpointOption.specification(ParameterSet.standard(), published)),
            remarks(),
            known -> {
              try (Progress progress = Progress.of("parameter sets", sets, remarks())) {
                return Calibration.fit(
                    posterior, key, sets, spread, progress.counting(known), (count, best) -> {});
              }
            });
    FindingsReport report =
        FindingsEvaluator.standard()
            .withParameters(result.parameters())
            .evaluate(FindingFile.published());
    out()
        .println(
            "logarithm of the posterior density %s, up to a constant"
                .formatted(Numeral.digits(result.logDensity(), 5)));
    out().println("published findings: " + report.summary());
    if (output != null) {
      ParameterFiles.write(result.parameters(), output.path());
      out().println("parameter files written to " + output.path());
    }
    out().flush();
    return report.anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }
}
