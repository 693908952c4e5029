package org.capgate.cli;

import java.util.Comparator;
import java.util.Map;
import org.capgate.calibration.Plausibility;
import org.capgate.calibration.Plausibility.Report;
import org.capgate.evidence.FindingFile;
import org.capgate.input.Bounds;
import org.capgate.model.ParameterSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plausibility}: how many random parameter sets reproduce the established findings. */
@Command(
    name = "plausibility",
    description = {
      "Draws random parameter sets and says which share reproduces every established finding and",
      "which findings break most often; then the control, the same sets with the 4E-BP1:4E-BP2",
      "split exchanged between excitatory and inhibitory neurons."
    })
final class PlausibilityCommand extends Subcommand {
  private static final int LISTED = 12;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Random sets (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--factor",
      paramLabel = "F",
      defaultValue = "1.1",
      description =
          "Also draw within this factor of the fitted values, cut at the plausible range (default: ${DEFAULT-VALUE}).")
  private double factor;

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "2",
      description = "Threads; no result depends on it (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() {
    Bounds.between(1, 1_000_000, "").check("--samples", samples);
    Bounds.between(1.0001, 1000, "").check("--factor", factor);
    Bounds.between(1, 256, "").check("--threads", threads);
    print("whole plausible ranges", Double.POSITIVE_INFINITY, false);
    print("within a factor of " + significant(factor) + " of the fitted values", factor, false);
    print("the same, 4E-BP1:4E-BP2 split exchanged between cell classes (control)", factor, true);
    return ExitCode.SUCCESS;
  }

  private void print(String title, double within, boolean exchanged) {
    Plausibility plausibility =
        new Plausibility(ParameterSet.standard(), FindingFile.published().findings(), seed, within);
    Report report;
    try (Progress progress = Progress.of("parameter sets", samples, remarks())) {
      report =
          exchanged
              ? plausibility.sampleShuffled(samples, threads, done -> progress.step())
              : plausibility.sample(samples, threads, done -> progress.step());
    }
    out()
        .printf(
            "%s: %d of %d sets (%s %%) reproduce all %d established findings; a set reproduces %s %% of them on average%n",
            title,
            report.allPassed(),
            report.samples(),
            significant(100.0 * report.allPassed() / report.samples()),
            report.broken().size(),
            significant(100 * report.meanPassedShare()));
    out().println("  broken most often:");
    report.broken().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(LISTED)
        .filter(entry -> entry.getValue() > 0)
        .forEach(
            entry ->
                out()
                    .printf(
                        "    %-4s in %s %% of the sets%n",
                        entry.getKey(), significant(100.0 * entry.getValue() / report.samples())));
    out().flush();
  }

  private static String significant(double value) {
    return Numeral.digits(value, 3);
  }
}
