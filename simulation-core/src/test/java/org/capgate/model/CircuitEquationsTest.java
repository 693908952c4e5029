package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitEquationsTest {
  private static final Point REST = Point.atRest();

  /** The settled state is found to 1e-10 relative. */
  private static final double SETTLED = 1e-8;

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void withoutDrugTheWildTypeFiresAtTheStatedRates(String cell) {
    double stated = REST.value("restRate" + cell + "Hertz");
    assertEquals(stated, REST.value("rate" + cell + "Hertz"), SETTLED * stated);
    assertEquals(0, REST.rightSide("rate" + cell + "Hertz"), SETTLED * stated);
    assertEquals(1, REST.value("netDrive" + cell), SETTLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theGlutamatergicGainIsOneWithoutDrugAndLosesTheSharesThatAreBlocked(String cell) {
    String gain = "glutamatergicGain" + cell;
    double nmdaShare = REST.value("nmdaShare" + cell);
    assertEquals(1, REST.value(gain), 1e-15); // a sum of shares
    assertEquals(1 - nmdaShare, REST.with("nmda" + cell + "Effect", -1).value(gain), 1e-15); // same
    assertEquals(nmdaShare, REST.with("ampaEffect", -1).value(gain), 1e-15);
    assertEquals(1.5, REST.with("glutamateReleaseEffect", 0.5).value(gain), 1e-15);
    double withoutGluN2b = REST.with("totalGluN2B" + cell, 0.0).value(gain);
    assertEquals(1 - nmdaShare * REST.value("gluN2bShare" + cell), withoutGluN2b, 1e-15);
  }

  @Test
  void nmdaBlockOfOneClassTakesDriveFromThatClassOnly() {
    Point blocked = REST.with("nmdaInhibitoryEffect", -0.5);
    assertTrue(blocked.value("netDriveInhibitory") < REST.value("netDriveInhibitory"));
    assertEquals(REST.value("netDriveExcitatory"), blocked.value("netDriveExcitatory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void inhibitionAndItsLossMoveTheDriveTheRightWay(String cell) {
    String drive = "netDrive" + cell;
    double rest = REST.value(drive);
    assertTrue(REST.with("gabaAEffect", -0.5).value(drive) > rest);
    assertTrue(REST.with("rateInhibitoryHertz", rate -> 2 * rate).value(drive) < rest);
    assertEquals(rest + 0.7, REST.with("excitability" + cell + "Effect", 0.7).value(drive), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theRectifiedDriveIsPositiveAndFollowsDrivesAboveTheCorner(String cell) {
    for (double drive = -10; drive <= 10; drive += 0.25) {
      double rectified = REST.with("netDrive" + cell, drive).value("rectifiedDrive" + cell);
      assertTrue(rectified > 0, "at drive " + drive);
      assertEquals(Math.max(0, drive), rectified, 0.025 + 1e-12); // half of the corner, at 0
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theRateIsHalfOfItsMaximumAtTheHalfDriveAndNeverAboveIt(String cell) {
    String rate = "rate" + cell + "Hertz";
    double maximal = REST.value("maximalRate" + cell + "Hertz");
    double half = Math.sqrt(REST.value("halfDriveSquared" + cell));
    Point silent = REST.with(rate, 0); // then the residual is the target
    assertEquals(
        maximal / 2, silent.with("rectifiedDrive" + cell, half).rightSide(rate), 1e-9 * maximal);
    assertTrue(silent.with("rectifiedDrive" + cell, 1e6).rightSide(rate) < maximal);
  }

  @Test
  void whereOnlyRestingReceptorsAreTheTargetInterneuronFiringDoesNotFeelTheBlock() {
    Point point =
        Point.atRest(new Mechanisms(InhibitoryTranslation.LOWERS_OUTPUT, FirstTarget.RESTING_NMDA));
    assertEquals(
        point.value("glutamatergicGainInhibitory"),
        point.with("nmdaInhibitoryEffect", -1).value("glutamatergicGainInhibitory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void eachSynapticInputIsOneAtRestAndFollowsItsSource(String target) {
    assertEquals(1, REST.value("excitatoryInput" + target), SETTLED);
    assertEquals(1, REST.value("inhibitoryInput" + target), SETTLED);
    Point faster = REST.with("rateExcitatoryHertz", rate -> 2 * rate);
    assertEquals(2, faster.value("excitatoryInput" + target), 2 * SETTLED);
    assertEquals(1, faster.value("inhibitoryInput" + target), SETTLED);
    Point inhibited = REST.with("rateInhibitoryHertz", rate -> 2 * rate);
    assertEquals(2, inhibited.value("inhibitoryInput" + target), 2 * SETTLED);
  }
}
