package org.capgate.cli.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.analysis.TableFormat;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.TableFormatOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.exposure.Exposure;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.population.Subject;
import org.capgate.population.Varied;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.trial.Arm;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohort}: many subjects of a population under one treatment. */
@Command(
    name = "cohort",
    description = {
      "Simulates many subjects of a population, each with numbers of its own, under a treatment:",
      "course.csv has a row for each subject and time, with its numbers; visits.csv means and",
      "quantiles, numbers.csv what varies. A run that was stopped goes on where it was."
    })
public final class CohortCommand extends Subcommand {
  private static final Bounds SUBJECTS = Bounds.between(1, 10_000_000, "");
  private static final Bounds TIME = Bounds.between(-8760, 87_600, "h");

  @Mixin private final PopulationOption who = new PopulationOption();

  @Option(
      names = "--treatment",
      paramLabel = "TEXT",
      defaultValue = "none",
      description = "What is given, as in a scenario file (default: ${DEFAULT-VALUE}).")
  private String treatment = "none";

  @Option(
      names = "--genotype",
      paramLabel = "TEXT",
      defaultValue = "wild-type",
      description = "Of all subjects (default: ${DEFAULT-VALUE}).")
  private String genotype = "wild-type";

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private String subjects = "1000";

  @Option(
      names = "--at-hours",
      paramLabel = "T,T,...",
      defaultValue = "0,2,24,72,168,336",
      description = "Times to read at (default: ${DEFAULT-VALUE}).")
  private String times = "0,2,24,72,168,336";

  @Option(
      names = "--measure",
      paramLabel = "READOUT",
      description = "What is measured, with errors; default: depression-score, or immobility.")
  private @Nullable String measure;

  @Option(
      names = "--readouts",
      paramLabel = "A,B,...",
      defaultValue = "mood",
      description = "What is read beside, without errors (default: ${DEFAULT-VALUE}).")
  private String readouts = "mood";

  @Mixin private final SeedOption seed = new SeedOption();

  @Mixin private final ChosenOption chosen = new ChosenOption();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables, figures and blocks. Default: capgate-output/cohort.")
  private @Nullable Path out;

  @Mixin private final TableFormatOption tableFormat = new TableFormatOption();
  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    ModelOptions.Model model = options.model();
    Population population = who.read(model.parameters());
    Trial trial = trial(population, model.with(Scenario.of(population.species())).build());
    int workers = threads.count();
    Optional<TableFormat> tables = tableFormat.format();
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    OutputFolder folder = OutputFolder.at(out, "cohort").withTables(tables);
    TrialRun run = new TrialRun(trial, folder);
    TrialReport report = run.report(workers, remarks());
    Map<String, String> lines = provenance().withSeed(trial.seed()).lines(trial.specification());
    out()
        .println(
            "%s subjects of %s, %s; of the candidates drawn %s %% were plausible"
                .formatted(
                    trial.subjects(),
                    population.name(),
                    trial.measured().label(),
                    Numeral.digits(100 * report.acceptedShare(), 3)));
    out().print(report.courses().toText());
    report.reasons().forEach(why -> out().println("failed: " + why));
    folder.writeTable("course", run.blocks(), lines);
    folder.writeTable("visits", report.courses().withProvenance(lines));
    folder.writeTable("numbers", numbers(population).withProvenance(lines));
    try {
      TrialFigures.of(report, lines).forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("written to " + folder.path());
    out().flush();
    return report.hasSubjects() && report.isWhole() ? ExitCode.SUCCESS : ExitCode.CHECK_FAILED;
  }

  private Trial trial(Population population, Scenario subject) {
    Place place = new Place("--treatment", 0, 0);
    Regimen regimen = Regimen.parse(treatment, place, subject.compounds());
    Exposure.of(regimen, population.species(), subject.preparation(), subject.compounds());
    double[] visits = times();
    if (!regimen.isNone() && regimen.firstHours() < visits[0]) {
      throw new InputException(
          place,
          "begins at %s h, before the first time of --at-hours, %s h"
              .formatted(Numbers.text(regimen.firstHours()), Numbers.text(visits[0])));
    }
    regimen.requireRead(visits[visits.length - 1], place);
    List<Readout> read = new ArrayList<>();
    for (String word : readouts.split(",", -1)) {
      read.add(Readout.named(word.strip(), new Place("--readouts", 0, 0)));
    }
    return Trial.in(population)
        .model(subject)
        .measuring(measured(population))
        .reading(read.stream().distinct().toList())
        .atHours(visits)
        .withNumbers()
        .arm(new Arm("all", Genotype.parse(genotype, new Place("--genotype", 0, 0)), regimen))
        .subjects(Arguments.wholeNumber("--subjects", subjects, SUBJECTS))
        .seed(seed.value())
        .among(chosen.normals(population))
        .build();
  }

  private Readout measured(Population population) {
    String usual = population.species() == Species.HUMAN ? "depression-score" : "immobility";
    return Readout.named(measure == null ? usual : measure, new Place("--measure", 0, 0));
  }

  private double[] times() {
    double[] hours =
        Stream.of(times.split(",", -1))
            .mapToDouble(word -> Arguments.number("--at-hours", word, TIME))
            .toArray();
    for (int i = 1; i < hours.length; i++) {
      if (!(hours[i] > hours[i - 1])) {
        throw new InputException(
            new Place("--at-hours", 0, 0),
            "times must ascend, but were %s".formatted(Names.quoted(times)));
      }
    }
    return hours;
  }

  /** What varies, how it is stated, and what a thousand draws have. */
  private static Table numbers(Population population) {
    TableBuilder table =
        Table.builder()
            .text("number")
            .text("distribution")
            .number("typical")
            .number("spread")
            .number("lowest")
            .number("highest")
            .number("drawnMean")
            .number("drawnDeviation")
            .text("source");
    List<Subject> drawn = population.sample(1000, 1);
    for (int i = 0; i < population.varied().size(); i++) {
      int index = i;
      double[] values = drawn.stream().mapToDouble(one -> one.values()[index]).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      Varied varied = population.varied().get(i);
      table.row(
          varied.name(),
          varied.distribution().word(),
          varied.typical(),
          varied.spread(),
          varied.lowest(),
          varied.highest(),
          mean,
          Math.sqrt(squares / (values.length - 1)),
          varied.source());
    }
    return table.build();
  }
}
