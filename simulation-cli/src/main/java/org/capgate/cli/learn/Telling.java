package org.capgate.cli.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.Forecast;

/**
 * Predictions beside experiments that could be done, and what these would tell of the predictions
 * and of the parameters.
 *
 * @param forecast of the predictions, then of the experiments
 * @param predictions how many of its rows are predictions
 */
record Telling(Forecast forecast, int predictions) {
  /**
   * An experiment beside a prediction.
   *
   * @param bits what it is expected to tell of how the prediction ends
   */
  record Choice(Forecast.Row prediction, Forecast.Row experiment, double bits) {}

  /** The predictions. */
  List<Forecast.Row> asked() {
    return forecast.rows().subList(0, predictions);
  }

  /** The experiments that could be done, those that tell most of the parameters first. */
  List<Forecast.Row> doable() {
    return forecast.rows().subList(predictions, forecast.rows().size()).stream()
        .filter(row -> row.sets() > 0)
        .sorted(Comparator.comparingDouble(row -> -row.informationBits()))
        .toList();
  }

  /** For each prediction the experiment that would tell most of it; the same question is none. */
  List<Choice> best() {
    return IntStream.range(0, predictions)
        .boxed()
        .flatMap(
            asked -> choices(asked).stream().max(Comparator.comparingDouble(Choice::bits)).stream())
        .toList();
  }

  private List<Choice> choices(int asked) {
    Forecast.Row prediction = forecast.rows().get(asked);
    return IntStream.range(predictions, forecast.rows().size())
        .filter(other -> !isSame(prediction, forecast.rows().get(other)))
        .mapToObj(
            other ->
                new Choice(
                    prediction, forecast.rows().get(other), forecast.bitsAbout(asked, other)))
        .toList();
  }

  private static boolean isSame(Forecast.Row one, Forecast.Row other) {
    return one.finding().condition().equals(other.finding().condition())
        && one.finding().question().equals(other.finding().question());
  }

  /** Every experiment with what it would tell of every prediction, and of the parameters. */
  Table table(Map<String, String> lines) {
    TableBuilder table =
        Table.builder().text("experiment").text("about").number("bits").provenance(lines);
    for (Forecast.Row experiment : doable()) {
      table.row(experiment.finding().id(), "parameters", experiment.informationBits());
    }
    for (int i = 0; i < predictions; i++) {
      for (Choice choice : choices(i)) {
        table.row(
            choice.experiment().finding().id(), choice.prediction().finding().id(), choice.bits());
      }
    }
    return table.build();
  }
}
