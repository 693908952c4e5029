package org.capgate.cli.learn;

import java.util.List;
import org.capgate.calibration.CrossValidation;
import org.capgate.calibration.Forecast;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Wrapped;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;

/** Forecasts on a terminal. */
final class PredictText {
  private static final int TELLING = 5; // experiments named as those that would tell most

  /** Below this many bits an experiment tells nothing of a prediction. */
  private static final double TELLS = 0.005;

  private final Telling telling;
  private final List<Forecast.Row> rows;
  private final int sets;

  PredictText(Telling telling, int sets) {
    this.telling = telling;
    rows = telling.asked();
    this.sets = sets;
  }

  String render() {
    StringBuilder text = new StringBuilder();
    text.append(
        Wrapped.text(
            "Probability of each result over %s parameter sets that agree with the findings; the equations count for %s %%"
                .formatted(sets, Math.round(100 * (1 - Forecast.MISSED))),
            ""));
    int width = rows.stream().mapToInt(row -> row.finding().id().length()).max().orElse(2);
    for (Forecast.Row row : rows) {
      text.append(
          Wrapped.text(
              "%s  %s  %s: %s"
                  .formatted(
                      Numeral.left(row.finding().id(), width),
                      percent(row.probability()),
                      row.finding().expected().word(),
                      what(row)),
              " ".repeat(width + 2)));
    }
    text.append("\nExperiments you could do that would tell most about the parameters:\n");
    for (Forecast.Row row : telling.doable().stream().limit(TELLING).toList()) {
      text.append(
          Wrapped.text(
              "%s  %s bits  %s (%s)"
                  .formatted(
                      Numeral.left(row.finding().id(), width),
                      Numeral.fixed(row.informationBits(), 2),
                      experiment(row.finding()),
                      row.finding().source()),
              " ".repeat(width + 2)));
    }
    text.append("\nThe one that would tell most about each prediction:\n");
    List<Telling.Choice> best =
        telling.best().stream().filter(choice -> choice.bits() >= TELLS).toList();
    for (Telling.Choice choice : best) {
      text.append(
          Wrapped.text(
              "%s  %s bits  %s, %s"
                  .formatted(
                      Numeral.left(choice.prediction().finding().id(), width),
                      Numeral.fixed(choice.bits(), 2),
                      choice.experiment().finding().id(),
                      experiment(choice.experiment().finding())),
              " ".repeat(width + 2)));
    }
    text.append(
        Wrapped.text(
            "Of %s %s none tells %s bits: the sets agree on them, or differ in what none of these measures."
                .formatted(best.isEmpty() ? "all" : "the other", rows.size() - best.size(), TELLS),
            ""));
    return text.toString();
  }

  private static String percent(double probability) {
    return Double.isNaN(probability)
        ? "    -"
        : Numeral.right(Math.round(100 * probability) + " %", 5);
  }

  private static String experiment(Finding finding) {
    return "%s, %s, %s, %s at %s"
        .formatted(
            finding.condition().subject().word(),
            GenotypeLabel.of(finding.condition().genotype()),
            finding.condition().treatment().text(),
            finding.readout().name(),
            finding.at().word());
  }

  private static String what(Forecast.Row row) {
    String experiment = experiment(row.finding());
    return row.changes()
        .map(
            changes ->
                row.finding().expected() == Expectation.VALUE
                    ? "%s: %s to %s (90 %% of sets)"
                        .formatted(
                            experiment,
                            Numeral.digits(changes.at(0.05), 3),
                            Numeral.digits(changes.at(0.95), 3))
                    : "%s: %s to %s (90 %% of sets)"
                        .formatted(
                            experiment,
                            Numeral.percent(changes.at(0.05)),
                            Numeral.percent(changes.at(0.95))))
        .orElse(experiment + ": could not be simulated");
  }

  /** How well findings are forecast by the others, and expectations by the findings. */
  static String check(CrossValidation validation, List<Forecast.Row> expected) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Findings, each left out with its experiment: %s of %s called right; score %s bits a row (%s by base rates)\n"
            .formatted(
                Math.round(validation.shareCalledRight() * validation.rows().size()),
                validation.rows().size(),
                Numeral.fixed(validation.score(), 2),
                Numeral.fixed(validation.baseScore(), 2)));
    addReliability(text, validation.rows().stream().map(CrossValidation.Left::forecast).toList());
    List<Forecast.Row> simulated = expected.stream().filter(row -> row.sets() > 0).toList();
    text.append(
        "\nExpectations, which no set was drawn for: %s of %s called right\n"
            .formatted(
                simulated.stream().filter(Forecast.Row::isCalledRight).count(), expected.size()));
    addReliability(text, simulated);
    return text.toString();
  }

  private static void addReliability(StringBuilder text, List<Forecast.Row> rows) {
    text.append("  said        mean   happened   of\n");
    for (CrossValidation.Group group : CrossValidation.reliability(rows)) {
      text.append(
          "  %s %%%s%s%s\n"
              .formatted(
                  Numeral.left(
                      "%s to %s"
                          .formatted(
                              Math.round(100 * group.from()), Math.round(100 * group.from()) + 20),
                      9),
                  Numeral.right(Math.round(100 * group.said()) + " %", 6),
                  Numeral.right(Math.round(100 * group.happened()) + " %", 9),
                  Numeral.right(Integer.toString(group.count()), 6)));
    }
  }
}
