package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.analysis.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NetworkPresetsTest {
  @Test
  void ketaminesEffectFallsWithEveryTenthOfInterneuronsWithoutTheSwitch() {
    Table mosaic = InterneuronMosaic.table();
    for (String series : mosaic.distinct("series")) {
      Table curve = mosaic.where("series", series);
      for (int row = 1; row < curve.size(); row++) {
        assertTrue(curve.number(row, "effect") < curve.number(row - 1, "effect"), series);
      }
    }
    Table interneurons = mosaic.where("series", "interneurons");
    // half of the effect is gone with a fifth of the interneurons; measured: 71 %
    assertTrue(interneurons.number(2, "effect") < 0.5 * interneurons.number(0, "effect"));
  }

  @Test
  void theSpreadBetweenSeedsFallsAsOneOverTheSquareRootOfTheSize() {
    Table sizes = NetworkSizes.table(List.of(500, 2000, 8000));
    // sixteen seeds know a deviation to 18 %: over a factor of 16 the slope to about 0.1
    assertEquals(-0.5, NetworkSizes.slope(sizes), 0.3);
  }

  @Test
  void wiringChangesTheMeanEffectLittleWhereNeuronsHaveManySynapses() {
    Table inDegree = InDegree.table();
    for (int row = 0; row < inDegree.size(); row++) {
      if (inDegree.number(row, "synapses") >= 50) {
        assertEquals(0.165, inDegree.number(row, "mean"), 0.02); // four seeds: 0.006 each
      }
    }
  }
}
