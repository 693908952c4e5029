package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.MICROMOLAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {
  private static final Symbol X = new Symbol("x", Kind.STATE, DIMENSIONLESS, "");
  private static final Symbol Y = new Symbol("y", Kind.STATE, DIMENSIONLESS, "");
  private static final Symbol Z = new Symbol("z", Kind.PARAMETER, DIMENSIONLESS, "");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void derivativeAgreesWithFiniteDifferences(long seed) {
    Random random = new Random(seed);
    Expression expression = new RandomExpressions(random, List.of(X, Y, Z)).any(4);
    Map<Symbol, Double> at = new HashMap<>();
    List.of(X, Y, Z).forEach(symbol -> at.put(symbol, 0.5 + random.nextDouble()));
    for (Symbol by : List.of(X, Y, Z)) {
      double exact = Evaluation.of(expression.derivative(by), at);
      double scale = Math.abs(Evaluation.of(expression, at)) + Math.abs(exact) + 1;
      // fourth-order differences with h = 1e-3: truncation h⁴·f⁽⁵⁾/30 and rounding 1e-16·f/h are
      // both below 1e-7 of the scale
      assertEquals(
          fourthOrderDifference(expression, by, at), exact, 1e-7 * scale, expression::text);
    }
  }

  private static double fourthOrderDifference(
      Expression expression, Symbol by, Map<Symbol, Double> at) {
    double h = 1e-3;
    double[] values = new double[5];
    for (int k = -2; k <= 2; k++) {
      Map<Symbol, Double> moved = new HashMap<>(at);
      moved.merge(by, k * h, Double::sum);
      values[k + 2] = Evaluation.of(expression, moved);
    }
    return (values[0] - 8 * values[1] + 8 * values[3] - values[4]) / (12 * h);
  }

  @Test
  void derivativesDropZerosAndOnes() {
    assertEquals("0", Z.times(Y).derivative(X).text());
    assertEquals("1", X.plus(Y).derivative(X).text());
    assertEquals("y", X.times(Y).derivative(X).text());
    assertEquals("2 * x", X.power(2).derivative(X).text());
    assertEquals("3 * x^2 * y", X.power(3).times(Y).derivative(X).text());
    assertEquals("-1", Y.minus(X).derivative(X).text());
    assertEquals("(1 - x / (y + x)) / (y + x)", X.over(Y.plus(X)).derivative(X).text());
    assertEquals("1 / (2 * sqrt(x))", X.squareRoot().derivative(X).text());
  }

  @Test
  void theUnitOfADerivativeIsTheQuotientOfTheUnits() {
    Symbol concentration = new Symbol("c", Kind.STATE, MICROMOLAR, "");
    Symbol half = new Symbol("half", Kind.PARAMETER, MICROMOLAR, "");
    Symbol tau = new Symbol("tau", Kind.PARAMETER, HOUR, "");
    for (Expression expression :
        List.of(
            concentration.times(half).over(tau),
            Expressions.hill(concentration, half, 3).over(tau),
            concentration.times(half).squareRoot(),
            half.minus(concentration).power(-2),
            Expressions.sum(half, concentration.negate(), concentration.times(2)))) {
      assertEquals(
          expression.unit().per(MICROMOLAR),
          expression.derivative(concentration).unit(),
          expression::text);
    }
  }

  @Test
  void definitionsAreHeldFixed() {
    Symbol defined = new Symbol("d", Kind.DEFINED, DIMENSIONLESS, "");
    assertTrue(defined.plus(Y).derivative(X).text().equals("0"));
  }
}
