package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0.123, +12.3 %",
    "0.05, +5 %",
    "-0.05, -5 %",
    "0, 0 %",
    "0.0004, 0 %",
    "-0.0004, 0 %",
    "Infinity, +infinite",
    "-Infinity, -infinite"
  })
  void aChangeIsShownAsAPercentageWithItsSign(double fraction, String shown) {
    assertEquals(shown, Text.signedPercent(fraction));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"0.123, 12.3 %", "-0.05, -5 %", "0, 0 %", "Infinity, infinite"})
  void aShareIsShownWithoutAPlus(double fraction, String shown) {
    assertEquals(shown, Text.percent(fraction));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "164.24, 164.2",
    "0.78119, 0.7812",
    "-3, -3",
    "0, 0",
    "1e-4, 0.0001",
    "9.999e-5, 9.999e-05",
    "-9.999e-5, -9.999e-05",
    "999949, 999900",
    "1e6, 1.000e+06",
    "-1e6, -1.000e+06"
  })
  void aNumberHasFourDigitsAndAnExponentOnlyWhereItIsSmallOrLarge(double value, String shown) {
    assertEquals(shown, Text.number(value));
  }

  @Test
  void aQuantityCarriesItsUnitUnlessItHasNone() {
    assertEquals("164.2 s", Text.quantity(164.2, "s"));
    assertEquals("0.5", Text.quantity(0.5, "1"));
    assertEquals("0.5", Text.quantity(0.5, ""));
  }
}
