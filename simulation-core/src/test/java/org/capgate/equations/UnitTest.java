package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.MICROMOLAR;
import static org.capgate.equations.Unit.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UnitTest {
  @Test
  void exponentsAddAndCancelExactly() {
    Unit rate = MICROMOLAR.power(2).per(HOUR);
    assertEquals(MICROMOLAR, rate.times(HOUR).per(MICROMOLAR));
    assertEquals(DIMENSIONLESS, rate.per(rate));
    assertEquals(MICROMOLAR, MICROMOLAR.power(4).squareRoot().squareRoot());
    assertEquals(DIMENSIONLESS, rate.power(0));
  }

  @Test
  void nothingIsConvertedBetweenBaseUnits() {
    assertNotEquals(HOUR, SECOND);
    assertNotEquals(HERTZ, SECOND.power(-1));
    assertEquals(HOUR, Unit.base("h"));
  }

  @Test
  void anOddExponentHasNoSquareRoot() {
    DimensionException refused =
        assertThrows(DimensionException.class, () -> MICROMOLAR.power(2).per(HOUR).squareRoot());
    assertEquals(
        "cannot take the square root of µM² h⁻¹: the exponent of h is odd", refused.getMessage());
  }

  @Test
  void unitsPrintPositiveExponentsFirst() {
    assertEquals("µM² h⁻¹", MICROMOLAR.power(2).per(HOUR).toString());
    assertEquals("h⁻¹⁰ µM⁻¹", MICROMOLAR.power(-1).per(HOUR.power(10)).toString());
    assertEquals("\\mathrm{µM\\,h^{-1}}", MICROMOLAR.per(HOUR).latex());
    assertEquals("dimensionless", DIMENSIONLESS.toString());
  }
}
