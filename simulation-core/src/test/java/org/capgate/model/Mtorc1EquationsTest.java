package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mtorc1EquationsTest {
  private static final Point REST = Point.atRest();

  @ParameterizedTest
  @CsvSource({"Excitatory, glutamate, 2", "Inhibitory, rateInhibitoryHertz, 18"})
  void theDriveIsOneAtRestAndRisesWithTrkbAndActivity(String cell, String activity, double high) {
    String drive = "mtorc1Drive" + cell;
    assertEquals(1, REST.value(drive), 1e-8); // settled to 1e-10
    assertTrue(REST.with("trkb" + cell, 2).value(drive) > 1);
    assertTrue(REST.with(activity, high).value(drive) > 1);
    assertTrue(REST.with(activity, 0).with("trkb" + cell, 9).value(drive) < 1e-12);
  }

  @Test
  void theDriveOfExcitatoryNeuronsNeedsAmpaReceptorsAndFallsWithStress() {
    assertEquals(0.2, REST.with("ampaEffect", -0.8).value("mtorc1DriveExcitatory"), 1e-8);
    assertEquals(
        1 - REST.value("stressOnMtorc1"),
        REST.with("stressSignal", 1).value("mtorc1DriveExcitatory"),
        1e-8);
    assertEquals(1, REST.with("stressSignal", 1).value("mtorc1DriveInhibitory"), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void halfOfMtorc1IsActiveAtTheThreshold(String cell) {
    Point atThreshold = REST.with("mtorc1Drive" + cell, REST.value("mtorc1Threshold" + cell));
    assertEquals(0, atThreshold.with("mtorc1" + cell, 0.5).rightSide("mtorc1" + cell), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theStatedRestIsWhereTheUntreatedWildTypeSettles(String cell) {
    assertEquals(REST.value("mtorc1Rest" + cell), REST.value("mtorc1" + cell), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void withoutRaptorMtorc1OnlyDecays(String cell) {
    Point without = REST.with("totalRaptor" + cell, 0).with("mtorc1" + cell, 1);
    double time = REST.value("mtorc1TimeHours");
    assertEquals(-1 / time, without.rightSide("mtorc1" + cell), 1e-12 / time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void rapamycinBlocksTheBranchTo4ebpInPartAndTheBranchToS6kFully(String cell) {
    Point blocked = REST.with("mtorc1Effect", -1);
    double left = blocked.value("mtorc1To4ebp" + cell) / REST.value("mtorc1To4ebp" + cell);
    assertEquals(1 - REST.value("rapamycinOn4ebpBranch"), left, 1e-12);
    double s6k = REST.value("s6kWeight");
    double atRest = REST.value("mtorc1Rest" + cell);
    assertEquals(1 + s6k * atRest, blocked.value("eef2Kinase" + cell), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void phosphorylationSettlesWhereKinaseAndPhosphataseBalance(String cell) {
    String phospho = "phospho4ebpFraction" + cell;
    double on = REST.value("mtorc1On4ebp") * REST.value("mtorc1To4ebp" + cell);
    assertEquals(on / (1 + on), REST.value(phospho), 1e-8);
    double pp2a = REST.value("pp2aPerHour");
    Point free = REST.with("mtorc1" + cell, 0).with(phospho, 1);
    assertEquals(-pp2a, free.rightSide(phospho), 1e-12 * pp2a);
  }
}
