package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.MICROMOLAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NotationTest {
  private static final Symbol A = new Symbol("a", Kind.STATE, DIMENSIONLESS, "");
  private static final Symbol B = new Symbol("b", Kind.STATE, DIMENSIONLESS, "");
  private static final Symbol C = new Symbol("c", Kind.STATE, DIMENSIONLESS, "");

  @Test
  void textHasOnlyTheParenthesesItNeeds() {
    assertEquals("a + b - c", A.plus(B.minus(C)).text());
    assertEquals("a - (b - c)", A.minus(B.minus(C)).text());
    assertEquals("(a + b) * c", A.plus(B).times(C).text());
    assertEquals("a * b + c", A.times(B).plus(C).text());
    assertEquals("a / (b * c)", A.over(B.times(C)).text());
    assertEquals("a * b / c", A.times(B).over(C).text());
    assertEquals("(a * b)^2", A.times(B).power(2).text());
    assertEquals("a^-1", A.power(-1).text());
    assertEquals("sqrt(a + b)", A.plus(B).squareRoot().text());
    assertEquals("-a * b", A.times(B).negate().text());
    assertEquals("a - (-b)", A.minus(B.negate()).text());
    assertEquals("(-2)^2 + a * (-1)", Expressions.number(-2).power(2).plus(A.times(-1)).text());
    assertEquals("1 - 0.5 * a", Expressions.oneMinus(Expressions.number(0.5).times(A)).text());
    assertEquals("3600[s]", Expressions.quantity(3600, Unit.SECOND).text());
  }

  @Test
  void latexDrawsFractionsAndRoots() {
    assertEquals("\\frac{a + b}{c}", A.plus(B).over(C).latex());
    assertEquals("\\left(a + b\\right) \\cdot c", A.plus(B).times(C).latex());
    assertEquals("\\frac{{a}^{2}}{{b}^{2} + {a}^{2}}", Expressions.hill(A, B, 2).latex());
    assertEquals("\\sqrt{a - b}", A.minus(B).squareRoot().latex());
    assertEquals("{\\left(\\frac{a}{b}\\right)}^{3}", A.over(B).power(3).latex());
    assertEquals("\\frac{a}{\\left(b + c\\right) \\cdot c}", A.over(B.plus(C)).over(C).latex());
    assertEquals("\\frac{1}{{a}^{2}}", A.power(-2).latex());
    assertEquals("\\frac{1}{b + 1}", Expressions.hill(Expressions.number(1), B, 1).latex());
    assertEquals("10^{-9} \\cdot a", Expressions.number(1e-9).times(A).latex());
    assertEquals("2.5 \\cdot 10^{-7} \\cdot a", Expressions.number(2.5e-7).times(A).latex());
  }

  @Test
  void aSymbolIsPrintedByItsNameUnlessItBringsItsLatex() {
    EquationSystem.Builder e = EquationSystem.named("toy");
    assertEquals("\\text{tauHours}", e.parameter("tauHours", HOUR, "").latex());
    Symbol tau =
        new Symbol(
            "tauMembraneHours", "tauMembrane", Part.NONE, Kind.PARAMETER, HOUR, "", "\\tau_m");
    assertEquals("\\tau_m", e.declare(tau).latex());
    assertEquals("\\tau_m", e.find("tauMembraneHours").as(Kind.INPUT).latex());
  }

  @Test
  void aPageGroupsNumberedEquationsByMechanism() {
    EquationSystem.Builder e = EquationSystem.named("toy");
    Symbol tau = e.parameter("tauHours", HOUR, "lifetime");
    Symbol x = e.state("xMicromolar", MICROMOLAR, "what decays");
    e.mechanism("Decay")
        .source("Rutherford 1900")
        .option("first order")
        .rateOf(x)
        .is(x.negate().over(tau));
    e.mechanism("Readouts").readout("halved", MICROMOLAR, "half of x", x.over(2));
    e.mechanism("Decay").define("twice", MICROMOLAR, "double of x", x.times(2));
    MarkdownPrinter printer = new MarkdownPrinter(e.build());

    assertEquals(
        """
        ### Decay

        **(1)** `xMicromolar`: what decays. Option: first order. Source: Rutherford 1900. Test 1

        ```math
        \\text{tauHours} \\cdot \\frac{d\\text{xMicromolar}}{dt} = -\\text{xMicromolar}
        ```

        **(3)** `twice`: double of x. Test 3

        ```math
        \\text{twice} = \\text{xMicromolar} \\cdot 2
        ```

        ### Readouts

        **(2)** `halved`: half of x. Test 2

        ```math
        \\text{halved} = \\frac{\\text{xMicromolar}}{2}
        ```

        """,
        printer.equations(equation -> "Test " + equation.number()));
    assertTrue(printer.equations().contains("half of x\n"));
    assertEquals(
        """
        | name | symbol | unit | meaning |
        | --- | --- | --- | --- |
        | `tauHours` | $`\\text{tauHours}`$ | h | lifetime |
        """,
        printer.symbols(Kind.PARAMETER));
  }
}
