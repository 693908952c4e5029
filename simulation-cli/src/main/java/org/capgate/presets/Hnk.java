package org.capgate.presets;

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
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** The metabolite (2R,6R)-HNK against ketamine, and against ketamine that cannot become HNK. */
public final class Hnk {
  private Hnk() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    Map<String, String> compounds = new LinkedHashMap<>();
    compounds.put("hnk", "hnk");
    compounds.put("ketamine", "ketamine");
    compounds.put("ketamine that cannot become HNK", "d2-ketamine");

    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("timeHours")
            .number("brainHnkMicromolar")
            .number("dopamineRelative")
            .number("mood")
            .number("immobilitySeconds");
    compounds.forEach(
        (name, compound) -> {
          Dose dose = Dose.of(Compounds.named(compound), 10, MG_PER_KG).intraperitoneal();
          attempts
              .solve(
                  name,
                  Scenario.mouse().treatment(dose.atHours(0)).build(),
                  TimeSpan.days(0, 7),
                  Sampling.at(0.5, 2, 24, 168))
              .ifPresent(run -> addRows(table, name, run));
        });
    return table.build();
  }

  private static void addRows(TableBuilder table, String name, Trajectory run) {
    for (double tHours : run.timesHours()) {
      table.row(
          name,
          tHours,
          Readout.BRAIN_HNK.at(run, tHours),
          Readout.DOPAMINE.at(run, tHours),
          Readout.MOOD.at(run, tHours),
          Readout.IMMOBILITY.at(run, tHours));
    }
  }
}
