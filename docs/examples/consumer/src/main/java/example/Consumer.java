package example;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.sbml.SbmlDocument;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** Solves a scenario and writes it for other programs, from the artifacts alone. */
public final class Consumer {
  private Consumer() {}

  /** Prints mood a day after ketamine, and the length of the model as SBML. */
  public static void main(String[] arguments) {
    Scenario mouse =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build();
    Trajectory run =
        Solvers.standard()
            .solve(mouse.instantiate(0), TimeSpan.hours(0, 24), Sampling.everyHours(1));
    System.out.println("mood a day after ketamine: " + Readout.MOOD.at(run, 24));
    System.out.println("SBML, characters: " + SbmlDocument.of(mouse, 0, List.of()).length());
  }
}
