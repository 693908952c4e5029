package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.exposure.Exposure;
import org.capgate.input.InputException;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewReaderTest {
  private static final CompoundChoices COMPOUNDS =
      new CompoundChoices(CompoundCatalogue.standard());

  private static View view(String query) {
    return ViewReader.read(query, COMPOUNDS);
  }

  @Test
  void anEmptyQueryIsTheUsualViewAndBack() {
    assertEquals(View.usual(), view(""));
    assertEquals("", ViewReader.query(View.usual()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "species=rat&dose=2.5",
        "stress=chronic&excitatory-4ebp2=0&inhibitory-eif4e=137.5",
        "species=human&dose=0.5&route=iv&infusion-hours=0.7&doses=6&every-hours=84&days=28",
        "compound=rapamycin&dose=0.2&unit=nmol&route=icv",
        "unit=mg",
      })
  void aViewReadsBackFromItsOwnQuery(String query) {
    View view = view(query);
    assertEquals(view, view(ViewReader.query(view)));
    assertEquals(query.replace("/", "%2F"), ViewReader.query(view));
  }

  @Test
  void theGenotypeScalesWhatTheSlidersSay() {
    assertEquals(
        "4EBP1 x0.5 excitatory; 4EBP2 x0 inhibitory; EIF4E x2 all",
        view("excitatory-4ebp1=50&inhibitory-4ebp2=0&excitatory-eif4e=200&inhibitory-eif4e=200")
            .genotype()
            .text());
    assertTrue(View.usual().genotype().isWildType());
  }

  @Test
  void asManyDosesAreGivenAsTheViewSays() {
    for (int doses = 1; doses <= 28; doses++) {
      View view = view("days=42&every-hours=5&doses=" + doses);
      long starts =
          Exposure.of(
                  view.treatment(),
                  view.species(),
                  org.capgate.treatment.Preparation.IN_VIVO,
                  CompoundCatalogue.standard())
              .breakpointsHours()
              .length;
      assertEquals(doses, starts);
      assertEquals(doses, view.doseHours().length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "spcies=mouse | query: unknown parameter 'spcies', did you mean 'species'?",
        "species=moose | species: unknown species 'moose', did you mean 'mouse'?",
        "compound=ketamin | compound: unknown compound 'ketamin', did you mean 'ketamine'?",
        "route=pi | route: unknown route 'pi'; known: iv, ip, po, in, icv",
        "unit=kg | unit: unknown unit 'kg'; known: mg/kg, mg, nmol",
        "species=human&route=icv | route: unknown route 'icv', did you mean 'iv'?",
        "dose=-1 | dose: must be between 0 and 1000, but was '-1'",
        "dose=NaN | dose: must be a number, but was 'NaN'",
        "dose=Infinity | dose: must be a number, but was 'Infinity'",
        "dose=1e308 | dose: must be between 0 and 1000, but was '1e308'",
        "dose=1e9999 | dose: must be a number, but was '1e9999'",
        "dose= | dose: must be a number, but was ''",
        "dose=1%2C5 | dose: must be a number, but was '1,5'",
        "excitatory-4ebp1=200.5 | excitatory-4ebp1: must be between 0 and 200 %, but was '200.5'",
        "excitatory-4ebp9=1 | query: unknown parameter 'excitatory-4ebp9', did you mean"
            + " 'excitatory-4ebp1'?",
        "doses=1000000 | doses: must be between 1 and 28, but was '1000000'",
        "doses=1.5 | doses: must be a whole number, but was 1.5",
        "days=0 | days: must be between 0.25 and 42 d, but was '0'",
        "days=3650 | days: must be between 0.25 and 42 d, but was '3650'",
        "every-hours=0.001 | every-hours: must be between 1 and 336 h, but was '0.001'",
        "infusion-hours=1e-9 | infusion-hours: must be 0 (at once) or >= 0.01 h, but was 1.0E-9",
        "dose=1&dose=2 | query: 'dose' is given twice",
        "dose | query: every part must be written name=value, but was 'dose'",
        "&dose=1 | query: every part must be written name=value, but was ''",
        "dose=%zz | query: '%' must be followed by two hexadecimal digits, but was '%zz'",
        "dose=%f | query: '%' must be followed by two hexadecimal digits, but was '%f'",
        "dose=%ff | query: must be UTF-8, but was '%ff'",
        "dose=1\u00b5 | query: other characters than ASCII must be encoded, but was '1\u00b5'",
      })
  void aSlipIsRefusedInOneLineThatNamesItAndTheWayOut(String query, String message) {
    InputException refused = assertThrows(InputException.class, () -> view(query));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void aQueryHasALongestLength() {
    InputException refused =
        assertThrows(InputException.class, () -> view("dose=" + "1".repeat(5000)));
    assertEquals("query: must have at most 2000 characters, but had 5005", refused.getMessage());
  }
}
