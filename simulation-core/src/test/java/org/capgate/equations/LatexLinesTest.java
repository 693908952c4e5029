package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexLinesTest {
  private static Symbol named(String name) {
    return new Symbol(name, Kind.STATE, DIMENSIONLESS, "");
  }

  private static final Symbol LONG = named("aSymbolWithAVeryLongNameIndeed");

  @Test
  void aFormulaThatFitsIsLeftAsItIs() {
    String formula = "y = " + named("a").plus(LONG).latex();
    assertEquals(formula, LatexLines.of(formula));
  }

  @Test
  void aSumThatDoesNotFitIsBrokenBeforeItsSigns() {
    String formula =
        "y = " + LONG.plus(LONG.times(named("a"))).minus(LONG.over(named("b"))).plus(LONG).latex();
    String broken = LatexLines.of(formula);
    assertTrue(broken.startsWith("\\begin{aligned}\ny = {} & "), broken);
    assertTrue(broken.contains(" \\\\\n& \\quad {} - \\frac{"), broken);
    assertEquals(2, broken.lines().filter(line -> line.contains("&")).count(), broken);
  }

  @Test
  void aProductInParenthesesIsBrokenOnlyBetweenItsFactors() {
    Expression sum = LONG.plus(LONG);
    String broken = LatexLines.of("y = " + sum.times(sum).times(sum).latex());
    assertTrue(broken.contains("\\\\\n& \\quad {} \\cdot \\left("), broken);
    broken
        .lines()
        .forEach(line -> assertEquals(count(line, "\\left("), count(line, "\\right)"), line));
  }

  @Test
  void nothingIsLostInBreaking() {
    String formula = "y = " + LONG.plus(LONG).times(LONG.minus(LONG)).plus(LONG).latex();
    String broken = LatexLines.of(formula);
    assertFalse(broken.equals(formula));
    String joined =
        broken
            .replace("\\begin{aligned}\n", "")
            .replace("\n\\end{aligned}", "")
            .replace(" = {} & ", " = ")
            .replace(" \\\\\n& \\quad {}", "");
    assertEquals(formula, joined);
  }

  @ParameterizedTest
  @CsvSource({
    "a + b, 5",
    "\\text{free eIF4E}_{\\text{E}}, 10.67",
    "\\frac{a + b}{c}, 5",
    "\\left(a\\right) \\cdot {b}^{2}, 6.67",
    "\\sqrt{a}, 3",
    "\\tau_{\\text{x}}, 1.67"
  })
  void widthIsThatOfTheDrawing(String latex, double characters) {
    assertEquals(characters, LatexLines.width(latex), 0.01);
  }

  private static long count(String text, String part) {
    return Arrays.stream(text.split(java.util.regex.Pattern.quote(part), -1)).count() - 1;
  }
}
