import static org.capgate.model.Gene.EBP2;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.CellClass.INHIBITORY;

import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

public class First {
  public static void main(String[] arguments) {
    Scenario knockout = Scenario.mouse()
        .genotype(Genotype.knockout(EBP2).in(INHIBITORY))
        .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
        .build();
    Trajectory run = Solvers.standard()
        .solve(knockout.instantiate(42L), TimeSpan.days(0, 7), Sampling.everyMinutes(10));
    System.out.println("without treatment " + knockout.baseline(Readout.MOOD));
    System.out.println("a day after it    " + Readout.MOOD.at(run, 24.0));
  }
}
