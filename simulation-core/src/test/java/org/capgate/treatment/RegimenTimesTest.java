package org.capgate.treatment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.dynamics.TimeSpan;
import org.capgate.exposure.Exposure;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When things are given, against runs, readings and each other. */
class RegimenTimesTest {

  @Test
  void whatBeginsBeforeARunIsNotLostWithoutAWord() {
    Regimen regimen = parsed("rapamycin 5 mg/kg ip at -24 h; ketamine 10 mg/kg ip at 0 h");
    assertEquals(-24, regimen.firstHours());
    assertDoesNotThrow(() -> regimen.requireWithin(TimeSpan.hours(-24, 24)));
    InputException refused =
        assertThrows(InputException.class, () -> regimen.requireWithin(TimeSpan.hours(-23.5, 24)));
    assertTrue(
        refused
            .getMessage()
            .contains(
                "'rapamycin 5 mg/kg ip at -24 h' begins at -24 h, before the run starts at -23.5 h"),
        refused.getMessage());
  }

  @Test
  void whatBeginsWhenARunEndsIsRefusedAndRepetitionBeyondItIsNot() {
    TimeSpan week = TimeSpan.days(0, 7);
    assertThrows(InputException.class, () -> parsed("hnk 1 mg/kg ip at 168 h").requireWithin(week));
    assertDoesNotThrow(
        () -> parsed("citalopram 10 mg/kg ip at 0 h every 24 h for 56 d").requireWithin(week));
  }

  @Test
  void aReadingComesAfterEverythingThatIsGiven() {
    Regimen regimen = parsed("ketamine 10 mg/kg ip at 30 h");
    InputException refused =
        assertThrows(
            InputException.class, () -> regimen.requireRead(24, new Place("late.csv", 2, 9)));
    assertEquals(
        "late.csv:2:9: is read at 24 h, but 'ketamine 10 mg/kg ip at 30 h' begins at 30 h, which"
            + " that reading cannot show",
        refused.getMessage());
    assertThrows(InputException.class, () -> regimen.requireRead(30, Place.UNKNOWN));
    assertDoesNotThrow(() -> regimen.requireRead(30.1, Place.UNKNOWN));
    assertDoesNotThrow(() -> Regimen.none().requireRead(-5, Place.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hm3dq inhibitory at 0 h for 2 h; hm3dq inhibitory at 0 h for 2 h",
        "hm3dq inhibitory at 0 h for 1.5 h; hm3dq inhibitory at 0.5 h for 1.5 h",
        "hm3dq inhibitory at 0 h for 5 h; hm3dq inhibitory at 1 h for 1 h",
        "hm3dq inhibitory at 1 h for 1 h; hm3dq inhibitory at 0 h for 5 h",
        "hm3dq all at 0 h for 2 h; hm3dq inhibitory at 1 h for 2 h",
        "hm3dq excitatory at 0 h for 2 h; hm3dq inhibitory at 0 h for 9 h; hm3dq all at 8 h for 2 h"
      })
  void anActuatorIsOnOrOff(String text) {
    refusedAsLevel(parsed(text), Preparation.IN_VIVO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ketamine 10 uM bath at 0 h; ketamine 10 uM bath at 0 h",
        "ketamine 10 uM bath at 0 h; ketamine 20 uM bath at 1 h for 1 h",
        "ketamine 10 uM bath at 0 h for 2 h; ketamine 10 uM bath at 1.999999999 h for 1 h",
        "ketamine 10 uM bath at 0 h every 1 h for 0.2 d",
        "ketamine 10 uM bath at 0 h for 1.5 h every 1 h for 0.2 d"
      })
  void bathsDoNotAddUp(String text) {
    refusedAsLevel(parsed(text), Preparation.SLICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in-vivo | hm3dq inhibitory at 0 h for 1 h; hm3dq inhibitory at 1 h for 1 h",
        "in-vivo | hm3dq inhibitory at 0 h for 2 h; hm4di inhibitory at 1 h for 2 h",
        "in-vivo | hm3dq inhibitory at 0 h for 2 h; hm3dq excitatory at 1 h for 2 h",
        "in-vivo | ketamine 10 mg/kg ip at 0 h; ketamine 10 mg/kg ip at 0 h",
        "in-vivo | ketamine 1 mg/kg iv at 0 h for 2 h; ketamine 1 mg/kg iv at 1 h for 2 h",
        "slice | ketamine 10 uM bath at 0 h for 0.1 h; ketamine 10 uM bath at 0.1 h for 0.2 h",
        "slice | ketamine 10 uM bath at 0 h for 0.1 h every 0.1 h for 0.1 d",
        "slice | ketamine 10 uM bath at 0 h; hnk 10 uM bath at 0 h"
      })
  void whatFollowsOrIsAnAmountOrAnotherCompoundIsFine(String preparation, String text) {
    Preparation where = Preparation.of(preparation);
    assertDoesNotThrow(
        () -> Exposure.of(parsed(text), Species.MOUSE, where, CompoundCatalogue.standard()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 1.0 / 3, 2.0 / 3})
  void aDoseIsAtTheInstantOneWouldWrite(double hours) {
    Dose dose =
        Dose.of("ketamine", 10, AmountUnit.MG_PER_KG).intravenous().atHours(3 * hours - 2 * hours);
    assertEquals(Dose.of("ketamine", 10, AmountUnit.MG_PER_KG).intravenous().atHours(hours), dose);
    assertTrue(
        dose.text().length() < "ketamine 10 mg/kg iv at 0.3333333333 h".length(), dose.text());
  }

  private static void refusedAsLevel(Regimen regimen, Preparation preparation) {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> Exposure.of(regimen, Species.MOUSE, preparation, CompoundCatalogue.standard()));
    assertTrue(refused.getMessage().contains("does not add up"), refused.getMessage());
  }

  private static Regimen parsed(String text) {
    return Regimen.parse(text, Place.UNKNOWN, CompoundCatalogue.standard());
  }
}
