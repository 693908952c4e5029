package org.capgate.presets;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;

/** A gene lost in one class of neurons beside the wild type, each with and without the drug. */
final class KnockoutTable {
  private KnockoutTable() {}

  /**
   * Behaviour, and the switch in the cells of the class, over two weeks.
   *
   * @param name of the treated knockout
   */
  static Table of(String name, Scenario knockout, CellClass cells, Attempts attempts) {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("wild type, vehicle", knockout.wildType().untreated());
    scenarios.put("wild type, ketamine", knockout.wildType());
    scenarios.put("knockout, vehicle", knockout.untreated());
    scenarios.put(name, knockout);

    String word = cells.name().toLowerCase(Locale.ROOT);
    Readout eif4f = Readout.named("eif4f " + word);
    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("timeHours")
            .number("mood")
            .number("immobilitySeconds")
            .number(
                "eif4fFraction"
                    + word.substring(0, 1).toUpperCase(Locale.ROOT)
                    + word.substring(1));
    TimeSpan span = TimeSpan.days(0, 14);
    Sampling sampling = Sampling.at(2, 24, 168, 336);
    scenarios.forEach(
        (label, scenario) ->
            attempts
                .solve(label, scenario, span, sampling)
                .ifPresent(run -> addRows(table, label, run, eif4f)));
    return table.build();
  }

  private static void addRows(TableBuilder table, String label, Trajectory run, Readout eif4f) {
    for (double tHours : run.timesHours()) {
      table.row(
          label,
          tHours,
          Readout.MOOD.at(run, tHours),
          Readout.IMMOBILITY.at(run, tHours),
          eif4f.at(run, tHours));
    }
  }
}
