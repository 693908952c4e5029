package org.capgate.cli.trial;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.capgate.analysis.Table;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.io.Checkpoint;
import org.capgate.population.Population;
import org.capgate.sampling.Convergence;
import org.capgate.sampling.Draws;
import org.capgate.sampling.DreamZs;
import org.capgate.scenario.Scenario;
import org.capgate.selection.Chosen;
import org.capgate.selection.Selection;
import org.capgate.selection.Target;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Estimates;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code select}: a virtual population with the distributions that were published. */
@Command(
    name = "select",
    description = {
      "Chooses from the plausible subjects of a population those that together have published",
      "means, deviations and shares, some of them fitted, the others kept to check against:",
      "targets.csv, subjects.csv, and chosen.csv for 'trial --chosen' and 'cohort --chosen'."
    })
public final class SelectCommand extends Subcommand {
  private static final Bounds CANDIDATES = Bounds.between(10, 1_000_000, "");
  private static final Bounds GENERATIONS = Bounds.between(10, 10_000_000, "");
  private static final Bounds CHAINS = Bounds.between(3, 1000, "");
  private static final int BLOCK_GENERATIONS = 10;
  private static final int MOST_DRAWN = 1000;
  private static final List<String> METHODS = List.of("acceptance", "chains");

  @Mixin private final PopulationOption who = new PopulationOption();

  @Option(
      names = "--targets",
      paramLabel = "FILE.csv",
      description = "What was published; default: seeds/evidence/distributions.csv.")
  private @Nullable Path targets;

  @Option(
      names = "--method",
      paramLabel = "WORD",
      defaultValue = "acceptance",
      description = "acceptance, or chains of DREAM(ZS) (default: ${DEFAULT-VALUE}).")
  private String method = "acceptance";

  @Option(
      names = "--candidates",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Plausible subjects to choose from (default: ${DEFAULT-VALUE}).")
  private String candidates = "2000";

  @Option(
      names = "--generations",
      paramLabel = "G",
      defaultValue = "1000",
      description = "Of each chain; the first half is left out (default: ${DEFAULT-VALUE}).")
  private String generations = "1000";

  @Option(
      names = "--chains",
      paramLabel = "C",
      defaultValue = "10",
      description = "Number of chains (default: ${DEFAULT-VALUE}).")
  private String chains = "10";

  @Mixin private final SeedOption seed = new SeedOption();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables, figures and blocks. Default: capgate-output/select.")
  private @Nullable Path out;

  @Mixin private final CheckpointOption checkpoint = new CheckpointOption();
  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    int number = Arguments.wholeNumber("--candidates", candidates, CANDIDATES);
    int length = Arguments.wholeNumber("--generations", generations, GENERATIONS);
    DreamZs.Settings settings =
        new DreamZs.Settings(
            seed.value(),
            Arguments.wholeNumber("--chains", chains, CHAINS),
            BLOCK_GENERATIONS,
            threads.count());
    if (!METHODS.contains(method)) {
      throw new InputException(
          new Place("--method", 0, 0), Names.unknown("method", method, METHODS));
    }
    ModelOptions.Model model = options.model();
    Population population = who.read(model.parameters());
    Scenario scenario = model.with(Scenario.of(population.species())).build();
    Selection selection = selection(population, scenario, number, settings.seed());
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    OutputFolder folder = OutputFolder.at(out, "select");
    TrialRun plausible = new TrialRun(selection.trial(), folder);
    plausible.compute(settings.threads(), remarks());
    Selection.Accepted accepted = selection.accepted(plausible.blocks());
    print(population, accepted);
    Chosen chosen =
        method.equals("acceptance")
            ? accepted.chosen()
            : drawn(selection, settings, length, plausible.blocks(), folder);
    Table compared = chosen.targets();
    out().println();
    out().print(compared.select(SHOWN).toText());
    Map<String, String> lines =
        provenance().withSeed(settings.seed()).lines(selection.trial().specification());
    folder.write("targets.csv", compared.withProvenance(lines));
    folder.write("subjects.csv", chosen.values().withProvenance(lines));
    folder.write("chosen.csv", chosen.normalsTable().withProvenance(lines));
    try {
      figure(folder, chosen, compared, true, lines, formats);
      figure(folder, chosen, compared, false, lines, formats);
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("written to " + folder.path());
    out().flush();
    return ExitCode.SUCCESS;
  }

  private static final String[] SHOWN = {
    "target",
    "role",
    "published",
    "publishedDeviation",
    "plausible",
    "plausibleDeviation",
    "chosen",
    "chosenDeviation",
    "distancePlausible",
    "distanceChosen",
    "agrees"
  };

  private Selection selection(Population population, Scenario scenario, int number, long seed) {
    Place place = targets == null ? Place.UNKNOWN : Place.startOf(targets.toString());
    try {
      return Selection.in(population)
          .model(scenario)
          .targets(
              targets == null ? Target.published() : Target.read(targets, scenario.compounds()))
          .candidates(number)
          .seed(seed)
          .build();
    } catch (IllegalArgumentException e) {
      throw new InputException(place, String.valueOf(e.getMessage()), e);
    }
  }

  private void print(Population population, Selection.Accepted accepted) {
    out()
        .println(
            "%s: %s candidates, %s plausible, %s failed; acceptance takes %s (%s %%)"
                .formatted(
                    population.name(),
                    accepted.candidates(),
                    accepted.plausible(),
                    accepted.failed(),
                    accepted.chosen().size(),
                    Numeral.digits(100 * accepted.share(), 3)));
    out()
        .println(
            "effective number of the plausible, weighted: %s; beta %s"
                .formatted(
                    Numeral.digits(accepted.effective(), 3), Numeral.digits(accepted.beta(), 3)));
  }

  private Chosen drawn(
      Selection selection,
      DreamZs.Settings settings,
      int length,
      Blocks plausible,
      OutputFolder folder) {
    Map<String, String> statements = new HashMap<>();
    statements.put(Checkpoint.Origin.SPECIFICATION, selection.trial().specification());
    statements.put("--seed", Long.toString(settings.seed()));
    statements.put("--chains", Integer.toString(settings.chains()));
    statements.put("--candidates", candidates);
    int blocks = (length + BLOCK_GENERATIONS - 1) / BLOCK_GENERATIONS;
    Draws draws;
    try (Progress progress =
        Progress.of("blocks of chains", settings.chains() * (blocks + 1), remarks())) {
      draws =
          checkpoint.around(
              statements,
              remarks(),
              known ->
                  selection.chains(
                      plausible, settings, length, progress.counting(known), soFar -> {}));
    }
    print(draws);
    List<double[]> normals = selection.thinned(draws, MOST_DRAWN);
    Blocks blocksOfDrawn = selection.trial(normals).blocks(BlockStore.in(folder.file("blocks")));
    AtomicLong done = new AtomicLong();
    blocksOfDrawn.compute(settings.threads(), one -> done.addAndGet(one.subjects()));
    out().println("%s of the draws are the chosen".formatted(done.get()));
    return selection.drawn(plausible, normals, blocksOfDrawn);
  }

  private void print(Draws draws) {
    double worst = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < draws.dimensions(); i++) {
      Convergence found = draws.convergence(i, draws.perChain() / 2);
      worst = Math.max(worst, found.rHat());
      least = Math.min(least, found.bulkSize());
    }
    out()
        .println(
            "chains: %s jumps tried, %s %% accepted; largest R-hat %s, smallest effective number %s"
                .formatted(
                    draws.jumps(),
                    Numeral.digits(100 * draws.acceptedShare(), 3),
                    Numeral.digits(worst, 4),
                    Numeral.digits(least, 3)));
  }

  private static void figure(
      OutputFolder folder,
      Chosen chosen,
      Table compared,
      boolean shares,
      Map<String, String> lines,
      List<FigureFormat> formats) {
    Estimates figure =
        Estimates.titled(shares ? "Shares: chosen and published" : "Means: chosen and published")
            .value(
                shares ? new AxisLabel("Share of subjects", "%") : new AxisLabel("Score", "points"))
            .sources("chosen, 95 % interval", "published");
    double factor = shares ? 100 : 1;
    int rows = 0;
    for (int row = 0; row < compared.size(); row++) {
      String name = compared.text(row, "target");
      if (chosen.isShare(name) == shares) {
        figure.row(
            "%s (%s)".formatted(name, compared.text(row, "role")),
            factor * compared.number(row, "chosen"),
            factor * compared.number(row, "low"),
            factor * compared.number(row, "high"),
            factor * compared.number(row, "published"));
        rows++;
      }
    }
    if (rows > 0) {
      folder.write(shares ? "shares" : "means", figure.provenance(lines).build(), formats);
    }
  }
}
