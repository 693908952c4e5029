package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WeightedStatesTest {

  private final WeightedStates sum =
      WeightedStates.of(0, 2).and(WeightedStates.of(2, 3).times(0.5));

  @Test
  void aConcentrationIsTheWeightedSumOfItsStates() {
    assertEquals(2 * 10 + 1.5 * 4, sum.valueIn(new double[] {10, 100, 4}));
  }

  @Test
  void anInputIsSharedAmongTheStatesItGoesInto() {
    double[] states = {1, 1, 1};
    sum.addTo(states, 4);
    assertArrayEquals(new double[] {1 + 2 * 4, 1, 1 + 1.5 * 4}, states);
  }
}
