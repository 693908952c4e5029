package org.capgate.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against indices known exactly: Ishigami and Homma 1990, and Sobol's g function. */
class SobolIndicesTest {
  private static final double[] G = {0, 1, 4.5, 9, 99, 99, 99, 99}; // of Saltelli and Sobol 1995

  private static double[] ishigami(double[] unit) {
    double x = Math.PI * (2 * unit[0] - 1);
    double y = Math.PI * (2 * unit[1] - 1);
    double z = Math.PI * (2 * unit[2] - 1);
    double sin = StrictMath.sin(x);
    double sinY = StrictMath.sin(y);
    return new double[] {sin + 7 * sinY * sinY + 0.1 * z * z * z * z * sin};
  }

  private static double[] g(double[] unit) {
    double product = 1;
    for (int i = 0; i < G.length; i++) {
      product *= (Math.abs(4 * unit[i] - 2) + G[i]) / (1 + G[i]);
    }
    return new double[] {product};
  }

  private static SobolIndices indices(Response response, int inputs, int rows, long seed) {
    return SobolIndices.of(response, inputs, rows, seed, 2, done -> {});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ishigamisIndicesAreThoseOfTheFormula(long seed) {
    double pi4 = StrictMath.pow(Math.PI, 4);
    double variance = 0.5 + 49.0 / 8 + 0.1 * pi4 / 5 + 0.01 * pi4 * pi4 / 18;
    double alone = 0.5 * (1 + 0.1 * pi4 / 5) * (1 + 0.1 * pi4 / 5) / variance;
    double second = 49.0 / 8 / variance;
    double together = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50) / variance;
    double[] first = {alone, second, 0};
    double[] total = {alone + together, second, together};

    SobolIndices found = indices(SobolIndicesTest::ishigami, 3, 4096, seed);
    // 2 % of the variance: points of a sequence err as about 1/N to 1/√N, here 0.0002 to 0.016.
    assertEquals(variance, found.variance(0), 0.02 * variance);
    assertEquals(3.5, found.mean(0), 0.02);
    List<SobolIndices.Index> all = found.indices(0, 400);
    for (int i = 0; i < 3; i++) {
      assertEquals(first[i], all.get(i).first().value(), 0.02, "first of " + i);
      assertEquals(total[i], all.get(i).total().value(), 0.02, "total of " + i);
      assertTrue(all.get(i).first().low() <= first[i] + 0.005, "interval of " + i);
      assertTrue(all.get(i).first().high() >= first[i] - 0.005, "interval of " + i);
      assertTrue(all.get(i).total().low() <= total[i] + 0.005, "interval of " + i);
      assertTrue(all.get(i).total().high() >= total[i] - 0.005, "interval of " + i);
      assertEquals(0, all.get(i).missingShare());
      assertEquals(all.get(i).total().value(), all.get(i).total().least());
    }
  }

  /**
   * Published for SALib's own example: 0.316832, 0.443763, 0.012203; 0.555860, 0.441898, 0.244675.
   */
  @Test
  void valuesPublishedForAnotherProgramLieInTheIntervals() {
    double[] first = {0.31683154, 0.44376306, 0.01220312};
    double[] total = {0.55586009, 0.44189807, 0.24467539};
    List<SobolIndices.Index> all = indices(SobolIndicesTest::ishigami, 3, 1024, 1).indices(0, 400);
    for (int i = 0; i < 3; i++) {
      assertTrue(first[i] >= all.get(i).first().low(), "first of " + i);
      assertTrue(first[i] <= all.get(i).first().high(), "first of " + i);
      assertTrue(total[i] >= all.get(i).total().low(), "total of " + i);
      assertTrue(total[i] <= all.get(i).total().high(), "total of " + i);
    }
  }

  @Test
  void indicesOfTheProductFunctionAreThoseOfTheFormula() {
    double whole = 1;
    for (double a : G) {
      whole *= 1 + 1 / (3 * (1 + a) * (1 + a));
    }
    List<SobolIndices.Index> all = indices(SobolIndicesTest::g, 8, 8192, 5).indices(0, 200);
    for (int i = 0; i < 8; i++) {
      double own = 1 / (3 * (1 + G[i]) * (1 + G[i]));
      double first = own / (whole - 1);
      double total = own * whole / (1 + own) / (whole - 1);
      assertEquals(first, all.get(i).first().value(), 0.02, "first of " + i);
      assertEquals(total, all.get(i).total().value(), 0.02, "total of " + i);
    }
  }

  @Test
  void oneTwoAndEightThreadsGiveTheSameBitsAndTheSeedOthers() {
    List<SobolIndices.Index> one =
        SobolIndices.of(SobolIndicesTest::g, 8, 64, 1, 1, done -> {}).indices(0, 50);
    for (int threads : new int[] {2, 8}) {
      assertEquals(
          one, SobolIndices.of(SobolIndicesTest::g, 8, 64, 1, threads, done -> {}).indices(0, 50));
    }
    assertNotEquals(one, indices(SobolIndicesTest::g, 8, 64, 2).indices(0, 50));
  }

  /**
   * A hundredth of the points have no value. The indices of the whole function then lie in the
   * bounds, since what is missing lies between the lowest and the highest value.
   */
  @Test
  void whereRunsFailTheShareIsStatedAndTheBoundsHoldTheIndexOfAll() {
    Response holed =
        unit ->
            unit[0] > 0.4 && unit[0] < 0.42 && unit[1] > 0.25 && unit[1] < 0.75
                ? new double[] {Double.NaN}
                : ishigami(unit);
    SobolIndices found = indices(holed, 3, 4096, 1);
    assertEquals(0.01, found.missingShare(0), 0.002);
    List<SobolIndices.Index> whole = indices(SobolIndicesTest::ishigami, 3, 4096, 1).indices(0, 50);
    List<SobolIndices.Index> all = found.indices(0, 50);
    for (int i = 0; i < 3; i++) {
      SobolIndices.Estimate first = all.get(i).first();
      SobolIndices.Estimate total = all.get(i).total();
      assertTrue(all.get(i).missingShare() > 0.009 && all.get(i).missingShare() < 0.021);
      assertTrue(first.least() <= first.value() && first.value() <= first.most(), "" + first);
      assertTrue(total.least() <= total.value() && total.value() <= total.most(), "" + total);
      assertTrue(first.least() <= whole.get(i).first().value(), "" + first);
      assertTrue(first.most() >= whole.get(i).first().value(), "" + first);
      assertTrue(total.least() <= whole.get(i).total().value(), "" + total);
      assertTrue(total.most() >= whole.get(i).total().value(), "" + total);
      assertTrue(total.most() - total.least() < 0.4, "the bounds say something: " + total);
    }
  }

  @Test
  void aResponseThatDoesNotVaryOrHasNoValueHasNoIndices() {
    SobolIndices.Index flat = indices(unit -> new double[] {3}, 2, 16, 1).indices(0, 10).get(0);
    assertTrue(Double.isNaN(flat.total().value()));
    SobolIndices none = indices(unit -> new double[] {Double.NaN}, 2, 16, 1);
    assertEquals(1, none.missingShare(0));
    assertTrue(Double.isNaN(none.indices(0, 10).get(0).first().value()));
  }

  @Test
  void everyNumberOfTheResponseHasItsOwnIndices() {
    SobolIndices both = indices(unit -> new double[] {unit[0], unit[1] - 2 * unit[0]}, 2, 1024, 1);
    assertEquals(2, both.outputs());
    // Additive: first and total agree; shares 1 and 0, then 4/5 and 1/5, to the error of the
    // points.
    assertEquals(1, both.indices(0, 10).get(0).first().value(), 0.02);
    assertEquals(0, both.indices(0, 10).get(1).total().value(), 1e-15);
    assertEquals(0.8, both.indices(1, 10).get(0).total().value(), 0.01);
    assertEquals(0.2, both.indices(1, 10).get(1).first().value(), 0.02);
  }
}
