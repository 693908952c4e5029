package org.capgate.presets;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** A wild-type mouse and one dose of ketamine: the drug is gone in hours, the effect in weeks. */
public final class WildTypeKetamine {
  private WildTypeKetamine() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    Scenario mouse =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build();
    double[] timesHours = {0, 2, 24, 72, 168, 336};
    TableBuilder table =
        Table.builder().number("timeHours").number("mood").number("immobilitySeconds");
    attempts
        .solve("wild-type-ketamine", mouse, TimeSpan.days(0, 14), Sampling.at(timesHours))
        .ifPresent(
            run -> {
              for (double tHours : run.timesHours()) {
                table.row(tHours, Readout.MOOD.at(run, tHours), Readout.IMMOBILITY.at(run, tHours));
              }
            });
    return table.build();
  }
}
