package org.capgate.cli.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Terminal;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.cli.output.Wrapped;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Preparation;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.Quantiles;

/** Solved scenarios on a terminal. */
final class ScenarioRunsText {
  private static final int LABEL_WIDTH = 36;
  private static final int NUMBER_WIDTH = 9;
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 6;

  private final ScenarioRuns runs;

  ScenarioRunsText(ScenarioRuns runs) {
    this.runs = runs;
  }

  /** How many times fit beside the label and the untreated value. */
  static int columnsThatFit() {
    return (Terminal.columns() - LABEL_WIDTH - NUMBER_WIDTH) / NUMBER_WIDTH;
  }

  String render() {
    StringBuilder text = new StringBuilder();
    text.append(Wrapped.text(runs.file().name() + ": " + runs.file().description(), ""));
    text.append('\n');
    StringBuilder header = new StringBuilder(" ".repeat(LABEL_WIDTH));
    header.append(Numeral.right("untreated", NUMBER_WIDTH));
    for (double tHours : runs.reportedHours()) {
      header.append(Numeral.right(Numeral.time(tHours), NUMBER_WIDTH));
    }
    text.append(header).append('\n');
    for (Map.Entry<String, Scenario> entry : runs.scenarios().entrySet()) {
      Trajectory run = runs.runs().get(entry.getKey());
      if (run != null) {
        add(text, entry.getKey(), entry.getValue(), run);
      }
    }
    return text.toString();
  }

  private void add(StringBuilder text, String label, Scenario scenario, Trajectory run) {
    text.append(Wrapped.text(label + ": " + in(scenario), ""));
    for (Readout readout : runs.file().readouts()) {
      double[] values =
          DoubleStream.concat(
                  DoubleStream.of(scenario.baseline(readout)),
                  DoubleStream.of(runs.reportedHours()).map(tHours -> readout.at(run, tHours)))
              .toArray();
      int decimals = decimals(readout);
      String name = readout.unit().equals("1") ? readout.name() : readout.label();
      StringBuilder row = new StringBuilder(Numeral.left("  " + name, LABEL_WIDTH));
      for (double value : values) {
        row.append(Numeral.right(Numeral.fixed(value, decimals), NUMBER_WIDTH));
      }
      text.append(row).append('\n');
      Optional<EnsembleRuns.Experiment> sets = runs.sets(label);
      if (sets.isPresent() && sets.get().size() > 0) {
        text.append(band(sets.get(), readout, decimals));
      }
    }
  }

  /** The ends of the outer band below each number; empty where all sets say the same. */
  private String band(EnsembleRuns.Experiment sets, Readout readout, int decimals) {
    StringBuilder low = new StringBuilder(Numeral.left("    5 % of sets", LABEL_WIDTH));
    StringBuilder high = new StringBuilder(Numeral.left("    95 % of sets", LABEL_WIDTH));
    List<double[]> columns = new ArrayList<>(List.of(sets.untreated(readout)));
    for (double tHours : runs.reportedHours()) {
      columns.add(sets.values(readout, Arrays.binarySearch(sets.timesHours(), tHours)));
    }
    for (double[] column : columns) {
      Quantiles ends = Quantiles.of(column);
      low.append(Numeral.right(Numeral.fixed(ends.at(0.05), decimals), NUMBER_WIDTH));
      high.append(Numeral.right(Numeral.fixed(ends.at(0.95), decimals), NUMBER_WIDTH));
    }
    boolean tells = !low.substring(LABEL_WIDTH).equals(high.substring(LABEL_WIDTH));
    return tells ? "%s\n%s\n".formatted(low, high) : "";
  }

  /** Four digits of the largest value in any scenario. */
  private int decimals(Readout readout) {
    double largest = 0;
    for (Trajectory run : runs.runs().values()) {
      for (double value : readout.series(run)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    int exponent = largest == 0 ? 0 : (int) StrictMath.floor(StrictMath.log10(largest));
    return Math.max(0, Math.min(MOST_DECIMALS, DIGITS - 1 - exponent));
  }

  private static String in(Scenario scenario) {
    List<String> words = new ArrayList<>(List.of(scenario.species().word()));
    if (scenario.preparation() == Preparation.SLICE) {
      words.add("slice");
    }
    if (scenario.stress() == Stress.CHRONIC) {
      words.add("chronic stress");
    }
    words.add(GenotypeLabel.of(scenario.genotype()));
    words.add(TreatmentLabel.of(scenario.treatment(), scenario.compounds()));
    return String.join(", ", words);
  }
}
