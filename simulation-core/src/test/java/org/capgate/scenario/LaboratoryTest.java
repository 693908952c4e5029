package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class LaboratoryTest {

  private static Genotype scaled(double factor) {
    return Genotype.scaled(Gene.EBP2, factor).in(CellClass.INHIBITORY);
  }

  /** More genotypes than are kept, so that the first one is found anew in the end. */
  @Test
  void aSettledStateHasTheSameBitsWhateverWasAskedBefore() {
    Laboratory laboratory = Scenario.mouse().build().laboratory();
    double[] first = laboratory.settled(scaled(0.37), 0).state();
    for (int i = 0; i < 300; i++) {
      laboratory.settled(scaled(i / 400.0), 0);
    }
    assertArrayEquals(first, laboratory.settled(scaled(0.37), 0).state());
  }
}
