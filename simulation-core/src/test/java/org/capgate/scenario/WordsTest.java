package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ParameterSet;
import org.capgate.network.Network;
import org.capgate.solver.Solvers;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

/** Inputs and results print themselves in words. */
class WordsTest {
  private static final Scenario SCENARIO =
      Scenario.mouse()
          .genotype(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY))
          .treatment(
              Dose.of(Compounds.ketamine(), 10, AmountUnit.MG_PER_KG).intraperitoneal().atHours(0))
          .parameters(ParameterSet.standard().with("bdnfTimeHours", 1))
          .build();

  @Test
  void aScenarioSaysWhoIsGivenWhat() {
    assertEquals(
        "mouse, in-vivo, stress none, 4EBP2 x0 inhibitory, ketamine 10 mg/kg ip at 0 h, numbers"
            + " changed: 1",
        SCENARIO.toString());
  }

  @Test
  void aTrajectorySaysWhatItIsOfAndWhenWithoutDependingOnTheSeed() {
    TimeSpan span = TimeSpan.hours(0, 1);
    Sampling sampling = Sampling.at(0, 1);
    Trajectory run = Solvers.standard().solve(SCENARIO.instantiate(42L), span, sampling);
    String words = run.toString();
    assertTrue(
        words.startsWith(
            "trajectory of mouse, 4EBP2 x0 inhibitory, ketamine 10 mg/kg ip at 0 h: 2 samples from"
                + " 0 to 1 h, "),
        words);
    Trajectory other = Solvers.standard().solve(SCENARIO.instantiate(7L), span, sampling);
    assertEquals(words, other.toString());
    assertEquals(run.series("mood")[1], other.series("mood")[1]);
  }

  @Test
  void aNetworkSaysHowManyNeurons() {
    String words = Network.of(SCENARIO).neurons(50).synapsesPerNeuron(5).seed(3).build().toString();
    assertEquals(
        "network of 50 neurons (40 excitatory, 10 inhibitory) with 5 synapses each, seed 3: "
            + SCENARIO,
        words);
  }

  @Test
  void nothingPrintsItsClassAndAddress() {
    for (Object one :
        List.of(
            SCENARIO.parameters(),
            SCENARIO.settled(),
            CompoundCatalogue.standard(),
            SCENARIO.treatment(),
            SCENARIO.genotype())) {
      assertFalse(one.toString().contains("@"), one::toString);
      assertTrue(one.toString().contains(" "), one::toString);
    }
  }
}
