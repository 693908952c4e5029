package org.capgate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.Integrator;
import org.capgate.fit.Fit;
import org.capgate.fit.Observations;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.ObservationFile;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Parameter;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fit}: numbers that come closest to somebody's own data. */
@Command(
    name = "fit",
    description = {
      "Fits named numbers of a scenario and its variants to a table of observations, by least",
      "squares from several starts; 95 %% intervals, residuals, and observations over predictions."
    })
final class FitCommand extends Subcommand {
  private static final Bounds FACTOR = Bounds.between(1.0001, 1000, "");
  private static final Bounds STARTS = Bounds.between(1, 10_000, "");

  /** Differences of runs ask for more digits than runs. */
  private static final double TOLERANCE = 1e-8;

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      description = "The experiments: a scenario and its variants.")
  private String what = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "Observations: columns id (label of a scenario), time (h), readout, value and, for all or none, sd.")
  private @Nullable Path data;

  @Option(
      names = "--free",
      required = true,
      paramLabel = "A,B,...",
      description = {
        "Numbers to fit, as 'capgate parameters' lists them; beginnings that end in a slash,",
        "as ketamine/, stand for all of theirs."
      })
  private String numbers = "";

  @Option(
      names = "--factor",
      paramLabel = "F",
      defaultValue = "1000",
      description =
          "How far a number may move from its value, within its plausible range (default: ${DEFAULT-VALUE}).")
  private String factor = "1000";

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Starts: the present values, and points of the ranges (default: ${DEFAULT-VALUE}).")
  private String starts = "8";

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the starts (default: ${DEFAULT-VALUE}).")
  private String seed = "1";

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables and figures. Default: capgate-output/NAME-fit.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    if (data == null) {
      throw new IllegalStateException("picocli requires the data");
    }
    double reach = Arguments.number("--factor", factor, FACTOR);
    Fit.Settings settings =
        new Fit.Settings(
            Arguments.wholeNumber("--starts", starts, STARTS),
            Arguments.seed("--seed", seed),
            threads.count());
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ScenarioFile file = ScenarioArgument.file(what, options);
    Map<String, Scenario> scenarios = file.scenarios();
    Observations observations = ObservationFile.read(data, scenarios);
    List<Varied> free = free(file.scenario(), reach, observations);
    OutputFolder folder =
        OutputFolder.at(out == null ? OutputFolder.usual(file.name() + "-fit") : out);
    List<String> names = free.stream().map(Varied::name).toList();
    Integrator integrator = Solvers.standard(TOLERANCE);
    Response predictions = observations.predictions(names, integrator);
    Fit.Result result;
    try (Progress progress = Progress.of("starts", settings.starts(), remarks())) {
      result = Fit.of(observations, predictions, free).fit(settings, done -> progress.step());
    }
    FitTables tables = new FitTables(file, observations, result);
    Map<String, String> provenance =
        provenance()
            .withSeed(settings.seed())
            .lines(
                Specification.of(
                    observations.all() + Specification.of(List.copyOf(scenarios.values()))));
    out().print(tables.text());
    folder.write("fit.csv", tables.estimates(provenance));
    folder.write("residuals.csv", tables.residuals(provenance));
    try {
      Map<String, Figure> figures = tables.figures(integrator, provenance);
      figures.forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("Tables and figures are in " + folder.path() + ".");
    out().flush();
    return ExitCode.SUCCESS;
  }

  private List<Varied> free(Scenario scenario, double reach, Observations observations) {
    Place place = new Place("--free", 0, 0);
    List<String> words = new ArrayList<>();
    for (String word : numbers.split(",", -1)) {
      words.add(word.strip());
    }
    List<Parameter> chosen = Varied.chosen(scenario.parameters(), words, place);
    if (chosen.size() >= observations.all().size()) {
      throw new InputException(
          place,
          "%s numbers need more observations than the %s there are"
              .formatted(chosen.size(), observations.all().size()));
    }
    return chosen.stream().map(number -> Varied.within(reach, number)).toList();
  }
}
