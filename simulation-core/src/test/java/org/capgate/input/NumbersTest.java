package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"10,10", "0.5,0.5", ".5,0.5", "5.,5", "1e-3,0.001", "-2E+2,-200", "+4,4"})
  void plainDecimalsAreNumbers(String word, double value) {
    assertEquals(value, Numbers.parse(word).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "1d",
        "1,5",
        "1e999",
        "e5",
        ".",
        "--1",
        "٣",
        "1 2"
      })
  void everythingElseIsNot(String word) {
    assertTrue(Numbers.parse(word).isEmpty(), word);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0 / 3.0, 1e-300, 12345678.9, 40})
  void textReadsBackAsTheSameNumber(double value) {
    assertEquals(value, Numbers.parse(Numbers.text(value)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, Double.NaN, Double.POSITIVE_INFINITY})
  void boundsNameTheValueTheBoundAndTheUnit(double wrong) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Bounds.nonNegative("h⁻¹").check("offPerHour", wrong))
            .getMessage();
    assertEquals("offPerHour must be finite and >= 0 h⁻¹, but was " + Numbers.text(wrong), message);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1e-300,true", "1,true", "1.0001,false"})
  void anOpenLowerBoundExcludesItself(double value, boolean inside) {
    assertEquals(inside, Bounds.positive("").atMost(1).contains(value));
  }
}
