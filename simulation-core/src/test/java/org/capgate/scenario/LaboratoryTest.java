package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.steady.SteadyState;
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

  private static ParameterSet moved(double factor) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : ParameterSet.standard().parameters()) {
      if (parameter.isFitted()) {
        values.put(
            parameter.name(),
            Math.max(parameter.low(), Math.min(parameter.high(), factor * parameter.value())));
      }
    }
    return ParameterSet.standard().with(values);
  }

  private static Laboratory of(ParameterSet parameters) {
    return Scenario.mouse().parameters(parameters).build().laboratory();
  }

  @Test
  void withOtherNumbersASubjectSettlesInTheStateNextToTheShippedOne() {
    SteadyState shipped = of(ParameterSet.standard()).settled(scaled(0), 0);
    assertTrue(shipped.isStable());
    SteadyState near = of(moved(1.001)).settled(scaled(0), 0);
    assertTrue(near.isStable());
    assertEquals("damped Newton's method", near.method());
    for (int i = 0; i < near.state().length; i++) {
      // A thousandth more of every number moves no variable by more than a tenth; some are 0.
      assertEquals(shipped.state()[i], near.state()[i], 0.1 * Math.abs(shipped.state()[i]) + 1e-9);
    }
  }

  @Test
  void aSettledStateWithOtherNumbersHasTheSameBitsWhateverWasAskedBefore() {
    Laboratory first = of(moved(1.01));
    double[] knockout = first.settled(scaled(0), 0).state();
    double[] stressed = first.settled(scaled(1), 1).state();
    for (int i = 1; i < 8; i++) {
      of(moved(1.01 + 0.001 * i)).settled(scaled(0.5), 0);
    }
    Laboratory again = of(moved(1.01));
    assertNotSame(first, again, "recent laboratories are kept, but not that many");
    assertArrayEquals(stressed, again.settled(scaled(1), 1).state());
    assertArrayEquals(knockout, again.settled(scaled(0), 0).state());
  }
}
