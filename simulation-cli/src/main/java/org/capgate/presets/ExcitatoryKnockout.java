package org.capgate.presets;

import static org.capgate.model.Gene.EBP2;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.CellClass.EXCITATORY;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** 4E-BP2 lost in excitatory neurons: untreated like the wild type, yet ketamine has no switch. */
public final class ExcitatoryKnockout {
  private ExcitatoryKnockout() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts).toText());
    attempts.end();
  }

  static Table table(Attempts attempts) {
    Scenario knockout =
        Scenario.mouse()
            .genotype(Genotype.knockout(EBP2).in(EXCITATORY))
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build();
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("wild type, vehicle", knockout.wildType().untreated());
    scenarios.put("wild type, ketamine", knockout.wildType());
    scenarios.put("knockout, vehicle", knockout.untreated());
    scenarios.put("excitatory-knockout", knockout);

    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("timeHours")
            .number("mood")
            .number("immobilitySeconds")
            .number("eif4fFractionExcitatory");
    TimeSpan span = TimeSpan.days(0, 14);
    Sampling sampling = Sampling.at(2, 24, 168, 336);
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
          Readout.MOOD.at(run, tHours),
          Readout.IMMOBILITY.at(run, tHours),
          Readout.named("eif4f excitatory").at(run, tHours));
    }
  }
}
