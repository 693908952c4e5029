package org.capgate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Calibration;
import org.capgate.calibration.ParameterFiles;
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

/** {@code calibrate}: fits the free parameters to the findings; the shipped set is its output. */
@Command(
    name = "calibrate",
    description = {
      "Fits the free parameters to the published findings and the further expectations.",
      "They stay within their plausible ranges and start from the column 'start' of seeds/parameters.",
      "The shipped values are the output of: capgate calibrate"
    })
final class CalibrateCommand extends Subcommand {
  private static final Bounds EVALUATIONS = Bounds.between(1, 1_000_000, "");
  private static final Bounds STEP = Bounds.between(1e-4, 0.5, "");

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the search (default: ${DEFAULT-VALUE}).")
  private String seed = "1";

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      defaultValue = "400",
      description = "Parameter sets to evaluate (default: ${DEFAULT-VALUE}).")
  private String evaluations = "3000";

  @Option(
      names = "--step",
      paramLabel = "X",
      defaultValue = "0.004",
      description =
          "First spread of the search, as a share of the plausible ranges (default: ${DEFAULT-VALUE}).")
  private String step = "0.03";

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
    long key = Arguments.seed("--seed", seed);
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    List<Finding> published = FindingFile.published().findings();
    List<Finding> expectations = FindingFile.expectations().findings();
    List<Finding> all = new ArrayList<>(published);
    all.addAll(expectations);
    Calibration.Result result =
        checkpoint.around(
            Map.of(
                Checkpoint.Origin.SPECIFICATION,
                CheckpointOption.specification(ParameterSet.standard(), all)),
            remarks(),
            known -> {
              try (Progress progress = Progress.of("parameter sets", sets, remarks())) {
                return Calibration.fit(
                    ParameterSet.standard(),
                    published,
                    expectations,
                    key,
                    sets,
                    spread,
                    progress.counting(known),
                    (count, best) -> {});
              }
            });
    FindingsReport report =
        FindingsEvaluator.standard()
            .withParameters(result.parameters())
            .evaluate(FindingFile.published());
    out()
        .println(
            "misfit "
                + Numeral.digits(result.misfit(), 3)
                + " (0: every bound is met with a margin)");
    out().println("published findings: " + report.summary());
    if (output != null) {
      ParameterFiles.write(result.parameters(), output.path());
      out().println("parameter files written to " + output.path());
    }
    out().flush();
    return report.anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }
}
