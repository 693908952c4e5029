package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseEquationsTest {
  private static final Point REST = Point.atRest();

  @Test
  void glutamateFollowsExcitatoryFiringAndRelease() {
    assertEquals(0, REST.rightSide("glutamate"), 1e-6); // settled to 1e-10, over minutes in h
    double time = REST.value("glutamateTimeHours");
    Point doubled = REST.with("rateExcitatoryHertz", rate -> 2 * rate);
    assertEquals(1 / time, doubled.rightSide("glutamate"), 1e-6 / time);
    Point halved = REST.with("glutamateReleaseEffect", -0.5);
    assertEquals(-0.5 / time, halved.rightSide("glutamate"), 1e-6 / time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void eef2KinaseIsOneAtRestAndFallsWithNmdaBlockItsInhibitorAndMtorc1(String cell) {
    String kinase = "eef2Kinase" + cell;
    assertEquals(1, REST.value(kinase), 1e-8); // mTORC1 is settled to 1e-10
    assertEquals(0.4, REST.with("nmda" + cell + "Effect", -0.6).value(kinase), 1e-8);
    assertEquals(0.1, REST.with("eef2KinaseEffect", -0.9).value(kinase), 1e-8);
    assertTrue(REST.with("mtorc1" + cell, 1).value(kinase) < 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void eef2IsHalfPhosphorylatedAtTheHalfActivity(String cell) {
    Point half = REST.with("eef2Kinase" + cell, REST.value("eef2KinaseHalf"));
    assertEquals(0, half.with("phosphoEef2" + cell, 0.5).rightSide("phosphoEef2" + cell), 1e-12);
    assertEquals(0, REST.rightSide("phosphoEef2" + cell), 1e-7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void elongationIsOneAtRestAndLosesItsShareWhenAllEef2IsPhosphorylated(String cell) {
    String elongation = "elongation" + cell;
    assertEquals(1, REST.value(elongation), 1e-8);
    double share = REST.value("elongationShare");
    assertEquals(1 - share, REST.with("phosphoEef2" + cell, 1).value(elongation), 1e-12);
  }

  @Test
  void bdnfRisesByEachOfItsTwoRoutes() {
    assertEquals(0, REST.rightSide("bdnf"), 1e-6);
    assertTrue(REST.with("glutamate", 2).rightSide("bdnf") > 0);
    assertTrue(REST.with("phosphoEef2Excitatory", 0).rightSide("bdnf") > 0);
    assertEquals(REST.rightSide("bdnf"), REST.with("serotoninAdaptation", 1).rightSide("bdnf"));
    // ASSUMED: only excitatory cells release it
    assertEquals(REST.rightSide("bdnf"), REST.with("phosphoEef2Inhibitory", 0).rightSide("bdnf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void bdnfFromExcitatoryCellsActivatesTrkbOfBothClassesAndTheAntagonistStopsIt(String cell) {
    String trkb = "trkb" + cell;
    assertEquals(0, REST.rightSide(trkb), 1e-6);
    assertTrue(REST.with("bdnf", 2).rightSide(trkb) > 0);
    Point blocked = REST.with("bdnf", 2).with("trkbEffect", -1).with(trkb, 0);
    assertEquals(0, blocked.rightSide(trkb), 0);
  }

  @Test
  void whereInterneuronsAreTheFirstTargetEef2KinaseDoesNotFeelTheBlock() {
    Point point =
        Point.atRest(
            new Mechanisms(InhibitoryTranslation.LOWERS_OUTPUT, FirstTarget.INTERNEURON_NMDA));
    assertEquals(
        point.value("eef2KinaseExcitatory"),
        point.with("nmdaExcitatoryEffect", -1).value("eef2KinaseExcitatory"));
  }
}
