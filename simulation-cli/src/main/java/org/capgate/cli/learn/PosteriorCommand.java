package org.capgate.cli.learn;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.capgate.analysis.KnownResults;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.Bounds;
import org.capgate.io.Checkpoint;
import org.capgate.model.ParameterSet;
import org.capgate.sampling.Draws;
import org.capgate.sampling.DreamZs;
import org.capgate.sampling.SimulatedDensity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code posterior}: parameter sets that agree with the findings, drawn by Markov chains. */
@Command(
    name = "posterior",
    description = {
      "Draws parameter sets in proportion to how well they agree with the published findings.",
      "Says how far the draws can be trusted, and writes them: ensemble.csv (equal weights),",
      "diagnostics.csv (one row a parameter), likelihood.csv (one row a finding, at the best draw)."
    })
public final class PosteriorCommand extends Subcommand {
  private static final Bounds GENERATIONS = Bounds.between(10, 10_000_000, "");
  private static final Bounds CHAINS = Bounds.between(3, 1000, "");
  private static final Bounds MEMBERS = Bounds.between(1, 100_000, "");
  private static final int BLOCK_GENERATIONS = 40;
  private static final int LOOKS = 20; // at R-hat, during a run

  @Option(
      names = "--generations",
      paramLabel = "N",
      defaultValue = "2500",
      description = "Parameter sets to evaluate in each chain (default: ${DEFAULT-VALUE}).")
  private String generations = "2500";

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "8",
      description = "Chains (default: ${DEFAULT-VALUE}).")
  private String chains = "8";

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "400",
      description =
          "Most members of the ensemble, from the second half (default: ${DEFAULT-VALUE}).")
  private String members = "400";

  @Mixin private final SeedOption seed = new SeedOption();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the ensemble and its diagnostics there.")
  private @Nullable Path folder;

  @Mixin private final CheckpointOption checkpoint = new CheckpointOption();

  private final LongAdder evaluations = new LongAdder();
  private final LongAdder nanoseconds = new LongAdder();

  @Override
  public Integer call() {
    int length = Arguments.wholeNumber("--generations", generations, GENERATIONS);
    int size = Arguments.wholeNumber("--members", members, MEMBERS);
    DreamZs.Settings settings =
        new DreamZs.Settings(
            seed.value(),
            Arguments.wholeNumber("--chains", chains, CHAINS),
            BLOCK_GENERATIONS,
            threads.count());
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    List<Finding> findings = FindingFile.published().findings();
    String specification = CheckpointOption.specification(ParameterSet.standard(), findings);
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(), ParameterSet.standard(), findings, Scatter.published());
    Posterior.Outset outset = posterior.outset(threads.count());
    DreamZs sampler =
        new DreamZs(measured(outset.density()), posterior.box(), outset.start(), settings);
    Map<String, String> statements = new HashMap<>();
    statements.put(Checkpoint.Origin.SPECIFICATION, specification);
    statements.put("--seed", Long.toString(settings.seed()));
    statements.put("--chains", Integer.toString(settings.chains()));
    Draws draws =
        checkpoint.around(
            statements, remarks(), known -> run(sampler, length, settings.chains(), known));
    PosteriorTables tables = new PosteriorTables(posterior, draws);
    tables.print(out());
    if (evaluations.sum() > 0) {
      remarks()
          .println(
              "capgate: %s parameter sets evaluated, %s ms of processor time each"
                  .formatted(
                      evaluations.sum(),
                      Numeral.digits(1e-6 * nanoseconds.sum() / evaluations.sum(), 3)));
    }
    if (output != null) {
      Map<String, String> lines = provenance().withSeed(settings.seed()).lines(specification);
      output.write("ensemble.csv", tables.ensemble(size, lines));
      output.write("diagnostics.csv", tables.diagnostics(lines));
      output.write("likelihood.csv", tables.likelihood(lines));
      output.finish();
      out().println("written to " + output.path());
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private Draws run(DreamZs sampler, int length, int chainCount, KnownResults known) {
    int blocks = (length + BLOCK_GENERATIONS - 1) / BLOCK_GENERATIONS;
    int look = Math.max(1, blocks / LOOKS);
    try (Progress progress =
        Progress.of("blocks of chains", chainCount * (blocks + 1), remarks())) {
      return sampler.run(
          length,
          progress.counting(known),
          new DreamZs.Listener() {
            @Override
            public void drawn(Draws soFar) {
              if (soFar.perChain() % look == 0) {
                progress.note(
                    "%s %% accepted, R-hat %s"
                        .formatted(
                            Numeral.digits(100 * soFar.acceptedShare(), 2),
                            Numeral.digits(PosteriorTables.largestRHat(soFar), 3)));
              }
            }

            @Override
            public void learning(int simulated, int of) {
              progress.note("the emulator has learned from %s of %s".formatted(simulated, of));
            }
          });
    }
  }

  /** The same density, which counts and takes the time. */
  private SimulatedDensity measured(SimulatedDensity density) {
    return new SimulatedDensity() {
      @Override
      public double at(double[] point) {
        return at(point, Double.NEGATIVE_INFINITY);
      }

      @Override
      public double at(double[] point, double least) {
        return timed(() -> density.at(point, least));
      }

      @Override
      public Optional<double[]> numbers(double[] point) {
        return timed(() -> density.numbers(point));
      }

      @Override
      public double ofNumbers(
          double[] point, double[] numbers, double[] errors, double[] byPoint, double[] byNumbers) {
        return density.ofNumbers(point, numbers, errors, byPoint, byNumbers);
      }
    };
  }

  private <T> T timed(Supplier<T> evaluation) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long began = clock.getCurrentThreadCpuTime();
    T result = evaluation.get();
    nanoseconds.add(clock.getCurrentThreadCpuTime() - began);
    evaluations.increment();
    return result;
  }
}
