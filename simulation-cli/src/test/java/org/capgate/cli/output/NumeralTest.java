package org.capgate.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumeralTest {
  @Test
  void roundedZeroHasNoSign() {
    assertEquals("0.000", Numeral.fixed(-0.0004, 3));
    assertEquals("-0.001", Numeral.fixed(-0.0006, 3));
    assertEquals("0.0 %", Numeral.percent(-0.0004));
  }

  @Test
  void percentIsSigned() {
    assertEquals("+12.3 %", Numeral.percent(0.1234));
    assertEquals("-19.8 %", Numeral.percent(-0.198));
  }

  @Test
  void digitsAreSignificant() {
    assertEquals("-0.002209", Numeral.digits(-0.0022088, 4));
    assertEquals("452.7", Numeral.digits(452.71, 4));
    assertEquals("12346", Numeral.digits(12345.6, 4));
    assertEquals("0", Numeral.digits(0, 4));
  }

  @Test
  void compactNumbersHaveFourDigitsAndNoZerosAtTheEnd() {
    assertEquals("0.3", Numeral.compact(0.3));
    assertEquals("500", Numeral.compact(500));
    assertEquals("12350", Numeral.compact(12345.6));
    assertEquals("-1.389e-6", Numeral.compact(-1.38889e-6));
    assertEquals("2e7", Numeral.compact(2e7));
    assertEquals("0", Numeral.compact(0));
  }

  @Test
  void timesAreHoursUpToADay() {
    assertEquals("0.5 h", Numeral.time(0.5));
    assertEquals("24 h", Numeral.time(24));
    assertEquals("7 d", Numeral.time(168));
  }
}
