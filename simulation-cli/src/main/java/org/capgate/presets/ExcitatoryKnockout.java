package org.capgate.presets;

import static org.capgate.model.Gene.EBP2;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.CellClass.EXCITATORY;

import org.capgate.analysis.Table;
import org.capgate.model.Genotype;
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
    return KnockoutTable.of("excitatory-knockout", knockout, EXCITATORY, attempts);
  }
}
