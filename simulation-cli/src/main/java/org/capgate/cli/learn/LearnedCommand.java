package org.capgate.cli.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.Learned;
import org.capgate.calibration.ParameterProfile;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.EnsembleFileOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.cli.output.Wrapped;
import org.capgate.input.Bounds;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code learned}: what the findings say of the parameters. */
@Command(
    name = "learned",
    description = {
      "Says what the findings taught about the parameters: how much narrower each became, which go",
      "together, which combinations are known, and on which experiment each leans. Or, for one",
      "parameter, which values the findings allow when all others are as good for it as they can be."
    })
public final class LearnedCommand extends Subcommand {
  private static final Bounds EVALUATIONS = Bounds.between(1, 1_000_000, "");
  private static final int POINTS = 15;
  private static final int SHOWN = 12;
  private static final int DIRECTIONS_SHOWN = 5;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "Instead of all that: the profile likelihood of this parameter under the findings, with a",
        "table and a figure. Takes some minutes; what is found is a bound from below."
      })
  private @Nullable String profile;

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      defaultValue = "320",
      description =
          "Parameter sets to evaluate at each point of the profile (default: ${DEFAULT-VALUE}).")
  private String evaluations = "320";

  @Mixin private final SeedOption seed = new SeedOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write learned.csv, directions.csv and the figure of all parameters there.")
  private @Nullable Path folder;

  @Mixin private final ThreadsOption threads = new ThreadsOption();
  @Mixin private final EnsembleFileOption ensemble = new EnsembleFileOption();
  @Mixin private final FigureFormatOption figures = new FigureFormatOption();

  @Override
  public Integer call() {
    ParameterProfile.Settings settings =
        new ParameterProfile.Settings(
            POINTS,
            Arguments.wholeNumber("--evaluations", evaluations, EVALUATIONS),
            seed.value(),
            threads.count());
    List<FigureFormat> formats = figures.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ParameterEnsemble sets = ensemble.sets();
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    if (profile != null) {
      profile(profile, sets, settings, output, formats);
      return ExitCode.SUCCESS;
    }
    LearnedSets learned = LearnedSets.of(sets, threads.count(), remarks());
    print(learned);
    if (output != null) {
      Map<String, String> lines =
          provenance()
              .lines(
                  CheckpointOption.specification(ParameterSet.standard(), LearnedSets.findings()));
      output.write("learned.csv", parameters(learned.learned(), lines));
      output.write("directions.csv", directions(learned.learned(), lines));
      output.write("marginals", learned.marginals(lines), formats);
      output.finish();
      out().println("written to " + output.path());
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private void profile(
      String name,
      ParameterEnsemble sets,
      ParameterProfile.Settings settings,
      @Nullable OutputFolder output,
      List<FigureFormat> formats) {
    LearnedProfile found = LearnedProfile.of(name, sets, settings, remarks());
    out().print(found.text());
    if (output != null) {
      Map<String, String> lines =
          provenance()
              .withSeed(settings.seed())
              .lines(
                  CheckpointOption.specification(ParameterSet.standard(), LearnedSets.findings()));
      output.write("profile.csv", found.table(lines));
      output.write("profile", found.figure(lines), formats);
      output.finish();
      out().println("written to " + output.path());
    }
    out().flush();
  }

  private void print(LearnedSets learned) {
    out()
        .print(
            Wrapped.text(
                "What the findings taught, from %s parameter sets. Contraction: 1 is known, 0 is as wide as the prior."
                    .formatted(learned.sets()),
                ""));
    List<Learned.OfParameter> parameters = learned.mostLearnedFirst();
    out().println(learned.halfKnown());
    out().println();
    out().println("contraction  5 to 95 % of sets        parameter");
    for (Learned.OfParameter one : parameters.subList(0, Math.min(SHOWN, parameters.size()))) {
      out()
          .println(
              "%s  %s  %s"
                  .formatted(
                      Numeral.right(Numeral.fixed(one.contraction(), 2), 11),
                      Numeral.left(LearnedSets.range(one), 22),
                      one.parameter().name()));
    }
    out().println();
    out().println("Combinations that are known best (variance, 1 is that before any finding):");
    for (Learned.Direction direction :
        learned.learned().directions().subList(0, DIRECTIONS_SHOWN)) {
      out()
          .print(
              Wrapped.text(
                  "%s: %s"
                      .formatted(
                          Numeral.digits(direction.variance(), 2), LearnedSets.parts(direction)),
                  "    "));
    }
    out().println(learned.stillWide());
  }

  private static Table parameters(Learned learned, Map<String, String> lines) {
    TableBuilder table =
        Table.builder()
            .text("parameter")
            .text("unit")
            .number("contraction")
            .number("low_5_percent")
            .number("median")
            .number("high_5_percent")
            .number("shipped")
            .text("goes_with")
            .number("correlation")
            .text("leans_on")
            .number("moves_sd")
            .provenance(lines);
    for (Learned.OfParameter one : learned.parameters()) {
      table.row(
          one.parameter().name(),
          one.parameter().unit(),
          one.contraction(),
          one.values().at(0.05),
          one.values().at(0.5),
          one.values().at(0.95),
          one.parameter().value(),
          one.partner(),
          one.correlation(),
          one.leansOn(),
          one.moves());
    }
    return table.build();
  }

  private static Table directions(Learned learned, Map<String, String> lines) {
    TableBuilder table = Table.builder().number("variance").text("parts").provenance(lines);
    learned
        .directions()
        .forEach(direction -> table.row(direction.variance(), LearnedSets.parts(direction)));
    return table.build();
  }
}
