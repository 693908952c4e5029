package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlasticityEquationsTest {
  private static final Point REST = Point.atRest();

  @Test
  void halfOfThePlasticityProteinsAreMadeAtTheHalfExcess() {
    Point half = REST.with("eif4fExcessExcitatory", REST.value("plasticityHalfExcitatory"));
    double made = half.with("fastProteinExcitatory", 0).rightSide("fastProteinExcitatory");
    assertEquals(0.5 / REST.value("fastProteinTimeExcitatoryHours"), made, 1e-7 * made);
  }

  @Test
  void theThresholdSlidesToALastingLevelOfEif4fSoThatTheExcessEndsAgain() {
    Point raised = REST.with("eif4fExcitatory", eif4f -> 1.5 * eif4f);
    assertTrue(raised.rightSide("plasticityThreshold") > 0);
    assertTrue(raised.value("eif4fExcessExcitatory") > 5 * REST.value("eif4fExcessExcitatory"));
    Point slid = raised.with("plasticityThreshold", raised.value("eif4fExcitatory"));
    assertEquals(0, slid.rightSide("plasticityThreshold"), 0);
    assertTrue(slid.value("eif4fExcessExcitatory") <= REST.value("eif4fExcessExcitatory"));
  }

  @Test
  void theReferenceIsTheEif4fOfTheUntreatedWildType() {
    assertEquals(REST.value("eif4fInhibitory"), REST.value("eif4fRestInhibitory"), 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"fastProteinExcitatory, Excitatory", "suppressionInhibitory, Inhibitory"})
  void whatTranslationMakesRestsAndFollowsEif4fAndElongation(String made, String cell) {
    assertEquals(0, REST.rightSide(made), 1e-7); // settled to 1e-10, over fractions of an hour
    Point active = REST.with("eif4f" + cell, 0.9);
    assertTrue(active.rightSide(made) > 0);
    assertTrue(active.with("elongation" + cell, 0.5).rightSide(made) < active.rightSide(made));
  }

  @Test
  void synapticProteinsAreOneAtRestAndStressLowersThem() {
    assertEquals(1, REST.value("slowProteinExcitatory"), 1e-8);
    assertTrue(REST.with("stressSignal", 1).rightSide("slowProteinExcitatory") < 0);
  }

  @Test
  void captureNeedsProteinPermissionAndEligibilityAtOnce() {
    Point ready = REST.with("fastProteinExcitatory", 0.5).with("plasticityPermission", 1);
    assertTrue(ready.rightSide("slowProteinExcitatory") > 0);
    for (String missing : List.of("fastProteinExcitatory", "eligibilityExcitatory")) {
      assertTrue(ready.with(missing, 0).rightSide("slowProteinExcitatory") < 1e-8, missing);
    }
    assertTrue(
        ready.with("plasticityPermission", 0.1).rightSide("slowProteinExcitatory")
            < 0.2 * ready.rightSide("slowProteinExcitatory"));
  }

  @Test
  void captureStopsWhereNoPlaceIsLeft() {
    Point ready = REST.with("fastProteinExcitatory", 0.5).with("plasticityPermission", 1);
    assertEquals(1, ready.value("vacancyExcitatory"), 1e-7);
    double capacity = REST.value("synapticCapacityExcitatory");
    Point half = ready.with("slowProteinExcitatory", (1 + capacity) / 2);
    assertEquals(0.5, half.value("vacancyExcitatory"), 1e-12);
    Point full = ready.with("slowProteinExcitatory", capacity);
    assertEquals(0, full.value("vacancyExcitatory"), 0);
    assertTrue(full.rightSide("slowProteinExcitatory") < 0);
  }

  @Test
  void permissionFollowsTheFallOfInhibitionNotItsLevel() {
    Point low = REST.with("inhibitoryTransmission", 0.6);
    assertTrue(low.rightSide("plasticityPermission") > 0);
    Point asEver = low.with("averageInhibition", 0.6);
    assertEquals(
        REST.rightSide("plasticityPermission"), asEver.rightSide("plasticityPermission"), 1e-8);
  }

  @Test
  void blockOfExcitatoryNmdaReceptorsErasesEligibilityWhichComesBack() {
    assertEquals(0, REST.rightSide("eligibilityExcitatory"), 1e-8);
    assertTrue(REST.with("nmdaExcitatoryEffect", -0.5).rightSide("eligibilityExcitatory") < 0);
    assertEquals(
        0, REST.with("nmdaInhibitoryEffect", -0.5).rightSide("eligibilityExcitatory"), 1e-8);
    assertTrue(REST.with("eligibilityExcitatory", 0.2).rightSide("eligibilityExcitatory") > 0);
  }

  @Test
  void theStrengthIsOneAtRestAndRisesWithBothPools() {
    String strength = "excitatoryTransmission";
    assertEquals(1, REST.value(strength), 1e-8);
    assertTrue(REST.with("slowProteinExcitatory", 1.5).value(strength) > 1);
    assertTrue(REST.with("fastProteinExcitatory", 0.9).value(strength) > 1);
  }

  @Test
  void theOutputIsOneAtRestAndTheChosenStatementGivesItsSign() {
    Point full = REST.with("suppressionInhibitory", 1);
    assertEquals(1, REST.value("inhibitoryTransmission"), 1e-8);
    double least = 1 - REST.value("suppressionDepth");
    assertTrue(full.value("inhibitoryTransmission") < 1);
    assertTrue(full.value("inhibitoryTransmission") >= least);
    Point raising =
        Point.atRest(new Mechanisms(InhibitoryTranslation.RAISES_OUTPUT, FirstTarget.BOTH))
            .with("suppressionInhibitory", 1);
    assertTrue(raising.value("inhibitoryTransmission") > 1);
  }

  @Test
  void theThresholdOfInhibitoryNeuronsDoesNotSlide() {
    Point slid = REST.with("plasticityThreshold", 0.9);
    assertEquals(REST.rightSide("suppressionInhibitory"), slid.rightSide("suppressionInhibitory"));
  }
}
