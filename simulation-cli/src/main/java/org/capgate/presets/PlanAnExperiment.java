package org.capgate.presets;

import static org.capgate.model.Gene.EBP2;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.CellClass.EXCITATORY;

import org.capgate.analysis.Table;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Regimen;
import org.capgate.trial.Arm;
import org.capgate.trial.Endpoint;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;

/** How many mice show that ketamine works in the wild type and not in a knockout? */
public final class PlanAnExperiment {
  private PlanAnExperiment() {}

  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    System.out.print(table(attempts, 12, 20).toText());
    attempts.end();
  }

  /** Power and p of a number of laboratories with so many mice a group. */
  static Table table(Attempts attempts, int mice, int laboratories) {
    Genotype wildType = Genotype.wildType();
    Genotype knockout = Genotype.knockout(EBP2).in(EXCITATORY);
    Regimen vehicle = Regimen.of(Dose.of("vehicle", 0, MG_PER_KG).intraperitoneal().atHours(0));
    Regimen ketamine =
        Regimen.of(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0));
    TrialReport report =
        Trial.in(Population.named("mouse"))
            .measuring(Readout.IMMOBILITY)
            .atHours(0, 24)
            .arm(new Arm("wild type, vehicle", wildType, vehicle))
            .arm(new Arm("wild type, ketamine", wildType, ketamine))
            .arm(new Arm("knockout, vehicle", knockout, vehicle))
            .arm(new Arm("knockout, ketamine", knockout, ketamine, "knockout, vehicle"))
            .endpoint(Endpoint.value("immobility at 24 h", 24))
            .subjects(mice)
            .replicates(laboratories)
            .seed(1)
            .build()
            .run(2);
    report.reasons().forEach(attempts::failed);
    return report.comparisons();
  }
}
