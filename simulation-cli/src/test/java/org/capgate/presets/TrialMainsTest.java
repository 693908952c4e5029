package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialFile;
import org.junit.jupiter.api.Test;

class TrialMainsTest {
  @Test
  void planAnExperimentGivesTheTableOfTheTrialOfItsName() {
    Trial file =
        TrialFile.preset("plan-an-experiment").trial().toBuilder()
            .subjects(3)
            .replicates(2)
            .build();
    Attempts attempts = new Attempts();
    assertEquals(
        file.run(1).comparisons().toText(), PlanAnExperiment.table(attempts, 3, 2).toText());
    assertEquals(Map.of(), attempts.reasons());
  }
}
