package org.capgate.cli.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.output.OutputFolder;
import org.capgate.explain.Explanation;
import org.capgate.explain.Without;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a readout changed, or changed differently in another subject. */
@Command(
    name = "explain",
    description = {
      "Says why a readout changed between two times: what it came from, in shares that add up, and",
      "through which equations. With --against: why it changed differently than in another run."
    })
public final class ExplainCommand extends Subcommand {
  private static final Bounds FROM = Bounds.between(-87_600, 87_600, "h");
  private static final Bounds TO = Bounds.positive("h").atMost(87_600);

  /** Each takes half a second: the equations are stated anew. */
  private static final int MOST_LEFT_OUT = 3;

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      description = "A name that 'capgate presets' lists, or a scenario file of your own.")
  private String what = "";

  @Option(
      names = "--of",
      paramLabel = "READOUT",
      defaultValue = "mood",
      description = "What changed (default: ${DEFAULT-VALUE}).")
  private String readoutWord = "mood";

  @Option(
      names = "--from",
      paramLabel = "H",
      defaultValue = "0",
      description = "The first time, h after t = 0 (default: ${DEFAULT-VALUE}).")
  private String from = "0";

  @Option(
      names = "--to",
      paramLabel = "H",
      defaultValue = "24",
      description = "The second time, h after t = 0 (default: ${DEFAULT-VALUE}).")
  private String to = "24";

  @Option(
      names = "--run",
      paramLabel = "LABEL",
      description = "Which run of the file; the scenario itself if not stated.")
  private @Nullable String run;

  @Option(
      names = "--against",
      paramLabel = "LABEL|GENOTYPE",
      description = "Another run of the file, or the same run with other genes.")
  private @Nullable String against;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for table and figure. Default: capgate-output/NAME-explained.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    double fromHours = Arguments.number("--from", from, FROM);
    double toHours = Arguments.number("--to", to, TO);
    if (toHours <= fromHours) {
      throw new InputException(
          new Place("--to", 0, 0),
          "must be after --from (%s h), but was '%s'".formatted(Numbers.text(fromHours), to));
    }
    Readout readout = Readout.named(readoutWord.strip(), new Place("--of", 0, 0));
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ScenarioFile file = ScenarioArgument.file(what, options);
    Map<String, Scenario> runs = file.scenarios();
    Map.Entry<String, Scenario> chosen = ScenarioArgument.run(file, run);
    String label = chosen.getKey();
    Scenario scenario = chosen.getValue();
    Scenario other = against == null ? null : otherRun(runs, scenario, against);
    for (Scenario one : other == null ? List.of(scenario) : List.of(scenario, other)) {
      one.treatment().requireRead(toHours, new Place("--to", 0, 0));
    }
    OutputFolder folder = OutputFolder.at(out, file.name() + "-explained");
    Explanation why = explained(scenario, other, readout, fromHours, toHours);
    Map<Explanation.Cause, Double> left = other == null ? without(scenario, why) : Map.of();
    String title = against == null ? label : "%s, against %s".formatted(label, against);
    ExplanationResult result = new ExplanationResult(title, why, left, other != null);
    Map<String, String> provenance =
        provenance()
            .withSeed(file.seed())
            .lines(Specification.of(other == null ? List.of(scenario) : List.of(scenario, other)));
    out().print(result.text());
    folder.write("explanation.csv", result.table(provenance));
    try {
      folder.write("explanation", result.figure(provenance), formats);
    } catch (FigureException e) {
      remarks().println("capgate: no figure, only a table: " + e.getMessage());
    }
    folder.finish();
    out().println("Table and figure are in " + folder.path() + ".");
    out().flush();
    return ExitCode.SUCCESS;
  }

  private static Explanation explained(
      Scenario scenario,
      @Nullable Scenario other,
      Readout readout,
      double fromHours,
      double toHours) {
    try {
      return other == null
          ? Explanation.of(scenario, readout, fromHours, toHours)
          : Explanation.ofDifference(other, scenario, readout, fromHours, toHours);
    } catch (InputException e) {
      throw new InputException(new Place("--of", 0, 0), String.valueOf(e.getMessage()), e);
    }
  }

  /** The change that is left without each of the largest causes. */
  private static Map<Explanation.Cause, Double> without(Scenario scenario, Explanation why) {
    Map<Explanation.Cause, Double> changes = new LinkedHashMap<>();
    for (Explanation.Cause cause : why.causes()) {
      if (changes.size() < MOST_LEFT_OUT) {
        changes.put(cause, Without.cause(scenario, why, cause));
      }
    }
    return changes;
  }

  /** A run of the file of that label, or the run itself with those genes. */
  private static Scenario otherRun(Map<String, Scenario> runs, Scenario scenario, String word) {
    Scenario labelled = runs.get(word);
    if (labelled != null) {
      return labelled;
    }
    try {
      Genotype genotype = Genotype.parse(word, new Place("--against", 0, 0));
      return scenario.toBuilder().genotype(genotype).build();
    } catch (InputException noGenotype) {
      List<String> labels = new ArrayList<>(runs.keySet());
      throw new InputException(
          new Place("--against", 0, 0),
          "%s is neither a run of the file nor a genotype (%s)"
              .formatted(Names.quoted(word), Names.unknown("run", word, labels)),
          noGenotype);
    }
  }
}
