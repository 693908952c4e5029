package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadoutEquationsTest {
  private static final Point REST = Point.atRest();

  @Test
  void moodIsZeroAtRestAndRisesWithExcitatoryGainAndPresentThroughput() {
    assertEquals(0, REST.value("mood"), 1e-8); // settled to 1e-10
    double gain = REST.with("excitatoryTransmission", 1.2).value("mood");
    assertEquals(0.2 * REST.value("moodByExcitation"), gain, 1e-8);
    double released = REST.with("inhibitoryTransmission", 0.7).value("mood");
    assertEquals(0.3 * REST.value("moodByDisinhibition"), released, 1e-8);
    double surge = REST.with("glutamate", 1.5).value("mood");
    double half = REST.value("moodActivityHalf");
    double saturating = 1.5 * (1 + half) / (1.5 + half) - 1;
    assertEquals(saturating * REST.value("moodByActivity"), surge, 1e-8);
    assertTrue(REST.with("ampaEffect", -0.5).value("mood") < 0);
  }

  @Test
  void moodIsBoundedHoweverMuchGlutamateThereIs() {
    double most = REST.value("moodByActivity") * REST.value("moodActivityHalf");
    assertTrue(REST.with("glutamate", 1e6).value("mood") < most);
    assertTrue(REST.with("glutamate", 1e6).value("mood") > 0.99 * most);
  }

  @ParameterizedTest
  @CsvSource({
    "immobilitySeconds, immobilityMaximumSeconds",
    "feedingLatencySeconds, feedingLatencyMaximumSeconds"
  })
  void behaviourFallsWithMoodBetweenItsMaximumAndZero(String readout, String maximum) {
    double most = REST.value(maximum);
    assertEquals(most / 2, REST.with("mood", 0).value(readout), 1e-9 * most);
    double before = most;
    for (double mood = -5; mood <= 5; mood += 0.5) {
      double value = REST.with("mood", mood).value(readout);
      assertTrue(value < before && value > 0, readout + " at mood " + mood);
      before = value;
    }
  }

  @Test
  void theDepressionScoreSeesADeficitOfMoodOnly() {
    double healthy = REST.value("depressionScoreHealthyPoint");
    double half = REST.value("depressionScoreHalfDeficit");
    String score = "depressionScorePoint";
    assertEquals(healthy, REST.with("mood", 0.5).value(score), 1e-2); // the corner is 0.02 wide
    assertEquals((60 + healthy) / 2, REST.with("mood", -half).value(score), 0.2);
    double before = 60;
    for (double mood = -5; mood <= 1; mood += 0.25) {
      double value = REST.with("mood", mood).value(score);
      assertTrue(value < before && value > healthy, "at mood " + mood);
      before = value;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "excitatoryTransmissionRelative, excitatoryTransmission",
    "inhibitoryTransmissionRelative, inhibitoryTransmission",
    "excitatoryRateHertz, rateExcitatoryHertz",
    "inhibitoryRateHertz, rateInhibitoryHertz",
    "inhibitoryEventRateHertz, rateInhibitoryHertz",
    "glutamateRelative, glutamate",
    "bdnfRelative, bdnf"
  })
  void whatIsReadDirectlyIsTheStateItself(String readout, String state) {
    assertEquals(0.83, REST.with(state, 0.83).value(readout));
  }

  @Test
  void excitatoryEventsFollowFiringAndRelease() {
    double rest = REST.value("excitatoryEventRateHertz");
    assertEquals(
        1.5 * rest,
        REST.with("glutamateReleaseEffect", 0.5).value("excitatoryEventRateHertz"),
        1e-12 * rest);
  }

  @Test
  void theRatioComparesExcitatoryWithInhibitoryTransmission() {
    Point point = REST.with("excitatoryTransmission", 1.2).with("inhibitoryTransmission", 0.8);
    assertEquals(1.5, point.value("eiRatio"), 1e-12);
  }

  @Test
  void dopamineSurgesOnlyWhenNmdaReceptorsOfInterneuronsAreBlocked() {
    assertEquals(1, REST.value("dopamineRelative"));
    assertEquals(1, REST.with("rateExcitatoryHertz", 9).value("dopamineRelative"));
    assertEquals(1, REST.with("nmdaExcitatoryEffect", -0.5).value("dopamineRelative"));
    assertTrue(REST.with("nmdaInhibitoryEffect", -0.5).value("dopamineRelative") > 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mtorc1Active",
        "phospho4ebpMicromolar",
        "phosphoEef2Fraction",
        "eif4fFraction",
        "synapticProteinRelative"
      })
  void tissueIsTheMeanOfBothClassesWeightedByTheirNumbers(String readout) {
    double share = REST.value("excitatoryFraction");
    Point point = REST.with(readout + "Excitatory", 0.9).with(readout + "Inhibitory", 0.4);
    assertEquals(share * 0.9 + (1 - share) * 0.4, point.value(readout), 1e-12);
  }

  @Test
  void synapticProteinIsThePoolOfExcitatoryAndRisesWithTheSuppressionOfInhibitoryNeurons() {
    assertEquals(
        0.3, REST.with("slowProteinExcitatory", 0.3).value("synapticProteinRelativeExcitatory"));
    assertEquals(1, REST.value("synapticProteinRelativeInhibitory"), 1e-8);
    assertEquals(
        2 / (1 + REST.value("suppressionRestInhibitory")),
        REST.with("suppressionInhibitory", 1).value("synapticProteinRelativeInhibitory"),
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void molecularReadoutsOfAClassAreItsStates(String cell) {
    assertEquals(0.3, REST.with("mtorc1" + cell, 0.3).value("mtorc1Active" + cell));
    assertEquals(0.3, REST.with("phosphoEef2" + cell, 0.3).value("phosphoEef2Fraction" + cell));
    assertEquals(0.3, REST.with("eif4f" + cell, 0.3).value("eif4fFraction" + cell));
    double both =
        REST.value("fourEbp1Total" + cell + "Micromolar")
            + REST.value("fourEbp2Total" + cell + "Micromolar");
    Point all = REST.with("phospho4ebpFraction" + cell, 1);
    assertEquals(both, all.value("phospho4ebpMicromolar" + cell), 1e-12);
  }
}
