package org.capgate.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.OutputFolder;
import org.capgate.dynamics.Integrator;
import org.capgate.fit.Fit;
import org.capgate.fit.Observations;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.ObservationFile;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Parameter;
import org.capgate.sbml.PetabExport;
import org.capgate.sbml.PetabProblem;
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
public final class FitCommand extends Subcommand {
  private static final Bounds FACTOR = Bounds.between(1.0001, 1000, "");
  private static final double USUAL_FACTOR = 1000;
  private static final Bounds STARTS = Bounds.between(1, 10_000, "");

  private static final Bounds REPLICATES = Bounds.between(20, 100_000, "");

  /** Differences of runs ask for more digits than runs. */
  private static final double TOLERANCE = 1e-8;

  private static final Place PETAB = new Place("--petab", 0, 0);

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      arity = "0..1",
      description = "The experiments: a scenario and its variants.")
  private String what = "";

  @Option(
      names = "--data",
      paramLabel = "FILE.csv",
      description =
          "Observations: columns id (label of a scenario), time (h), readout, value and, for all or none, sd and subject.")
  private @Nullable Path data;

  @Option(
      names = "--petab",
      paramLabel = "PROBLEM.yaml",
      description = {
        "A problem of PEtab, format version 1, whose models CapGate exported: experiments, data",
        "and free numbers in one. Instead of a preset or file, --data and --free."
      })
  private @Nullable Path petab;

  @Option(
      names = "--export-petab",
      paramLabel = "DIR",
      description = "Does not fit, but writes the fit as a problem of PEtab into this folder.")
  private @Nullable Path exported;

  @Option(
      names = "--free",
      paramLabel = "A,B,...",
      description = {
        "Numbers to fit, as 'capgate parameters' lists them; beginnings that end in a slash,",
        "as ketamine/, stand for all of theirs."
      })
  private @Nullable String numbers;

  @Option(
      names = "--factor",
      paramLabel = "F",
      description =
          "How far a number may move from its value, within its plausible range (default: 1000).")
  private @Nullable String factor;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Starts: the present values, and points of the ranges (default: ${DEFAULT-VALUE}).")
  private String starts = "8";

  @Option(
      names = "--profiles",
      description = {
        "Also 95 %% intervals by profile likelihood: each number held, the others at their best.",
        "They need not be symmetric, and say where the data set no end. Some 25 warm fits a number."
      })
  private boolean areProfilesAsked;

  @Option(
      names = "--vpc",
      paramLabel = "N",
      description = {
        "Also a visual predictive check: the data are simulated anew so many times, with the errors",
        "and, where the data have a column subject, with the spread between subjects that was fitted."
      })
  private @Nullable String replicates;

  @Mixin private final SeedOption seed = new SeedOption();

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
    Fit.Settings settings =
        new Fit.Settings(
            Arguments.wholeNumber("--starts", starts, STARTS), seed.value(), threads.count());
    int simulated = replicates == null ? 0 : Arguments.wholeNumber("--vpc", replicates, REPLICATES);
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    PetabProblem problem = petab == null ? ownProblem() : foreignProblem(petab);
    if (exported != null) {
      export(problem, exported);
      return ExitCode.SUCCESS;
    }
    ScenarioFile file = problem.file();
    Observations observations = problem.observations();
    OutputFolder folder = OutputFolder.at(out, file.name() + "-fit");
    List<String> names = problem.free().stream().map(Varied::name).toList();
    Integrator integrator = Solvers.standard(TOLERANCE);
    Response predictions = observations.predictions(names, integrator);
    Fit fit = Fit.of(observations, predictions, problem.free());
    Fit.Result result;
    try (Progress progress = Progress.of("starts", settings.starts(), remarks())) {
      result = fit.fit(settings, done -> progress.step());
    }
    Optional<FitProfiles> profiles = profiles(fit, result, settings.threads());
    FitTables tables = new FitTables(file, observations, result);
    FitResiduals residuals = new FitResiduals(observations, result, settings.seed());
    FitCheck check =
        FitCheck.of(
            observations,
            part -> part.predictions(names, integrator),
            part -> part.predictions(names, Bands.INTEGRATOR),
            result,
            simulated,
            settings,
            remarks());
    Map<String, String> provenance =
        provenance()
            .withSeed(settings.seed())
            .lines(
                Specification.of(
                    observations.all() + Specification.of(List.copyOf(file.scenarios().values()))));
    out().print(tables.text());
    profiles.ifPresent(all -> out().print(all.text()));
    out().print(residuals.text());
    out().print(check.text());
    folder.write("fit.csv", tables.estimates(provenance));
    folder.write("residuals.csv", tables.residuals(provenance));
    check.tables(provenance).forEach(folder::write);
    profiles.ifPresent(all -> folder.write("profiles.csv", all.table(provenance)));
    try {
      Map<String, Figure> figures = new LinkedHashMap<>(tables.figures(integrator, provenance));
      figures.putAll(residuals.figures(provenance));
      figures.putAll(check.figures(provenance));
      profiles.ifPresent(all -> figures.putAll(all.figures(provenance)));
      figures.forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("Tables and figures are in " + folder.path() + ".");
    out().flush();
    return ExitCode.SUCCESS;
  }

  private Optional<FitProfiles> profiles(Fit fit, Fit.Result result, int workers) {
    if (!areProfilesAsked) {
      return Optional.empty();
    }
    int sides = 2 * result.estimates().size();
    try (Progress progress = Progress.of("sides of profiles", sides, remarks())) {
      return Optional.of(
          new FitProfiles(
              result.estimates(), fit.profiles(result, workers, done -> progress.step())));
    }
  }

  /** The experiments, data and numbers that the options name. */
  private PetabProblem ownProblem() {
    double reach = factor == null ? USUAL_FACTOR : Arguments.number("--factor", factor, FACTOR);
    if (what.isEmpty() || data == null || numbers == null) {
      String missing = what.isEmpty() ? "PRESET|FILE.yaml" : data == null ? "--data" : "--free";
      throw new InputException(
          new Place(missing, 0, 0),
          "is missing: a fit needs experiments, --data and --free, or --petab");
    }
    ScenarioFile file = ScenarioArgument.file(what, options);
    Observations observations = ObservationFile.read(data, file.scenarios());
    return new PetabProblem(
        file, observations, free(numbers, file.scenario(), reach, observations));
  }

  private PetabProblem foreignProblem(Path file) {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("experiments", !what.isEmpty());
    given.put("--data", data != null);
    given.put("--free", numbers != null);
    given.put("--factor", factor != null);
    given.put("--export-petab", exported != null);
    given.put(options.words().strip(), !options.words().isEmpty());
    for (Map.Entry<String, Boolean> one : given.entrySet()) {
      if (one.getValue()) {
        throw new InputException(
            PETAB, "states all of that itself, and cannot be given with " + one.getKey());
      }
    }
    return PetabProblem.read(file);
  }

  private void export(PetabProblem problem, Path target) {
    OutputFolder folder = OutputFolder.at(target);
    PetabExport.of(
            problem.file(), problem.observations(), problem.free(), new Place("--free", 0, 0))
        .forEach(folder::write);
    folder.finish();
    out().println("The problem is %s.".formatted(folder.file("problem.yaml")));
    out().flush();
  }

  private static List<Varied> free(
      String numbers, Scenario scenario, double reach, Observations observations) {
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
