package org.capgate.treatment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.capgate.exposure.Exposure;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimenTest {

  private static final Place PLACE = new Place("findings.csv", 7, 40);

  private static Regimen parse(String text) {
    return Regimen.parse(text, PLACE, CompoundCatalogue.standard());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "ketamine 10 mg/kg ip at 0 h",
        "ketamine 0.5 mg/kg iv at 0 h for 0.667 h",
        "rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip at 0 h",
        "ketamine 1 uM bath at 0 h for 0.5 h",
        "nbqx 10 uM bath at -0.25 h",
        "citalopram 20 mg po at 0 h every 24 h for 56 d",
        "ketamine 0.5 mg/kg iv at 24 h for 0.667 h every 72 h for 14 d",
        "s-ketamine 56 mg in at 0 h; d2-ketamine 1 mg/kg ip at 1 h; r-ketamine 1 mg/kg ip at 2 h",
        "hm3dq inhibitory at 0 h for 1 h; hm4di all at 2 h for 0.5 h",
        "vehicle 0 mg/kg ip at 0 h",
        "mk-801 0.1 mg/kg ip at 1.0E-5 h"
      })
  void canonicalTextIsReadAndPrintedBack(String text) {
    Regimen regimen = parse(text);
    assertEquals(text, regimen.text());
    assertEquals(regimen, parse(regimen.text()));
    assertEquals(regimen.hashCode(), parse(regimen.text()).hashCode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ketamine 10 mg/kg ip,ketamine 10 mg/kg ip at 0 h",
    "untreated,none",
    "vehicle,vehicle 0 mg/kg ip at 0 h",
    "vehicle; ketamine 10 mg/kg ip,vehicle 0 mg/kg ip at 0 h; ketamine 10 mg/kg ip at 0 h",
    "ketamine 0.5 mg/kg iv for 0.667 h at 2 h,ketamine 0.5 mg/kg iv at 2 h for 0.667 h",
    "ketamine 0.5 mg/kg iv for 14 d every 72 h at 24 h for 0.667 h,"
        + "ketamine 0.5 mg/kg iv at 24 h for 0.667 h every 72 h for 14 d",
    "hm4di all for 0.5 h,hm4di all at 0 h for 0.5 h",
    "ketamine 0.5 mg/kg iv at -30 min for 45 min every 90 min for 1 d,"
        + "ketamine 0.5 mg/kg iv at -0.5 h for 0.75 h every 1.5 h for 1 d",
    "hm4di all at 1 h for 3 min,hm4di all at 1 h for 0.05 h",
    "hm4di all for 0.5 h at 2 h,hm4di all at 2 h for 0.5 h",
    "citalopram 20 mg po every 24 h for 56 d,citalopram 20 mg po at 0 h every 24 h for 56 d",
    "  ketamine   10 mg/kg ip at 0 h  ,ketamine 10 mg/kg ip at 0 h",
    "esketamine 1e1 mg in at 0.0 h,s-ketamine 10 mg in at 0 h",
    "'(2R,6R)-HNK 10 mg/kg ip at 0 h',hnk 10 mg/kg ip at 0 h",
    "saline 1 mg/kg iv at 0 h;ketamine 1 µM bath at 1 h,"
        + "vehicle 1 mg/kg iv at 0 h; ketamine 1 uM bath at 1 h"
  })
  void otherSpellingsAreReadAsTheCanonicalOne(String written, String canonical) {
    assertEquals(canonical, parse(written).text());
  }

  @Test
  void codeAndTextGiveEqualRegimens() {
    Regimen code =
        Regimen.of(
            Dose.of(Compounds.ketamine(), 10, AmountUnit.MG_PER_KG).intraperitoneal().atHours(0),
            Dose.of(Compounds.ketamine(), 0.5, AmountUnit.MG_PER_KG)
                .intravenous()
                .atHours(24)
                .infusedForHours(0.667)
                .everyHours(72)
                .forDays(14),
            Dose.of(Compounds.hnk(), 3, AmountUnit.MICROMOLAR).bath().infusedForHours(2),
            Actuation.of("hm4di", Cells.EXCITATORY).atHours(-1).forHours(2));
    assertEquals(code, parse(code.text()));
    assertEquals(4, code.administrations().size());
    assertTrue(parse("none").isNone());
    assertFalse(code.isNone());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | 40 | must not be empty",
        "\"   \" | 40 | must not be empty",
        "none ketamine | 45 | 'none' stands alone, but was followed by 'ketamine'",
        "ketamin 10 mg/kg ip at 0 h | 40 | unknown compound 'ketamin', did you mean 'ketamine'?",
        "Ketamine 10 mg/kg ip at 0 h | 40 | unknown compound 'Ketamine', did you mean 'ketamine'?",
        "ketamine | 48 | amount must be a number, but was the end",
        "ketamine ten mg/kg ip at 0 h | 49 | amount must be a number, but was 'ten'",
        "ketamine -1 mg/kg ip at 0 h | 49 | amount must be finite and >= 0, but was -1",
        "ketamine NaN mg/kg ip at 0 h | 49 | amount must be a number, but was 'NaN'",
        "ketamine 1e999 mg/kg ip at 0 h | 49 | amount must be a number, but was '1e999'",
        "ketamine 10001 mg/kg ip at 0 h | 49 | between 0 and 10000 mg/kg, but was 10001",
        "ketamine 10mg/kg ip at 0 h | 49 | amount must be a number, but was '10mg/kg'",
        "ketamine 10 mgkg ip at 0 h | 52 | unknown unit 'mgkg', did you mean 'mg/kg'?",
        "ketamine 10 | 51 | a unit is missing, one of mg/kg, mg, nmol, uM",
        "ketamine 10 mg/kg pi at 0 h | 58 | unknown route 'pi', did you mean 'ip'?",
        "ketamine 10 mg/kg at 0 h | 58 | unknown route 'at'",
        "ketamine 10 mg/kg ip at 0 h at 1 h | 68 | 'at' is stated twice",
        "ketamine 1 mg/kg iv for 1 h for 2 h | 68 | 'for' is stated twice",
        "ketamine 1 mg/kg iv every 9 h every 8 h for 1 d | 70 | 'every' is stated twice",
        "ketamine 10 mg/kg ip 0 h | 61 | unknown word '0'",
        "ketamine 10 mg/kg ip at zero h | 64 | start must be a number, but was 'zero'",
        "ketamine 10 mg/kg ip at 1e7 h | 64 | start must be between -876000 and 876000 h",
        "ketamine 10 mg/kg ip at 0 | 65 | the unit of the start must follow: h or min, but was the end",
        "ketamine 10 mg/kg ip at 0 s | 66 | must follow: h or min, but was 's'",
        "ketamine 10 mg/kg ip at 0 h for 0 h | 72 | duration must be between 1.0E-6 and 876000 h",
        "ketamine 10 mg/kg ip at 0 h for -1 h | 72 | but was -1",
        "ketamine 1 mg/kg iv for 6e7 min | 64 | duration must be between 1.0E-6 and 876000 h",
        "ketamine 1 mg/kg iv for 2 minutes | 66 | must follow: h or min, but was 'minutes'",
        "ketamine 1 mg/kg iv every 9 min for 90 min | 79 | must follow: d, but was 'min'",
        "ketamine 10 mg/kg ip at 0 h for 1 d | 74 | must follow: h or min, but was 'd'",
        "ketamine 10 mg/kg ip at 0 h fro 1 h | 68 | unknown word 'fro', did you mean 'for'?",
        "ketamine 10 mg/kg ip at 0 h every 24 h | 78 | every P h for D d, but was the end",
        "ketamine 10 mg/kg ip at 0 h every 24 h for 3 h | 85 | must follow: d, but was 'h'",
        "ketamine 10 mg/kg ip at 0 h every 0 h for 3 d | 74 | interval must be between",
        "ketamine 10 mg/kg ip at 0 h every 1e-6 h for 9 d | 40 | at most 100000 doses",
        "ketamine 10 mg/kg ip at 0 h; | 68 | a compound is missing before the end",
        "ketamine 10 mg/kg ip at 0 h;; none | 68 | a compound is missing before ';'",
        "ketamine 10 mg/kg ip at 0 h none | 68 | unknown word 'none'",
        "ketamine 10 mg/kg ip at 0 h; hkn 1 mg/kg ip at 0 h | 69 | did you mean 'hnk'?",
        "ketamine 10 mg/kg bath at 0 h | 40 | a bath is dosed in uM and nothing else is",
        "ketamine 10 uM ip at 0 h | 40 | a bath is dosed in uM and nothing else is",
        "hm3dq at 0 h for 1 h | 46 | unknown cells 'at', did you mean 'all'?",
        "hm3dq inhibitry at 0 h for 1 h | 46 | did you mean 'inhibitory'?",
        "hm3dq all at 0 h | 56 | how long 'hm3dq' acts must be said: for D h, but was the end",
        "hm3dq 1 mg/kg ip at 0 h | 46 | unknown cells '1'",
        "hm4di all at 0 h for 0 h | 61 | duration must be between"
      })
  void mistakesNameThePlaceAndTheWord(String text, int column, String complaint) {
    InputException e = assertThrows(InputException.class, () -> parse(text));
    String where = "findings.csv:7:" + column + ": ";
    assertTrue(e.getMessage().startsWith(where), where + " expected in " + e.getMessage());
  }

  @Test
  void endlessTreatmentsAreRefusedAtOnce() {
    String many = "ketamine 1 mg/kg ip at 0 h every 0.01 h for 41 d; ".repeat(3);
    Regimen regimen = parse(many + "ketamine 1 mg/kg ip at 0 h");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), // takes milliseconds; the margin is for a busy machine
        () -> {
          InputException e =
              assertThrows(
                  InputException.class,
                  () ->
                      Exposure.of(
                          regimen,
                          Species.MOUSE,
                          Preparation.IN_VIVO,
                          CompoundCatalogue.standard()));
          assertTrue(e.getMessage().contains("at most 200000 single doses"), e.getMessage());
          assertThrows(InputException.class, () -> parse("x ".repeat(100_000)));
        });
  }

  @Test
  void dosesBuiltInCodeAreCheckedByName() {
    Dose.Amount ten = Dose.of("ketamine", 10, AmountUnit.MG_PER_KG);
    assertRefused("amount", () -> Dose.of("ketamine", -1, AmountUnit.MG).oral());
    assertRefused("startHours", () -> ten.oral().atHours(Double.NaN));
    assertRefused("durationHours", () -> ten.intravenous().infusedForHours(0));
    assertRefused("intervalHours", () -> ten.oral().everyHours(-24));
    assertRefused("repeatDays", () -> ten.oral().everyHours(24).forDays(0));
    assertRefused("a bath is dosed in uM", ten::bath);
    assertRefused("durationHours", () -> Actuation.of("hm3dq", Cells.ALL).forHours(0));
  }

  private static void assertRefused(String named, org.junit.jupiter.api.function.Executable made) {
    String message = assertThrows(IllegalArgumentException.class, made).getMessage();
    assertTrue(message.startsWith(named), message);
  }
}
