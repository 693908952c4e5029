package org.capgate.cli.sensitivity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Parameter;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.ScenarioResponse;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.sweep.Measurement;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sensitivity}: what readouts of a scenario lean on. */
@Command(
    name = "sensitivity",
    description = {
      "Says what readouts of a scenario lean on: derivatives by named numbers at their values",
      "(local), effects over ranges (morris), or shares of variance over ranges (sobol).",
      "Work that was stopped goes on where it was."
    })
public final class SensitivityCommand extends Subcommand {
  private static final List<String> METHODS = List.of("local", "morris", "sobol");
  private static final Bounds HOURS = Bounds.between(-87_600, 87_600, "h");
  private static final Bounds FACTOR = Bounds.between(1.0001, 1000, "");
  private static final Bounds POINTS = Bounds.between(2, 1_000_000, "");

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      description = "The scenario itself; its variants are left aside.")
  private String what = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "local",
      description = "local (default), morris or sobol.")
  private String method = "local";

  @Option(
      names = "--of",
      paramLabel = "A,B,...",
      defaultValue = "mood",
      description = "Readouts (default: ${DEFAULT-VALUE}).")
  private String readouts = "mood";

  @Option(
      names = "--at",
      paramLabel = "H,H,...",
      defaultValue = "24",
      description = "Times, ascending, h after t = 0 (default: ${DEFAULT-VALUE}).")
  private String times = "24";

  @Option(
      names = "--by",
      paramLabel = "A,B,...",
      defaultValue = "fitted",
      description = {
        "Numbers that 'capgate parameters' lists; beginnings of names that end in a slash, as",
        "ketamine/; ranged: all with a range; fitted: all that were fitted (default)."
      })
  private String numbers = "fitted";

  @Option(
      names = "--factor",
      paramLabel = "F",
      defaultValue = "1.25",
      description =
          "Ranges of morris and sobol reach so far from the values, never beyond plausible ones (default: ${DEFAULT-VALUE}).")
  private String factor = "1.25";

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Paths of morris (default: 20), rows of sobol, best a power of two (256).")
  private @Nullable String points;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
  private String seed = "1";

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for table and figures. Default: capgate-output/NAME-METHOD.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    if (!METHODS.contains(method)) {
      throw new InputException(
          new Place("--method", 0, 0), Names.unknown("method", method, METHODS));
    }
    Measurement measurement = measurement();
    double reach = Arguments.number("--factor", factor, FACTOR);
    SensitivityPlan.Effort effort =
        new SensitivityPlan.Effort(
            points == null
                ? SensitivityPlan.usualPoints(method)
                : Arguments.wholeNumber("--points", points, POINTS),
            Arguments.seed("--seed", seed),
            threads.count());
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ScenarioFile file = ScenarioArgument.file(what, options);
    Scenario scenario = file.scenario();
    scenario.treatment().requireRead(lastHours(measurement), new Place("--at", 0, 0));
    List<Varied> varied = varied(scenario, reach);
    OutputFolder folder = OutputFolder.at(out, file.name() + "-" + method);
    ScenarioResponse response =
        new ScenarioResponse(
            scenario,
            varied.stream().map(Varied::name).toList(),
            measurement,
            Solvers.standard(SensitivityPlan.tolerance(method)));
    SensitivityPlan plan =
        new SensitivityPlan(file.name(), response, varied, effort, folder, remarks());
    SensitivityResult result =
        switch (method) {
          case "morris" -> plan.morris();
          case "sobol" -> plan.sobol();
          default -> plan.local();
        };
    Map<String, String> provenance =
        provenance().withSeed(effort.seed()).lines(Specification.of(List.of(scenario)));
    out().print(result.text());
    folder.write("sensitivity.csv", result.table(provenance));
    write(result, provenance, folder, formats);
    folder.finish();
    out().println("Table and figures are in " + folder.path() + ".");
    out().flush();
    return result.isWhole() ? ExitCode.SUCCESS : ExitCode.CHECK_FAILED;
  }

  private void write(
      SensitivityResult result,
      Map<String, String> provenance,
      OutputFolder folder,
      List<FigureFormat> formats) {
    try {
      Map<String, Figure> figures = result.figures(provenance);
      figures.forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
  }

  private static double lastHours(Measurement measurement) {
    return measurement.atHours().get(measurement.atHours().size() - 1);
  }

  private Measurement measurement() {
    List<Readout> read = new ArrayList<>();
    for (String word : readouts.split(",", -1)) {
      Readout readout = Readout.named(word.strip(), new Place("--of", 0, 0));
      if (read.contains(readout)) {
        throw new InputException(
            new Place("--of", 0, 0), Names.quoted(word.strip()) + " is stated twice");
      }
      read.add(readout);
    }
    List<Double> hours = Arguments.ascendingHours("--at", times, HOURS);
    if (hours.get(hours.size() - 1) <= 0) {
      throw new InputException(
          new Place("--at", 0, 0), "the last time must be > 0 h, but was " + Names.quoted(times));
    }
    return new Measurement(read, hours);
  }

  private List<Varied> varied(Scenario scenario, double reach) {
    Place place = new Place("--by", 0, 0);
    List<String> words = new ArrayList<>();
    for (String word : numbers.split(",", -1)) {
      words.add(word.strip());
    }
    List<Parameter> chosen = Varied.chosen(scenario.parameters(), words, place);
    return chosen.stream().map(number -> Varied.within(reach, number)).toList();
  }
}
