package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.capgate.input.InputException;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFileTest {

  private static ParameterSet read(String csv) {
    return ParameterFile.read("p.csv", new StringReader(csv), ParameterSet.standard());
  }

  @Test
  void onlyTheNamedParametersChange() {
    ParameterSet changed = read("name,value\nbdnfTimeHours,1.2\nglutamateTimeHours,0.3\n");
    ParameterSet standard = ParameterSet.standard();
    assertEquals(1.2, changed.value("bdnfTimeHours"));
    assertEquals(0.3, changed.value("glutamateTimeHours"));
    for (String name : standard.names()) {
      if (!name.equals("bdnfTimeHours") && !name.equals("glutamateTimeHours")) {
        assertEquals(standard.value(name), changed.value(name), name);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bdnfTimeHour,1 | p.csv:2:1: name: unknown parameter 'bdnfTimeHour', did you mean"
            + " 'bdnfTimeHours'?",
        "bdnfTimeHours,99 | p.csv:2:15: bdnfTimeHours must be in [0.1, 1.5] h, but was 99",
        "bdnfTimeHours,fast | p.csv:2:15: value: must be a number, but was 'fast'",
        "bdnfTimeHours,NaN | p.csv:2:15: value: must be a number, but was 'NaN'",
        "bdnfTimeHours, | p.csv:2:15: value: must not be empty",
        ",1 | p.csv:2:1: name: must not be empty",
        "bdnfTimeHours,1,2 | the row has 3 fields, the header has 2"
      })
  void aWrongRowIsRefusedWithItsPlace(String row, String complaint) {
    refused("name,value\n" + row + "\n", complaint);
  }

  @Test
  void aParameterStatedTwiceIsRefused() {
    refused(
        "name,value\nbdnfTimeHours,1\nbdnfTimeHours,1\n",
        "p.csv:3:1: name: 'bdnfTimeHours' is stated twice, first at p.csv:2:1");
  }

  @Test
  void theHeaderIsFixed() {
    refused("name,values\nbdnfTimeHours,1\n", "unknown column 'values', did you mean 'value'?");
    refused("name,value\n", "the table has a header but no parameters");
  }

  private static void refused(String csv, String complaint) {
    InputException refused = assertThrows(InputException.class, () -> read(csv));
    assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused::toString);
  }
}
