package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;

/** Concentrations against what was measured; sources in seeds/evidence. */
class PublishedLevelsTest {

  private static void assertWithin(double low, double high, double micromolar) {
    assertTrue(
        micromolar >= low && micromolar <= high,
        micromolar + " µM is outside " + low + " to " + high + " µM");
  }

  /** Finding P01: 0.78 µM (0.42 to 1.1), Zanos 2018. */
  @Test
  void humanPlasmaKetamineAtTheEndOfAnInfusion() {
    Reading reading = Reading.of("ketamine 0.5 mg/kg iv at 0 h for 0.667 h", Species.HUMAN);
    assertWithin(0.42, 1.1, reading.plasma("ketamine", 0.667));
    // half-life 2 to 3 h once distributed
    assertWithin(2, 3, 0.693 * 2 / Math.abs(StrictMath.log(ratio(reading, 4, 6))));
  }

  private static double ratio(Reading reading, double from, double to) {
    return reading.plasma("ketamine", from) / reading.plasma("ketamine", to);
  }

  @Test
  void humanBrainKetamineReachesTheScaleOfInterneuronBlockOnly() {
    Reading reading = Reading.of("ketamine 0.5 mg/kg iv at 0 h for 0.667 h", Species.HUMAN);
    assertWithin(0.7, 1.2, reading.brainPeak("ketamine", 3));
  }

  /** Finding P02: 8 µM (5 to 10), Lumsden 2019. */
  @Test
  void mouseBrainHnkPeaksAtEightMicromolar() {
    Reading reading = Reading.of("hnk 10 mg/kg ip at 0 h", Species.MOUSE);
    assertWithin(7, 9, reading.brainPeak("hnk", 3));
  }

  /** Finding P03: undetectable by 3 h, PMC5989646. */
  @Test
  void mouseBrainKetamineIsGoneInThreeHours() {
    Reading reading = Reading.of("ketamine 10 mg/kg ip at 0 h", Species.MOUSE);
    double peak = reading.brainPeak("ketamine", 3);
    assertWithin(5, 8, peak);
    assertWithin(0, 0.05 * peak, reading.brain("ketamine", 3));
  }

  @Test
  void hnkFormedFromKetamineStaysBelowHnkGiven() {
    assertWithin(
        1, 3, Reading.of("ketamine 10 mg/kg ip at 0 h", Species.MOUSE).brainPeak("hnk", 6));
    assertWithin(
        0.5, 3, Reading.of("ketamine 10 mg/kg ip at 0 h", Species.RAT).brainPeak("hnk", 9));
  }

  @Test
  void onlyTheREnantiomerAndNoDeuteratedKetamineFormsHnk() {
    double racemate = peakHnk("ketamine");
    assertEquals(0, peakHnk("s-ketamine"));
    assertEquals(0, peakHnk("d2-ketamine"));
    assertTrue(peakHnk("r-ketamine") > 1.5 * racemate);
    // deuterium changes what is formed, not how much ketamine there is (molar masses differ by 2)
    double ketamine = Reading.of("ketamine 10 mg/kg ip at 0 h", Species.MOUSE).brain("ketamine", 1);
    double deuterated =
        Reading.of("d2-ketamine 10 mg/kg ip at 0 h", Species.MOUSE).brain("ketamine", 1);
    assertEquals(ketamine * 237.73 / 239.74, deuterated, 1e-12);
  }

  private static double peakHnk(String compound) {
    return Reading.of(compound + " 10 mg/kg ip at 0 h", Species.MOUSE).brainPeak("hnk", 6);
  }

  @Test
  void ratKetamineIsSlowerThanMouseKetamine() {
    Reading rat = Reading.of("ketamine 10 mg/kg ip at 0 h", Species.RAT);
    double halfLife = 0.693 / StrictMath.log(rat.brain("ketamine", 3) / rat.brain("ketamine", 4));
    assertWithin(0.35, 1, halfLife);
  }

  /** Hydroxynorketamine in the rat: terminal half-life 8 ± 4 h, PMC4492732. */
  @Test
  void ratHnkHasALongTail() {
    Reading rat = Reading.of("hnk 20 mg/kg iv at 0 h", Species.RAT);
    double halfLife = 0.693 * 10 / StrictMath.log(rat.plasma("hnk", 14) / rat.plasma("hnk", 24));
    assertWithin(4, 12, halfLife);
  }

  /** The order of things that makes the inverted U of dose. */
  @Test
  void lowKetamineReachesInterneuronsAndHighKetamineEverything() {
    Reading low = Reading.of("ketamine 10 mg/kg ip at 0 h", Species.MOUSE);
    Reading high = Reading.of("ketamine 100 mg/kg ip at 0 h", Species.MOUSE);
    assertWithin(-1, -0.85, low.effect(Target.NMDA_INHIBITORY, 0.4));
    assertWithin(-0.45, -0.15, low.effect(Target.NMDA_EXCITATORY, 0.4));
    assertWithin(0, 0.01, low.effect(Target.GABA_A, 0.4));
    assertWithin(-1, -0.85, high.effect(Target.NMDA_EXCITATORY, 0.4));
    assertEquals(0, high.effect(Target.MTORC1, 0.4));
  }

  @Test
  void theRouteDecidesHowMuchRapamycinReachesTheBrain() {
    Reading central = Reading.of("rapamycin 0.2 nmol icv at -0.5 h", Species.RAT);
    Reading oral = Reading.of("rapamycin 6 mg po at -2 h", Species.HUMAN);
    assertWithin(-1, -0.9, central.effect(Target.MTORC1, 0.75));
    assertWithin(-0.05, 0, central.effect(Target.MTORC1, 24));
    assertWithin(-0.2, 0, oral.effect(Target.MTORC1, 0.75));
  }

  @Test
  void mk801BlocksInterneuronsMoreAndForLongAndMemantineLittle() {
    Reading mk801 = Reading.of("mk-801 0.1 mg/kg ip at 0 h", Species.MOUSE);
    assertWithin(-1, -0.5, mk801.effect(Target.NMDA_INHIBITORY, 2));
    assertTrue(mk801.effect(Target.NMDA_EXCITATORY, 2) > mk801.effect(Target.NMDA_INHIBITORY, 2));
    Reading memantine = Reading.of("memantine 5 mg/kg ip at 0 h", Species.MOUSE);
    assertWithin(-0.2, -0.01, memantine.effect(Target.NMDA_INHIBITORY, 1));
  }

  /** 77 % after four weeks of 20 mg a day, Meyer 2001 Am J Psychiatry 158:1843. */
  @Test
  void citalopramOccupiesMostTransportersAtATherapeuticDose() {
    Reading reading = Reading.of("citalopram 20 mg po every 24 h for 56 d", Species.HUMAN);
    assertEquals(-0.77, reading.effect(Target.SEROTONIN_TRANSPORTER, 28 * 24), 0.05);
  }

  /** About 0.4 µM at 30 min and 0.01 µM at 6 h after 0.5 mg/kg, Cazorla 2011. */
  @Test
  void ana12ReachesTheBrainEarlyAndIsGoneWithinHours() {
    Reading reading = Reading.of("ana-12 0.5 mg/kg ip at 0 h", Species.MOUSE);
    assertWithin(0.25, 0.5, reading.brain("ana-12", 0.5));
    assertWithin(0.005, 0.02, reading.brain("ana-12", 6));
  }
}
