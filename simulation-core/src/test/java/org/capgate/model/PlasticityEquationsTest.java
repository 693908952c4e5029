package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlasticityEquationsTest {
  private static final Point REST = Point.atRest();

  @Test
  void theGateOpensHalfwayAtTheDistanceAboveTheThreshold() {
    double half = REST.value("thresholdDistance") * REST.value("plasticityThreshold");
    assertEquals(0.5, REST.with("eif4fExcitatory", half).value("plasticityGateExcitatory"), 1e-12);
    assertEquals(
        REST.value("plasticityGateRestExcitatory"),
        REST.value("plasticityGateExcitatory"),
        1e-8); // settled to 1e-10
  }

  @Test
  void theThresholdSlidesToALastingLevelOfEif4fSoThatTheGateClosesAgain() {
    Point raised = REST.with("eif4fExcitatory", eif4f -> 1.5 * eif4f);
    assertTrue(raised.rightSide("plasticityThreshold") > 0);
    assertTrue(raised.value("plasticityGateExcitatory") > REST.value("plasticityGateExcitatory"));
    Point slid = raised.with("plasticityThreshold", raised.value("eif4fExcitatory"));
    assertEquals(0, slid.rightSide("plasticityThreshold"), 0);
    assertEquals(
        REST.value("plasticityGateExcitatory"), slid.value("plasticityGateExcitatory"), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theReferenceIsTheEif4fOfTheUntreatedWildType(String cell) {
    assertEquals(REST.value("eif4f" + cell), REST.value("eif4fRest" + cell), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fastProteinExcitatory",
        "slowProteinExcitatory",
        "fastProteinInhibitory",
        "slowProteinInhibitory"
      })
  void thePoolsRestAndAreFilledByEif4fAndElongation(String pool) {
    String cell = pool.substring("fastProtein".length());
    assertEquals(0, REST.rightSide(pool), 1e-7); // settled to 1e-10, over fractions of an hour
    assertTrue(REST.with("eif4f" + cell, 0.9).rightSide(pool) > 0);
    assertTrue(REST.with("elongation" + cell, 0.5).rightSide(pool) < 0);
  }

  @Test
  void slowPoolsAreOneAtRestAndStressLowersTheExcitatoryOne() {
    assertEquals(1, REST.value("slowProteinExcitatory"), 1e-8);
    assertEquals(1, REST.value("slowProteinInhibitory"), 1e-8);
    assertEquals(1, REST.value("synthesisInhibitory"), 1e-8);
    Point stressed = REST.with("stressSignal", 1);
    assertTrue(stressed.rightSide("slowProteinExcitatory") < 0);
    assertEquals(
        REST.rightSide("slowProteinInhibitory"), stressed.rightSide("slowProteinInhibitory"));
  }

  @Test
  void theStrengthIsOneAtRestRisesWithBothPoolsAndStaysBelowItsCeiling() {
    String strength = "excitatoryTransmission";
    assertEquals(1, REST.value("synapticPoolsExcitatory"), 1e-8);
    assertEquals(1, REST.value(strength), 1e-8);
    assertTrue(REST.with("slowProteinExcitatory", 1.5).value(strength) > 1);
    assertTrue(REST.with("fastProteinExcitatory", 0.9).value(strength) > 1);
    double ceiling = REST.value("strengthCeilingExcitatory");
    assertTrue(REST.with("slowProteinExcitatory", 1e6).value(strength) < ceiling);
  }

  @Test
  void theLoadIsZeroAtRestAndTheChosenStatementGivesItsSign() {
    Point full = REST.with("fastProteinInhibitory", 4).with("slowProteinInhibitory", 4);
    assertEquals(0, REST.value("inhibitoryLoad"), 1e-8);
    assertTrue(full.value("inhibitoryLoad") > 0);
    assertTrue(full.value("inhibitoryTransmission") < 1);
    Point raising =
        Point.atRest(new Mechanisms(InhibitoryTranslation.RAISES_OUTPUT, FirstTarget.BOTH))
            .with("fastProteinInhibitory", 4)
            .with("slowProteinInhibitory", 4);
    assertTrue(raising.value("inhibitoryTransmission") > 1);
  }

  @Test
  void theThresholdOfInhibitoryNeuronsDoesNotSlide() {
    Point slid = REST.with("plasticityThreshold", 0.9);
    assertEquals(REST.value("synthesisInhibitory"), slid.value("synthesisInhibitory"));
  }

  @Test
  void theBrakeGrowsWhileExcitatoryNeuronsFireAboveRest() {
    assertEquals(0, REST.rightSide("intrinsicBrake"), 1e-8);
    Point excess = REST.with("rateExcitatoryHertz", rate -> 1.5 * rate);
    double settled = 0.5 * REST.value("brakeStrength");
    assertEquals(0, excess.with("intrinsicBrake", settled).rightSide("intrinsicBrake"), 1e-8);
    assertTrue(excess.rightSide("intrinsicBrake") > 0);
  }
}
