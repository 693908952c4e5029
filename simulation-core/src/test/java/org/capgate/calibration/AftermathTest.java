package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.capgate.evidence.FindingFile;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;

class AftermathTest {
  private static final Aftermath AFTER_THE_FINDINGS =
      Aftermath.of(FindingFile.published().findings());

  @Test
  void manyTreatmentsAreLookedAt() {
    assertTrue(AFTER_THE_FINDINGS.treatments() > 25, AFTER_THE_FINDINGS.treatments() + "");
  }

  @Test
  void underTheShippedSetNothingComesLater() {
    assertTrue(AFTER_THE_FINDINGS.diesAway(ParameterSet.standard()));
  }

  /**
   * Synapses that capture whether inhibition has fallen or not, after any rise of eIF4F, overshoot
   * when rapamycin is gone.
   */
  @Test
  void aSetInWhichSomethingComesLaterIsNoticed() {
    ParameterSet overshooting =
        ParameterSet.standard()
            .with(Map.of("ungatedShare", 0.4, "thresholdMarginExcitatory", 0.04));
    assertFalse(AFTER_THE_FINDINGS.diesAway(overshooting));
  }
}
