package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EquationSystemTest {
  private final EquationSystem.Builder e = EquationSystem.named("toy");
  private final Symbol gain = e.parameter("gain", DIMENSIONLESS, "");
  private final Symbol tau = e.parameter("tauHours", HOUR, "");

  private void refused(String message) {
    assertEquals(message, assertThrows(EquationException.class, e::build).getMessage());
  }

  @Test
  void aNameIsUsedOnce() {
    EquationException refused =
        assertThrows(EquationException.class, () -> e.state("gain", HERTZ, ""));
    assertEquals(
        "duplicate symbol 'gain' in toy: state, already a parameter", refused.getMessage());
  }

  @Test
  void aSymbolIsStatedOnce() {
    Symbol x = e.state("x", DIMENSIONLESS, "");
    e.rateOf(x).is(x.over(tau));
    e.mechanism("again").rateOf(x).is(gain.over(tau));
    refused(
        "two equations for 'x' in toy: equation 1 (rate of x, toy) and equation 2 (rate of x, again)");
  }

  @Test
  void aStateNeedsARate() {
    e.state("x", DIMENSIONLESS, "");
    refused("the state 'x' has no equation in toy");
  }

  @Test
  void anUnknownSymbolIsRefused() {
    Symbol foreign = EquationSystem.named("other").parameter("foreign", DIMENSIONLESS, "");
    e.define("d", DIMENSIONLESS, "", gain.plus(foreign));
    refused("equation 1 (definition of d, toy) uses 'foreign', which is undefined in toy");
  }

  @Test
  void aNamesakeFromAnotherSystemIsRefused() {
    Symbol namesake = EquationSystem.named("other").input("gain", HERTZ, "");
    e.define("d", HERTZ, "", namesake);
    refused(
        "equation 1 (definition of d, toy) uses a 'gain' of another system: an input in Hz, but in toy it is a parameter in dimensionless");
  }

  @Test
  void aCycleOfDefinitionsIsNamed() {
    Symbol first = e.defined("first", DIMENSIONLESS, "");
    Symbol second = e.define("second", DIMENSIONLESS, "", first.times(gain));
    Symbol third = e.define("third", DIMENSIONLESS, "", second.plus(1));
    e.valueOf(first).is(third.over(2));
    refused("cyclic definition in toy: second -> first -> third -> second");
  }

  @Test
  void definitionsMayBeUsedBeforeTheyAreStated() {
    Symbol later = e.defined("later", DIMENSIONLESS, "");
    e.define("sooner", DIMENSIONLESS, "", later.plus(gain));
    e.valueOf(later).is(gain.times(2));
    assertDoesNotThrow(e::build);
  }

  @Test
  void theModelMayNotDependOnAReadout() {
    Symbol mood = e.readout("mood", DIMENSIONLESS, "", gain);
    e.readout("immobility", DIMENSIONLESS, "", mood.times(2));
    e.reference("moodRest", DIMENSIONLESS, "", mood);
    assertDoesNotThrow(e::build);
    e.define("d", DIMENSIONLESS, "", mood);
    refused(
        "equation 4 (definition of d, toy) uses the readout 'mood'; only readouts and references may");
  }

  @Test
  void anEquationMustFitItsSymbol() {
    EquationException refused = assertThrows(EquationException.class, () -> e.rateOf(gain));
    assertEquals("rateOf needs a state, but 'gain' is a parameter", refused.getMessage());
  }

  @Test
  void aSourceWithoutItsEquationIsRefused() {
    e.source("Nobody 1900");
    refused("a description, source or option was given in toy, but no equation follows");
  }

  @Test
  void anUnknownNameIsNamed() {
    EquationException refused = assertThrows(EquationException.class, () -> e.build().find("gian"));
    assertEquals("no symbol named 'gian' in toy", refused.getMessage());
  }

  @Test
  void equationsKeepTheirNumberGroupSourceAndOption() {
    Symbol x = e.state("x", DIMENSIONLESS, "");
    e.mechanism("growth")
        .source("Monod 1949")
        .option("linear")
        .describe("first order")
        .rateOf(x)
        .is(gain.minus(x).over(tau));
    e.mechanism("output").readout("seen", DIMENSIONLESS, "", x);
    List<Equation> equations = e.build().equations();
    assertEquals("equation 1 (rate of x, growth)", equations.get(0).label());
    assertEquals("Monod 1949", equations.get(0).source());
    assertEquals("linear", equations.get(0).option());
    assertEquals("first order", equations.get(0).description());
    assertEquals("equation 2 (readout seen, output)", equations.get(1).label());
    assertEquals(
        "", equations.get(1).source() + equations.get(1).option() + equations.get(1).description());
  }

  @Test
  void aVariableKeepsItsIndexInEveryForm() {
    Symbol free = e.algebraic("free", DIMENSIONLESS, "");
    Symbol rate = e.quasiSteady("rateHertz", HERTZ, "");
    Symbol x = e.state("x", DIMENSIONLESS, "");
    Symbol rest = e.reference("restHertz", HERTZ, "", rate.plus(rate));
    e.residualOf(free).is(free.minus(x));
    e.relaxationOf(rate).to(rest).within(tau);
    e.rateOf(x).is(x.negate().over(tau));
    EquationSystem system = e.build();

    assertEquals(List.of("x", "rateHertz", "free"), names(system.layout().variables()));
    assertEquals(1, system.layout().differential());
    assertEquals(List.of("gain", "tauHours", "restHertz"), names(system.layout().parameters()));

    EquationSystem explicit = system.withExplicitRates();
    assertEquals(List.of("x", "rateHertz", "free"), names(explicit.layout().variables()));
    assertEquals(2, explicit.layout().differential());
    assertEquals(
        "drateHertz/dt = (restHertz - rateHertz) / tauHours", explicit.equationOf(rate).text());
    assertEquals(system.equationOf(rate).number(), explicit.equationOf(rate).number());

    EquationSystem solved = system.withReferencesSolved();
    assertEquals(
        List.of("x", "rateHertz", "free", "restHertz"), names(solved.layout().variables()));
    assertEquals(1, solved.layout().differential());
    assertEquals(List.of("gain", "tauHours"), names(solved.layout().parameters()));
    assertEquals("0 = rateHertz + rateHertz - restHertz", solved.equationOf(rest).text());
    assertEquals(3, solved.layout().variable("restHertz"));
  }

  private static List<String> names(List<Symbol> symbols) {
    return symbols.stream().map(Symbol::name).toList();
  }
}
