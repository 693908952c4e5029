package org.capgate.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.Learned;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Estimates;
import org.capgate.viz.Figure;
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
      "together, which combinations are known, and on which experiment each leans.",
    })
final class LearnedCommand extends Subcommand {
  private static final int SHOWN = 12;
  private static final int DIRECTIONS_SHOWN = 5;

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
    List<FigureFormat> formats = figures.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ParameterEnsemble sets = ensemble.sets();
    List<Finding> findings = FindingFile.published().findings();
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(), ParameterSet.standard(), findings, Scatter.published());
    List<String> drawn =
        posterior.parameters().stream().map(parameter -> parameter.name()).toList();
    if (!sets.numbers().equals(drawn) || sets.size() <= drawn.size()) {
      throw new InputException(
          new Place(sets.name(), 1, 0),
          "must hold more sets than the %s fitted parameters, and values of all of them"
              .formatted(drawn.size()));
    }
    OutputFolder output = folder == null ? null : OutputFolder.at(folder);
    Learned learned;
    try (Progress progress = Progress.of("parameter sets", sets.size(), remarks())) {
      learned = Learned.of(posterior, sets, threads.count(), done -> progress.step());
    }
    print(learned, sets.size());
    if (output != null) {
      Map<String, String> lines =
          provenance().lines(CheckpointOption.specification(ParameterSet.standard(), findings));
      output.write("learned.csv", parameters(learned, lines));
      output.write("directions.csv", directions(learned, lines));
      output.write("marginals", marginals(learned, sets.size(), lines), formats);
      output.finish();
      out().println("written to " + output.path());
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private static List<Learned.OfParameter> mostLearnedFirst(Learned learned) {
    return learned.parameters().stream()
        .sorted(Comparator.comparingDouble(one -> -one.contraction()))
        .toList();
  }

  private void print(Learned learned, int sets) {
    out()
        .print(
            Wrapped.text(
                "What the findings taught, from %s parameter sets. Contraction: 1 is known, 0 is as wide as the plausible range."
                    .formatted(sets),
                ""));
    List<Learned.OfParameter> parameters = mostLearnedFirst(learned);
    long half = parameters.stream().filter(one -> one.contraction() >= 0.5).count();
    out().println("%s of %s parameters by half or more".formatted(half, parameters.size()));
    out().println();
    out().println("contraction  5 to 95 % of sets        parameter");
    for (Learned.OfParameter one : parameters.subList(0, Math.min(SHOWN, parameters.size()))) {
      out()
          .println(
              "%s  %s  %s"
                  .formatted(
                      Numeral.right(Numeral.fixed(one.contraction(), 2), 11),
                      Numeral.left(
                          "%s to %s"
                              .formatted(
                                  Numeral.digits(one.values().at(0.05), 3),
                                  Numeral.digits(one.values().at(0.95), 3)),
                          22),
                      one.parameter().name()));
    }
    out().println();
    out().println("Combinations that are known best (variance, 1 is that before any finding):");
    for (Learned.Direction direction : learned.directions().subList(0, DIRECTIONS_SHOWN)) {
      out().print(Wrapped.text(text(direction), "    "));
    }
    long sloppy =
        learned.directions().stream().filter(direction -> direction.variance() >= 0.5).count();
    out()
        .println(
            "%s of %s combinations are at least half as wide as before"
                .formatted(sloppy, learned.directions().size()));
  }

  private static String text(Learned.Direction direction) {
    StringBuilder text = new StringBuilder(Numeral.digits(direction.variance(), 2)).append(": ");
    for (int i = 0; i < direction.loads().size(); i++) {
      double part = direction.parts().get(i);
      text.append(part < 0 ? " − " : " + ")
          .append(Numeral.fixed(Math.abs(part), 2))
          .append(' ')
          .append(direction.loads().get(i));
    }
    return text.toString();
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
        .forEach(direction -> table.row(direction.variance(), text(direction).split(": ", 2)[1]));
    return table.build();
  }

  private static Figure marginals(Learned learned, int sets, Map<String, String> lines) {
    Estimates figure =
        Estimates.titled("What the findings say of each parameter")
            .value(new AxisLabel("Share of the plausible range", "1"))
            .sources("median and 90 %% of %s sets".formatted(sets), "shipped value")
            .provenance(lines);
    for (Learned.OfParameter one : mostLearnedFirst(learned)) {
      figure.row(
          one.parameter().name(),
          one.shares().at(0.5),
          one.shares().at(0.05),
          one.shares().at(0.95),
          one.shippedShare());
    }
    return figure.build();
  }
}
