package org.capgate.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.OutputFormat;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.exposure.Exposure;
import org.capgate.exposure.Pharmacokinetics;
import org.capgate.exposure.Site;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kinetics}: what the body does to what is given. */
@Command(
    name = "kinetics",
    description = {
      "Prints highest concentration and its time, areas under the curve, half-life and clearance",
      "of everything given and formed, in plasma and brain: of a scenario, or of --treatment."
    })
public final class KineticsCommand extends Subcommand {
  private static final Bounds HOURS = Bounds.between(-87_600, 876_000, "h");
  private static final String USUAL = "ketamine 10 mg/kg ip at 0 h";
  private static final double AFTER_LAST_HOURS = 24;
  private static final int COMPOUND_WIDTH = 18;
  private static final int NUMBER_WIDTH = 11;

  @Parameters(
      arity = "0..1",
      paramLabel = "PRESET|FILE.yaml",
      description = "A scenario; all of its variants are shown.")
  private @Nullable String what;

  @Option(
      names = "--treatment",
      paramLabel = "TEXT",
      description = "What is given, in the words of scenario files. Default: " + USUAL + ".")
  private @Nullable String treatment;

  @Option(
      names = "--species",
      paramLabel = "SPECIES",
      description = "Who is given --treatment: mouse (default), rat or human.")
  private @Nullable String species;

  @Option(
      names = "--until",
      paramLabel = "H",
      description = {
        "End of the first area and of the search for the highest concentration, h.",
        "Default: end of the scenario; 24 h after the last dose of --treatment."
      })
  private @Nullable String until;

  @Option(names = "--out", paramLabel = "DIR", description = "Write kinetics.csv there.")
  private @Nullable Path folder;

  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV);
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    double untilHours =
        what == null
            ? ofTreatment(scenarios)
            : ofFile(ScenarioArgument.file(what, options), scenarios);
    Map<String, List<Pharmacokinetics>> rows = new LinkedHashMap<>();
    scenarios.forEach((label, one) -> rows.put(label, one.pharmacokinetics(untilHours)));
    if (rows.values().stream().allMatch(List::isEmpty)) {
      throw new InputException(
          new Place(what == null ? "--treatment" : what, 0, 0),
          "nothing that is given has a concentration until %s h"
              .formatted(Numbers.text(untilHours)));
    }
    Table table =
        table(
            rows,
            untilHours,
            provenance().lines(Specification.of(List.copyOf(scenarios.values()))));
    if (chosen == OutputFormat.CSV) {
      out().print(table.toCsv());
    } else {
      rows.forEach((label, some) -> print(label, scenarios.get(label), some, untilHours));
    }
    if (output != null) {
      output.write("kinetics.csv", table);
      output.finish();
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private double ofFile(ScenarioFile file, Map<String, Scenario> scenarios) {
    if (treatment != null || species != null) {
      throw new InputException(
          new Place(treatment == null ? "--species" : "--treatment", 0, 0),
          "a scenario states that itself; name one or the other");
    }
    scenarios.putAll(file.scenarios());
    return until == null ? file.span().endHours() : Arguments.number("--until", until, HOURS);
  }

  private double ofTreatment(Map<String, Scenario> scenarios) {
    String word = species == null ? Species.MOUSE.word() : species;
    if (!Species.words().contains(word)) {
      throw new InputException(
          new Place("--species", 0, 0), Names.unknown("species", word, Species.words()));
    }
    ModelOptions.Model model = options.model();
    String text = treatment == null ? USUAL : treatment;
    Regimen regimen = Regimen.parse(text, new Place("--treatment", 0, 0), model.compounds());
    Scenario scenario = model.with(Scenario.of(Species.of(word))).treatment(regimen).build();
    scenarios.put(word, scenario);
    if (until != null) {
      return Arguments.number("--until", until, HOURS);
    }
    double[] breakpoints =
        Exposure.of(regimen, scenario.species(), scenario.preparation(), model.compounds())
            .breakpointsHours();
    return AFTER_LAST_HOURS + Arrays.stream(breakpoints).max().orElse(0);
  }

  private void print(
      String label, @Nullable Scenario scenario, List<Pharmacokinetics> rows, double untilHours) {
    String given = scenario == null ? "" : scenario.treatment().text();
    out().println("%s: %s".formatted(label, given));
    if (rows.isEmpty()) {
      out().println("  nothing of it has a concentration");
      return;
    }
    StringBuilder head = new StringBuilder(Numeral.left("", COMPOUND_WIDTH));
    for (String word :
        List.of("", "Cmax", "Tmax", "AUC to", "AUC to", "half-life", "clearance/F")) {
      head.append(Numeral.right(word, NUMBER_WIDTH + (word.startsWith("cl") ? 3 : 0)));
    }
    StringBuilder units = new StringBuilder(Numeral.left("  compound", COMPOUND_WIDTH));
    for (String word :
        List.of("", "µM", "h", Numeral.compact(untilHours) + " h", "ever µM·h", "h", "L/h/kg")) {
      units.append(Numeral.right(word, NUMBER_WIDTH + (word.startsWith("L/") ? 3 : 0)));
    }
    out().println(head);
    out().println(units);
    for (Pharmacokinetics row : rows) {
      StringBuilder line = new StringBuilder(Numeral.left("  " + row.compound(), COMPOUND_WIDTH));
      line.append(Numeral.right(word(row.site()), NUMBER_WIDTH));
      for (double number :
          new double[] {
            row.maximumMicromolar(),
            row.maximumHours(),
            row.areaMicromolarHours(),
            row.wholeAreaMicromolarHours(),
            row.halfLifeHours()
          }) {
        line.append(
            Numeral.right(Double.isInfinite(number) ? "∞" : Numeral.compact(number), NUMBER_WIDTH));
      }
      OptionalDouble clearance = row.clearanceLitresPerHourPerKilogram();
      if (clearance.isPresent()) {
        line.append(Numeral.right(Numeral.compact(clearance.getAsDouble()), NUMBER_WIDTH + 3));
      }
      out().println(line.toString().stripTrailing());
    }
  }

  private static String word(Site site) {
    return site == Site.PLASMA ? "plasma" : "brain";
  }

  /** One row for each compound, site and scenario; what is infinite or not defined is missing. */
  private static Table table(
      Map<String, List<Pharmacokinetics>> rows, double untilHours, Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("scenario")
            .text("compound")
            .text("origin")
            .text("site")
            .number("maximumMicromolar")
            .number("maximumHours")
            .number("untilHours")
            .number("areaMicromolarHours")
            .number("wholeAreaMicromolarHours")
            .number("halfLifeHours")
            .number("clearanceLitresPerHourPerKilogram")
            .provenance(provenance);
    rows.forEach(
        (label, some) -> {
          for (Pharmacokinetics row : some) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.addAll(
                List.of(
                    label,
                    row.compound(),
                    row.isGiven() ? "given" : "formed",
                    word(row.site()),
                    row.maximumMicromolar(),
                    row.maximumHours(),
                    untilHours,
                    row.areaMicromolarHours()));
            double whole = row.wholeAreaMicromolarHours();
            cells.add(Double.isInfinite(whole) ? null : whole);
            cells.add(row.halfLifeHours());
            OptionalDouble clearance = row.clearanceLitresPerHourPerKilogram();
            cells.add(clearance.isPresent() ? clearance.getAsDouble() : null);
            table.row(cells.toArray());
          }
        });
    return table.build();
  }
}
