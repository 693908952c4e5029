package org.capgate.presets;

import static org.capgate.treatment.AmountUnit.MG;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** Eight weeks of a depressed patient: one infusion of ketamine against daily citalopram. */
public final class StressKetamineVsSsri {
  private StressKetamineVsSsri() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    Scenario placebo = Scenario.human().stress(Stress.CHRONIC).build();
    Dose infusion =
        Dose.of(Compounds.ketamine(), 0.5, MG_PER_KG).intravenous().infusedForHours(0.667);
    Dose daily = Dose.of(Compounds.citalopram(), 20, MG).oral().everyHours(24).forDays(56);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("placebo", placebo);
    scenarios.put("stress-ketamine-vs-ssri", placebo.toBuilder().treatment(infusion).build());
    scenarios.put("citalopram daily", placebo.toBuilder().treatment(daily).build());

    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("timeHours")
            .number("depressionScorePoint")
            .number("mood");
    TimeSpan span = TimeSpan.days(0, 56);
    Sampling sampling = Sampling.at(4, 24, 168, 504, 1344);
    scenarios.forEach(
        (name, scenario) ->
            attempts
                .solve(name, scenario, span, sampling)
                .ifPresent(run -> addRows(table, name, run)));
    return table.build();
  }

  private static void addRows(TableBuilder table, String name, Trajectory run) {
    for (double tHours : run.timesHours()) {
      table.row(
          name, tHours, Readout.DEPRESSION_SCORE.at(run, tHours), Readout.MOOD.at(run, tHours));
    }
  }
}
