package org.capgate.cli;

import java.nio.file.Path;
import java.util.List;
import org.capgate.calibration.Calibration;
import org.capgate.calibration.ParameterFiles;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.input.Bounds;
import org.capgate.model.ParameterSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calibrate}: fits the free parameters to the findings; the shipped set is its output. */
@Command(
    name = "calibrate",
    description = {
      "Fits the free parameters to the published findings and the further expectations within",
      "their plausible ranges, from the column 'start' of seeds/parameters.",
      "The shipped values are the output of: capgate calibrate"
    })
final class CalibrateCommand extends Subcommand {
  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the search (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Parameter sets to evaluate (default: ${DEFAULT-VALUE}).")
  private int evaluations;

  @Option(
      names = "--step",
      paramLabel = "X",
      defaultValue = "0.03",
      description =
          "First spread of the search, as a share of the plausible ranges (default: ${DEFAULT-VALUE}).")
  private double step;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the fitted parameter files there.")
  private @org.jspecify.annotations.Nullable Path folder;

  @Override
  public Integer call() {
    Bounds.between(1, 1_000_000, "").check("--evaluations", evaluations);
    Bounds.between(1e-4, 0.5, "").check("--step", step);
    List<Finding> published = FindingFile.published().findings();
    List<Finding> expectations = FindingFile.expectations().findings();
    Calibration.Result result;
    try (Progress progress = Progress.of("parameter sets", evaluations, remarks())) {
      result =
          Calibration.fit(
              ParameterSet.standard(),
              published,
              expectations,
              seed,
              evaluations,
              step,
              (count, best) -> progress.step());
    }
    FindingsReport report =
        FindingsEvaluator.standard()
            .withParameters(result.parameters())
            .evaluate(FindingFile.published());
    out().printf("misfit %s (0: every bound is met with a margin)%n", significant(result.misfit()));
    out().println("published findings: " + report.summary());
    if (folder != null) {
      ParameterFiles.write(result.parameters(), folder);
      out().println("parameter files written to " + folder);
    }
    out().flush();
    return report.anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }

  private static String significant(double value) {
    return Numeral.digits(value, 3);
  }
}
