package org.capgate.exposure;

import static org.capgate.treatment.CompoundText.drug;
import static org.capgate.treatment.CompoundText.read;
import static org.capgate.treatment.CompoundText.target;
import static org.capgate.treatment.CompoundText.targets;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectTest {

  private static TargetAction block(double slope) {
    return new TargetAction(
        Target.AMPA, 2, slope, 0.9, TargetAction.Sign.BLOCK, Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.4, 2, 3.7, 10})
  void theEffectIsHalfMaximalAtThePotencyAndCompleteFarAbove(double slope) {
    TargetAction action = block(slope);
    assertEquals(0, action.effect(0), Double.MIN_VALUE);
    assertEquals(-0.45, action.effect(2), 1e-16);
    assertEquals(-0.9, action.effect(1e40), 1e-15);
    assertEquals(0, action.effectSlope(1e40), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"1, -0.45", "1.0001, 0", "2, 0"})
  void theSlopeAtZeroIsFinite(double hill, double slope) {
    assertEquals(slope, block(hill).effectSlope(0), 1e-15);
    assertTrue(Double.isFinite(block(hill).effectSlope(Double.MIN_VALUE)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 1, 1.9999, 2, 2.0001, 50, 1e6})
  void theSlopeIsTheDerivative(double micromolar) {
    for (double hill : new double[] {1, 1.4, 2.5, 4}) {
      TargetAction action = block(hill);
      double h = 1e-5 * micromolar;
      double difference = (action.effect(micromolar + h) - action.effect(micromolar - h)) / (2 * h);
      // central differences: 1e-10 relative from h², 1e-16/h from rounding
      double tolerance = 1e-6 * Math.abs(difference) + 2e-16 / h;
      assertEquals(difference, action.effectSlope(micromolar), tolerance);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, potencyMicromolar",
    "-1, 1, 1, potencyMicromolar",
    "NaN, 1, 1, potencyMicromolar",
    "1, 0.9, 1, hillSlope",
    "1, 11, 1, hillSlope",
    "1, 1, 1.1, maximalEffect",
    "1, 1, -0.1, maximalEffect"
  })
  void impossibleActionsAreRefusedByName(double potency, double hill, double max, String named) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TargetAction(Target.AMPA, potency, hill, max, TargetAction.Sign.BLOCK, 1));
    assertTrue(e.getMessage().startsWith(named), e.getMessage());
  }

  @Test
  void compoundsOnOneTargetMultiplyWhatTheyLeave() {
    String both = "nbqx 3 mg/kg ip at 0 h; hnk 10 mg/kg ip at 0.5 h";
    for (double t : new double[] {0.2, 0.7, 1.5, 4}) {
      double nbqx = Reading.of("nbqx 3 mg/kg ip at 0 h", Species.MOUSE).effect(Target.AMPA, t);
      double hnk = Reading.of("hnk 10 mg/kg ip at 0.5 h", Species.MOUSE).effect(Target.AMPA, t);
      double expected = (1 + nbqx) * (1 + hnk) - 1;
      double found = Reading.of(both, Species.MOUSE).effect(Target.AMPA, t);
      assertEquals(expected, found, 1e-14);
    }
  }

  @Test
  void concentrationsOfOneSubstanceAddUpBeforeItActs() {
    Reading twice = Reading.of("hnk 4 mg/kg ip at 0 h; hnk 6 mg/kg ip at 0 h", Species.MOUSE);
    Reading once = Reading.of("hnk 10 mg/kg ip at 0 h", Species.MOUSE);
    assertEquals(once.effect(Target.AMPA, 1), twice.effect(Target.AMPA, 1), 1e-15);
    // hnk given and hnk formed from ketamine are the same substance
    Reading mixed = Reading.of("ketamine 10 mg/kg ip at 0 h; hnk 2 mg/kg ip at 1 h", Species.MOUSE);
    TargetAction onAmpa =
        Compounds.hnk().targets().stream()
            .filter(action -> action.target() == Target.AMPA)
            .findFirst()
            .orElseThrow();
    double expected = onAmpa.effect(mixed.brain("hnk", 1.5));
    assertEquals(expected, mixed.effect(Target.AMPA, 1.5), 1e-14);
  }

  @Test
  void drivesAdd() {
    String text =
        drug("driver", 1, 1, 5, "")
            + targets(target("excitability-excitatory", "potentiate", 1, 1, 2));
    CompoundCatalogue catalogue =
        CompoundCatalogue.of(List.of(read(text), Compounds.named("hm4di")));
    double drug =
        Reading.of("driver 9 mg/kg ip at 0 h", Species.MOUSE, catalogue)
            .effect(Target.EXCITABILITY_EXCITATORY, 1);
    Reading both =
        Reading.of(
            "driver 9 mg/kg ip at 0 h; hm4di excitatory at 0 h for 2 h", Species.MOUSE, catalogue);
    assertEquals(
        drug - (1 - StrictMath.exp(-4)), both.effect(Target.EXCITABILITY_EXCITATORY, 1), 1e-14);
    assertEquals(0, both.effect(Target.EXCITABILITY_INHIBITORY, 1));
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void ratesOfEffectsAreTheDerivativesInTime(Target target) {
    String everything =
        "ketamine 30 mg/kg ip at 0 h; nbqx 5 mg/kg ip at 0 h; mk-801 0.1 mg/kg ip at 0 h;"
            + " rapamycin 0.2 nmol icv at 0 h; ana-12 0.5 mg/kg iv at 0 h;"
            + " eef2k-inhibitor 5 mg/kg po at 0 h for 1 h; citalopram 5 mg/kg in at 0 h;"
            + " mrk-016 3 mg/kg ip at 0 h; hm3dq all at 0 h for 9 h";
    Reading reading = Reading.of(everything, Species.RAT);
    double h = 1e-4;
    for (double t : new double[] {0.05, 0.5, 0.9, 1.1, 3, 8}) {
      double difference =
          (reading.effect(target, t - 2 * h)
                  - 8 * reading.effect(target, t - h)
                  + 8 * reading.effect(target, t + h)
                  - reading.effect(target, t + 2 * h))
              / (12 * h);
      assertTrue(difference != 0, target + " is not acted on at " + t);
      // fourth order: (20 h⁻¹ · 1e-4)⁴ ≈ 2e-11; rounding 1e-16/1e-4 = 1e-12
      assertEquals(difference, reading.effectPerHour(target, t), 1e-9 * (1 + Math.abs(difference)));
    }
  }

  @Test
  void breakpointsAreReadFromBothSides() {
    Reading reading =
        Reading.of(
            "ketamine 1 mg/kg iv at 1 h for 1 h; hm3dq inhibitory at 1 h for 1 h", Species.HUMAN);
    int nmda = Target.NMDA_INHIBITORY.ordinal();
    int drive = Target.EXCITABILITY_INHIBITORY.ordinal();
    assertArrayEquals(new double[Target.values().length], reading.before(0)[0]);
    assertArrayEquals(new double[Target.values().length], reading.before(0)[1]);
    assertEquals(0, reading.after(0)[0][nmda], 1e-15);
    assertEquals(4, reading.after(0)[1][drive], 1e-14); // k·D right after switching on
    // at the end the level is continuous and its rate jumps
    assertEquals(reading.before(1)[0][nmda], reading.after(1)[0][nmda], 1e-14);
    assertEquals(reading.before(1)[0][drive], reading.after(1)[0][drive], 1e-15);
    assertEquals(-4, reading.after(1)[1][drive] - reading.before(1)[1][drive], 1e-14);
  }

  @Test
  void anIntravenousBolusJumpsInPlasmaAndNotInTheBrain() {
    Reading reading = Reading.of("hnk 10 mg/kg iv at 1 h", Species.MOUSE);
    Kinetics kinetics = Compounds.hnk().kinetics(Species.MOUSE).orElseThrow();
    double jump = 10 / 239.70 * 1000 / kinetics.central().volumeLitresPerKilogram();
    assertEquals(jump, reading.plasma("hnk", 1), 1e-13);
    assertEquals(0, reading.plasma("hnk", Math.nextDown(1.0)));
    assertEquals(0, reading.brain("hnk", 1), 1e-15);
  }

  @Test
  void segmentsThatDoNotExistAreRefused() {
    Exposure.Cursor cursor = Exposure.none().newCursor();
    assertThrows(IndexOutOfBoundsException.class, () -> cursor.enterSegment(1));
    assertThrows(IndexOutOfBoundsException.class, () -> cursor.enterSegment(-1));
    assertEquals(0, cursor.concentrationMicromolar("ketamine", Site.BRAIN, 5));
  }
}
