package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.capgate.dynamics.IntegrationException;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class MissingValuesTest {
  @Test
  void theEquationAndTheNeuronWithoutValueAreNamed() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    NeuronField y = simulation.stepper().start();
    assertEquals("", simulation.equations().missing.clause(y));
    CellGroup excitatory = simulation.equations().groups[CellClass.EXCITATORY.ordinal()];
    int free = excitatory.kernel.layout().variable("freeEif4eExcitatoryMicromolar");
    y.cells[CellClass.EXCITATORY.ordinal()][free][17] =
        -excitatory.ranges.get(0)
            .shared()[excitatory.kernel.layout().parameter("eif4gDissociationMicromolar")];
    String clause = simulation.equations().missing.clause(y);
    assertTrue(
        clause.startsWith("in excitatory neuron 17 equation ")
            && clause.contains("eif4f")
            && clause.contains(" has no value: "),
        clause);
  }

  @Test
  void theTissueIsLookedAtToo() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    NeuronField y = simulation.stepper().start();
    Arrays.fill(y.tissue, Double.NaN);
    String clause = simulation.equations().missing.clause(y);
    assertTrue(clause.startsWith("in ") && clause.contains("is NaN"), clause);
  }

  @Test
  void whereOnlyTheRatesWereNotFoundNoEquationIsBlamed() {
    Network network = Networks.small().synapsesPerNeuron(2).build();
    IntegrationException e = assertThrows(IntegrationException.class, () -> network.start(0));
    assertEquals(
        "the untreated network has no state in which it rests: the firing rates were not found."
            + " Maybe give each neuron more synapses (2)",
        e.getMessage());
  }

  @Test
  void neuronsWithoutEif4eSettleAndTheOthersHaveTheirs() {
    NetworkSimulation simulation =
        Networks.small()
            .mosaic(Genotype.knockout(Gene.EIF4E).in(CellClass.EXCITATORY), 0.1)
            .build()
            .start(0);
    int g = CellClass.EXCITATORY.ordinal();
    double[] free = simulation.stepper().start().cells[g][simulation.equations().freeIndex(g)];
    long none = Arrays.stream(free).filter(micromolar -> micromolar <= 1e-9).count();
    assertEquals(24, none); // a tenth of 240
    assertTrue(Arrays.stream(free).allMatch(micromolar -> micromolar >= 0 && micromolar < 0.2));
  }
}
