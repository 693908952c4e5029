package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of R's posterior package, made by benchmarks/peers/sampling/convergence.R. */
class ConvergenceTest {

  static Stream<Arguments> cases() {
    Map<String, List<String[]>> rows = new LinkedHashMap<>();
    Lines.of("convergence.csv")
        .forEach(row -> rows.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row));
    return rows.entrySet().stream()
        .map(
            one ->
                Arguments.of(
                    one.getKey(),
                    Arrays.stream(one.getValue().get(0), 1, 4)
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                    one.getValue().stream()
                        .map(
                            row ->
                                Arrays.stream(row[4].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())
                        .toArray(double[][]::new)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithThePackageOfItsAuthors(String name, double[] expected, double[][] chains) {
    Convergence found = Convergence.of(chains);
    // The file has 12 digits; sums of a few hundred numbers in another order lose three.
    assertEquals(expected[0], found.rHat(), 1e-9 * expected[0]);
    assertEquals(expected[1], found.bulkSize(), 1e-9 * expected[1]);
    assertEquals(expected[2], found.tailSize(), 1e-9 * expected[2]);
  }

  @Test
  void chainsInDifferentPlacesHaveALargeRHat() {
    double[][] chains = {ramp(0), ramp(0), ramp(5)};
    assertTrue(Convergence.of(chains).rHat() > 1.2);
  }

  @Test
  void tooFewOrEqualDrawsHaveNoFigures() {
    assertTrue(Double.isNaN(Convergence.of(new double[][] {{1, 2, 3}, {1, 2, 3}}).rHat()));
    assertTrue(Double.isNaN(Convergence.of(new double[3][20]).bulkSize()));
  }

  private static double[] ramp(double from) {
    double[] ramp = new double[40];
    Arrays.setAll(ramp, i -> from + (i * 7) % 10);
    return ramp;
  }
}
