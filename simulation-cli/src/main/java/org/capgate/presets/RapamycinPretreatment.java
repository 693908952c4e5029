package org.capgate.presets;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.AmountUnit.NMOL;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** A rat whose mTORC1 is blocked half an hour before ketamine: the effect does not come. */
public final class RapamycinPretreatment {
  private RapamycinPretreatment() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    Dose ketamine = Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0);
    Dose rapamycin =
        Dose.of(Compounds.rapamycin(), 0.2, NMOL).intracerebroventricular().atHours(-0.5);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("vehicle", Scenario.rat().build());
    scenarios.put("ketamine alone", Scenario.rat().treatment(ketamine).build());
    scenarios.put("rapamycin alone", Scenario.rat().treatment(rapamycin).build());
    scenarios.put("rapamycin-pretreatment", Scenario.rat().treatment(rapamycin, ketamine).build());

    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("timeHours")
            .number("phospho4ebpMicromolar")
            .number("mood")
            .number("immobilitySeconds");
    TimeSpan span = TimeSpan.hours(-0.5, 168);
    Sampling sampling = Sampling.at(1, 2, 24, 168);
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
          name,
          tHours,
          Readout.PHOSPHO_4EBP.at(run, tHours),
          Readout.MOOD.at(run, tHours),
          Readout.IMMOBILITY.at(run, tHours));
    }
  }
}
