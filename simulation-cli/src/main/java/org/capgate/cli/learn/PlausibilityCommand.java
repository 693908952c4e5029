package org.capgate.cli.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.analysis.KnownResults;
import org.capgate.calibration.Plausibility;
import org.capgate.calibration.Plausibility.Report;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.EnsembleFileOption;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.evidence.FindingFile;
import org.capgate.input.Bounds;
import org.capgate.input.Numbers;
import org.capgate.io.Checkpoint;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plausibility}: how many random parameter sets reproduce the established findings. */
@Command(
    name = "plausibility",
    description = {
      "Says which share of random parameter sets reproduces every established finding.",
      "Also which findings break most often; then the control, the same sets with the",
      "4E-BP1:4E-BP2 split exchanged between excitatory and inhibitory neurons."
    })
public final class PlausibilityCommand extends Subcommand {
  private static final Bounds SAMPLES = Bounds.between(1, 1_000_000, "");
  private static final Bounds FACTOR = Bounds.between(1.0001, 1000, "");
  private static final double WIDER = 1.2;
  private static final int LISTED = 12;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Random sets (default: ${DEFAULT-VALUE}).")
  private String samples = "2000";

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--factor",
      paramLabel = "F",
      defaultValue = "1.1",
      description =
          "Also draw within this factor of the fitted values, cut at the plausible range (default: ${DEFAULT-VALUE}).")
  private String factor = "1.1";

  @Mixin private final ThreadsOption threads = new ThreadsOption();
  @Mixin private final EnsembleFileOption ensemble = new EnsembleFileOption();

  @Mixin private final CheckpointOption checkpoint = new CheckpointOption();

  @Override
  public Integer call() {
    double within = Arguments.number("--factor", factor, FACTOR);
    Draws draws =
        new Draws(
            Arguments.wholeNumber("--samples", samples, SAMPLES), seed.value(), threads.count());
    Map<String, String> statements =
        Map.of(
            "--seed",
            Long.toString(draws.seed()),
            Checkpoint.Origin.SPECIFICATION,
            CheckpointOption.specification(
                ParameterSet.standard(), FindingFile.published().findings()));
    ParameterEnsemble sets = ensemble.sets();
    return checkpoint.around(
        statements,
        remarks(),
        known -> {
          print("whole plausible ranges", draws, Double.POSITIVE_INFINITY, false, known);
          for (double reach : factors(within)) {
            print(near(reach), draws, reach, false, known);
          }
          print(
              near(within) + ", 4E-BP1:4E-BP2 split exchanged between cell classes (control)",
              draws,
              within,
              true,
              known);
          print(sets, draws, known);
          return ExitCode.SUCCESS;
        });
  }

  /** The one asked for and the one beside it that is always reported, ascending. */
  private static List<Double> factors(double within) {
    return Stream.of(within, WIDER).distinct().sorted().toList();
  }

  private static String near(double factor) {
    return "within a factor of %s of the fitted values".formatted(Numbers.text(factor));
  }

  /**
   * How much is drawn.
   *
   * @param samples random sets
   * @param seed of the draws
   * @param threads that work on them
   */
  private record Draws(int samples, long seed, int threads) {}

  private void print(
      String title, Draws draws, double within, boolean exchanged, KnownResults known) {
    try (Progress progress = Progress.of("parameter sets", draws.samples(), remarks())) {
      KnownResults counted = progress.counting(known);
      Plausibility plausibility =
          plausibility(draws, within)
              .remembering(
                  (key, compute) -> counted.get("factor %s, %s".formatted(within, key), compute));
      print(
          title,
          exchanged
              ? plausibility.sampleShuffled(draws.samples(), draws.threads(), done -> {})
              : plausibility.sample(draws.samples(), draws.threads(), done -> {}));
    }
  }

  private void print(ParameterEnsemble sets, Draws draws, KnownResults known) {
    try (Progress progress = Progress.of("parameter sets", sets.size(), remarks())) {
      Report report =
          plausibility(draws, 1)
              .remembering(progress.counting(known))
              .members(sets, draws.threads(), done -> {});
      print("sets that agree with the findings (%s)".formatted(sets.name()), report);
      out()
          .println(
              "  %s of them reproduce 95 %% of the established findings or more"
                  .formatted(percent((double) report.mostPassed() / report.samples())));
      out().flush();
    }
  }

  private static Plausibility plausibility(Draws draws, double within) {
    return new Plausibility(
        ParameterSet.standard(), FindingFile.published().findings(), draws.seed(), within);
  }

  private void print(String title, Report report) {
    out()
        .println(
            "%s: %s of %s sets (%s) reproduce all %s established findings; a set reproduces %s of them on average"
                .formatted(
                    title,
                    report.allPassed(),
                    report.samples(),
                    percent((double) report.allPassed() / report.samples()),
                    report.broken().size(),
                    percent(report.meanPassedShare())));
    out().println("  broken most often:");
    report.broken().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(LISTED)
        .filter(entry -> entry.getValue() > 0)
        .forEach(
            entry ->
                out()
                    .println(
                        "    %s in %s of the sets"
                            .formatted(
                                Numeral.left(entry.getKey(), 4),
                                percent((double) entry.getValue() / report.samples()))));
    out().flush();
  }

  private static String percent(double share) {
    return Numeral.digits(100 * share, 3) + " %";
  }
}
