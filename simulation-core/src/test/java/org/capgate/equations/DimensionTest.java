package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.MICROMOLAR;
import static org.capgate.equations.Unit.SECOND;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DimensionTest {
  private final EquationSystem.Builder e = EquationSystem.named("planted");
  private final Symbol tau = e.parameter("tauHours", HOUR, "");
  private final Symbol half = e.parameter("halfMicromolar", MICROMOLAR, "");
  private final Symbol gain = e.parameter("gain", DIMENSIONLESS, "");

  @BeforeEach
  void firstAnInnocentEquation() {
    e.mechanism("mTORC1").define("ratio", DIMENSIONLESS, "", half.over(half));
  }

  private void refused(String message) {
    assertEquals(message, assertThrows(DimensionException.class, e::build).getMessage());
  }

  @Test
  void aRateInTheWrongUnitIsRefusedNamingTheEquation() {
    Symbol x = e.state("xMicromolar", MICROMOLAR, "");
    e.rateOf(x).is(half.minus(x).times(tau));
    refused(
        "equation 2 (rate of xMicromolar, mTORC1): dxMicromolar/dt must be in µM h⁻¹, but '(halfMicromolar - xMicromolar) * tauHours' is in h µM");
  }

  @Test
  void addingUnlikeUnitsIsRefusedNamingBothOperands() {
    e.define("sum", MICROMOLAR, "", half.times(gain.plus(tau)));
    refused(
        "equation 2 (definition of sum, mTORC1): cannot add unlike units: 'gain' is in dimensionless, 'tauHours' is in h");
  }

  @Test
  void subtractingABareNumberFromAConcentrationIsRefused() {
    e.readout("excess", MICROMOLAR, "", half.minus(1));
    refused(
        "equation 2 (readout excess, mTORC1): cannot subtract unlike units: 'halfMicromolar' is in µM, '1' is in dimensionless");
  }

  @Test
  void aBareZeroIsNoExceptionButAQuantityHelps() {
    Expression zeroed = half.plus(0);
    assertThrows(DimensionException.class, zeroed::unit);
    assertEquals(MICROMOLAR, half.plus(Expressions.quantity(0, MICROMOLAR)).unit());
  }

  @Test
  void aTimeConstantInSecondsIsRefused() {
    Symbol seconds = e.parameter("tauSeconds", SECOND, "");
    Symbol rate = e.quasiSteady("rateHertz", HERTZ, "");
    e.relaxationOf(rate).to(rate.times(gain)).within(seconds);
    refused(
        "equation 2 (relaxation of rateHertz, mTORC1): the time constant of rateHertz must be in h, but 'tauSeconds' is in s");
  }

  @Test
  void aTargetInAnotherUnitIsRefused() {
    Symbol rate = e.quasiSteady("rateHertz", HERTZ, "");
    e.relaxationOf(rate).to(gain).within(tau);
    refused(
        "equation 2 (relaxation of rateHertz, mTORC1): the target of rateHertz must be in Hz, but 'gain' is in dimensionless");
  }

  @Test
  void anIncoherentResidualIsRefused() {
    Symbol free = e.algebraic("freeMicromolar", MICROMOLAR, "");
    e.residualOf(free).is(half.times(free).minus(free));
    refused(
        "equation 2 (residual of freeMicromolar, mTORC1): cannot subtract unlike units: "
            + "'halfMicromolar * freeMicromolar' is in µM², 'freeMicromolar' is in µM");
  }

  @Test
  void anIncoherentReferenceIsRefused() {
    e.reference("restMicromolar", MICROMOLAR, "", half.power(2));
    refused(
        "equation 2 (reference restMicromolar, mTORC1): restMicromolar must be in µM, but 'halfMicromolar^2' is in µM²");
  }

  @Test
  void theRootOfAnOddPowerIsRefusedNamingTheTerm() {
    e.define("root", MICROMOLAR, "", half.power(3).squareRoot());
    refused(
        "equation 2 (definition of root, mTORC1): cannot take the square root of µM³: the exponent of µM is odd in 'sqrt(halfMicromolar^3)'");
  }

  @Test
  void aConversionIsAQuantity() {
    Symbol seconds = e.parameter("tauSeconds", SECOND, "");
    e.define("tauInHours", HOUR, "", seconds.over(Expressions.quantity(3600, SECOND.per(HOUR))));
    assertDoesNotThrow(e::build);
  }
}
