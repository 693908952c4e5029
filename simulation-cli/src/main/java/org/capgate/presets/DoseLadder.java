package org.capgate.presets;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** Ketamine from 0.3 to 100 mg/kg: more is not better, the effect of the next day has a peak. */
public final class DoseLadder {
  private DoseLadder() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    TableBuilder table =
        Table.builder()
            .number("doseMgPerKg")
            .number("timeHours")
            .number("glutamateRelative")
            .number("mood")
            .number("immobilitySeconds");
    for (double mgPerKg : new double[] {0.3, 1, 3, 10, 30, 100}) {
      Dose dose = Dose.of(Compounds.ketamine(), mgPerKg, MG_PER_KG).intraperitoneal().atHours(0);
      attempts
          .solve(
              Numbers.text(mgPerKg) + " mg/kg",
              Scenario.mouse().treatment(dose).build(),
              TimeSpan.days(0, 7),
              Sampling.at(0.5, 24, 168))
          .ifPresent(run -> addRows(table, mgPerKg, run));
    }
    return table.build();
  }

  private static void addRows(TableBuilder table, double mgPerKg, Trajectory run) {
    for (double tHours : run.timesHours()) {
      table.row(
          mgPerKg,
          tHours,
          Readout.GLUTAMATE.at(run, tHours),
          Readout.MOOD.at(run, tHours),
          Readout.IMMOBILITY.at(run, tHours));
    }
  }
}
