package org.capgate.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableNumberTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyBitPatternIsPrintedShortestAndClosest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertShortestAndClosest(number);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSizesASimulationProducesArePrintedShortestAndClosest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      assertShortestAndClosest(random.nextDouble(1e-6, 500));
    }
  }

  @Test
  void powersOfTwoAndTheirNeighboursArePrintedShortestAndClosest() {
    DoubleUnaryOperator[] neighbours = {x -> x, Math::nextUp, Math::nextDown};
    for (int exponent = -1074; exponent < 1024; exponent++) {
      for (DoubleUnaryOperator neighbour : neighbours) {
        double number = neighbour.applyAsDouble(Math.scalb(1.0, exponent));
        if (number != 0) {
          assertShortestAndClosest(number);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, 0",
    "24.0, 24",
    "-3.5, -3.5",
    "0.002, 0.002",
    "0.00001, 0.00001",
    "0.0000012, 1.2e-6",
    "1e15, 1e15",
    "123456789012345678, 1.2345678901234568e17",
    "1e23, 1e23",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "5.684341886080802e-14, 5.684341886080802e-14"
  })
  void knownNumbersReadAsAPersonWritesThem(double number, String text) {
    assertEquals(text, TableNumber.shortest(number));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TableNumber.shortest(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> TableNumber.shortest(Double.NEGATIVE_INFINITY));
  }

  private static void assertShortestAndClosest(double number) {
    String text = TableNumber.shortest(number);
    assertEquals(number, Double.parseDouble(text), text);
    BigDecimal exact = new BigDecimal(number);
    BigDecimal printed = new BigDecimal(text).stripTrailingZeros();
    int digits = printed.precision();
    if (digits > 1) {
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
        assertNotEquals(number, shorter.doubleValue(), () -> shorter + " is shorter than " + text);
      }
    }
    BigDecimal gap = printed.subtract(exact).abs();
    for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
      BigDecimal other = exact.round(new MathContext(digits, mode));
      boolean readsBack = other.doubleValue() == number;
      assertTrue(
          !readsBack || gap.compareTo(other.subtract(exact).abs()) <= 0,
          () -> other + " is closer than " + text);
    }
  }
}
