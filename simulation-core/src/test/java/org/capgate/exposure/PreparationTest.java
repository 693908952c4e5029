package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.treatment.Actuation;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Cells;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {

  @Test
  void cellsOfASliceSeeTheBathAfterAShortWashIn() {
    Reading slice = Reading.ofSlice("ketamine 1 uM bath at 0 h for 0.5 h");
    double k = Kinetics.BATH_PER_HOUR;
    assertEquals(1 - StrictMath.exp(-k * 0.1), slice.brain("ketamine", 0.1), 1e-15);
    assertEquals(1, slice.brain("ketamine", 0.4), 1e-5); // 12 time constants
    double left = (1 - StrictMath.exp(-k * 0.5)) * StrictMath.exp(-k * 0.1);
    assertEquals(left, slice.brain("ketamine", 0.6), 1e-15);
  }

  @Test
  void aBathHasNoPlasmaAndNoMetabolites() {
    Reading slice = Reading.ofSlice("ketamine 10 uM bath at 0 h");
    assertEquals(0, slice.plasma("ketamine", 5));
    assertEquals(0, slice.brain("norketamine", 5));
    assertEquals(10, slice.brain("ketamine", 500), 1e-12); // lasts until the end
    assertEquals(1, slice.breakpointsHours().length);
  }

  @Test
  void oneBathMayFollowAnother() {
    Reading slice =
        Reading.ofSlice("ketamine 2 uM bath at 0 h for 1 h; ketamine 3 uM bath at 1 h for 1 h");
    assertEquals(2, slice.brain("ketamine", 1), 1e-10);
    assertEquals(3, slice.brain("ketamine", 2), 1e-10);
    assertEquals(0, slice.brain("ketamine", 4), 1e-10);
  }

  @Test
  void trappingCompoundsLeaveASliceSlowly() {
    Reading slice = Reading.ofSlice("mk-801 1 uM bath at 0 h for 4 h");
    double washedOut = slice.effect(Target.NMDA_EXCITATORY, 5);
    assertTrue(slice.brain("mk-801", 5) < 1e-9 && washedOut < -0.5, "effect " + washedOut);
  }

  @Test
  void actuatorsRiseAndFallWithinAQuarterOfAnHourInAnyPreparation() {
    String pulse = "hm3dq inhibitory at 1 h for 2 h; hm4di all at 10 h for 1 h";
    for (Reading reading :
        new Reading[] {Reading.of(pulse, Species.HUMAN), Reading.ofSlice(pulse)}) {
      assertEquals(0, reading.effect(Target.EXCITABILITY_INHIBITORY, 0.9));
      assertEquals(0, reading.brain("hm3dq", 2)); // an activation is no concentration
      assertEquals(
          1 - StrictMath.exp(-1), reading.effect(Target.EXCITABILITY_INHIBITORY, 1.25), 1e-14);
      assertEquals(0, reading.effect(Target.EXCITABILITY_EXCITATORY, 2));
      assertEquals(
          reading.effect(Target.EXCITABILITY_EXCITATORY, 10.9),
          reading.effect(Target.EXCITABILITY_INHIBITORY, 10.9),
          1e-12); // what hm3dq left after 7.9 h
      assertEquals(-1, reading.effect(Target.EXCITABILITY_EXCITATORY, 11), 0.02);
    }
  }

  @Test
  void doseUnitsAgree() {
    double perKilogram =
        Reading.of("ketamine 10 mg/kg ip at 0 h", Species.RAT).brain("ketamine", 1);
    double absolute = Reading.of("ketamine 2.75 mg ip at 0 h", Species.RAT).brain("ketamine", 1);
    double nanomoles = 2.75e6 / 237.73;
    double molar =
        Reading.of("ketamine " + nanomoles + " nmol ip at 0 h", Species.RAT).brain("ketamine", 1);
    assertEquals(perKilogram, absolute, 1e-13);
    assertEquals(perKilogram, molar, 1e-12);
  }

  @ParameterizedTest(name = "{0} in {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ketamine 1 uM bath at 0 h | MOUSE | IN_VIVO | a bath needs a slice",
        "ketamine 10 mg/kg ip at 0 h | MOUSE | SLICE | a slice is treated through its bath",
        "ketamine 5 mg iv at 0 h for 1 h | MOUSE | SLICE | a slice is treated through its bath",
        "nbqx 1 mg/kg iv at 0 h | HUMAN | IN_VIVO | no kinetics for human, known for mouse, rat",
        "ketamine 1 mg/kg ip at 0 h | HUMAN | IN_VIVO | no route ip in human, known are iv, po, in",
        "rapamycin 1 nmol icv at 0 h | HUMAN | IN_VIVO | no route icv in human"
      })
  void dosesThatDoNotFitAreRefusedWithTheirPlace(
      String treatment, Species species, Preparation preparation, String complaint) {
    CompoundCatalogue catalogue = CompoundCatalogue.standard();
    Regimen regimen = Regimen.parse(treatment, new Place("f", 3, 1), catalogue);
    InputException e =
        assertThrows(
            InputException.class, () -> Exposure.of(regimen, species, preparation, catalogue));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
    assertTrue(e.getMessage().startsWith("f:3:1: "), e.getMessage());
  }

  @Test
  void aRegimenBuiltInCodeNamesWhatTheCatalogueLacks() {
    Regimen regimen =
        Regimen.of(Dose.of("ketamin", 1, AmountUnit.MG_PER_KG).intravenous().atHours(1));
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                Exposure.of(
                    regimen, Species.MOUSE, Preparation.IN_VIVO, CompoundCatalogue.standard()));
    assertEquals("unknown compound 'ketamin', did you mean 'ketamine'?", e.getMessage());
  }

  @Test
  void drugsAreNoActuatorsAndActuatorsNoDrugs() {
    CompoundCatalogue catalogue = CompoundCatalogue.standard();
    Regimen drug = Regimen.of(Actuation.of("ketamine", Cells.ALL).atHours(0).forHours(1));
    Regimen actuator = Regimen.of(Dose.of("hm3dq", 1, AmountUnit.MG).oral());
    assertTrue(
        assertThrows(
                InputException.class,
                () -> Exposure.of(drug, Species.MOUSE, Preparation.IN_VIVO, catalogue))
            .getMessage()
            .contains("'ketamine' is no actuator"));
    assertTrue(
        assertThrows(
                InputException.class,
                () -> Exposure.of(actuator, Species.MOUSE, Preparation.IN_VIVO, catalogue))
            .getMessage()
            .contains("'hm3dq' is an actuator"));
  }
}
