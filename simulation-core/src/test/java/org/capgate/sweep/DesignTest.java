package org.capgate.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {
  private static final Axis DOSE = Axis.between("dose", 1, 100, Axis.Scale.LOG, 3);
  private static final Axis WORD = Axis.of("word", List.of("a", "b"));

  @Test
  void aGridHoldsEveryCombinationTheLastAxisFirst() {
    Design grid = Design.grid(List.of(DOSE, WORD));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < grid.size(); i++) {
      assertEquals(i, grid.point(i).number());
      words.add(grid.point(i).word("word"));
    }
    assertEquals(List.of("a", "b", "a", "b", "a", "b"), words);
    assertEquals(1, grid.point(1).value("dose"));
    assertEquals(10, grid.point(2).value("dose"), 1e-14); // √(1·100), to rounding
    assertEquals(100, grid.point(5).value("dose"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 77})
  void everySliceOfALatinHypercubeHoldsOnePoint(long seed) {
    double[][] points = LatinHypercube.points(37, 5, seed);
    for (int d = 0; d < 5; d++) {
      Set<Integer> slices = new HashSet<>();
      for (double[] point : points) {
        assertTrue(point[d] >= 0 && point[d] < 1);
        slices.add((int) Math.floor(37 * point[d]));
      }
      assertEquals(37, slices.size(), "dimension " + d);
    }
  }

  /** The first 2^k points of a digital net have one point in each of 2^k slices, also shifted. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 77})
  void shiftedSobolPointsStayAsEvenAsTheyWere(long seed) {
    double[][] points = ScrambledSobol.points(64, 180, seed);
    for (int d = 0; d < 180; d++) {
      Set<Integer> slices = new HashSet<>();
      for (double[] point : points) {
        assertTrue(point[d] >= 0 && point[d] < 1);
        slices.add((int) Math.floor(64 * point[d]));
      }
      assertEquals(64, slices.size(), "dimension " + d);
    }
    // Two dimensions at once: every box of 8 by 8 holds one point, dimensions 1 and 2 being a
    // (0, 2)-sequence.
    Set<List<Integer>> boxes = new HashSet<>();
    for (double[] point : points) {
      boxes.add(List.of((int) (8 * point[0]), (int) (8 * point[1])));
    }
    assertEquals(64, boxes.size());
  }

  @Test
  void theSeedAloneChoosesThePoints() {
    for (int i = 0; i < 8; i++) {
      assertArrayEquals(
          ScrambledSobol.points(8, 3, 5)[i], ScrambledSobol.points(16, 3, 5)[i], "point " + i);
    }
    assertNotEquals(
        Arrays.deepToString(ScrambledSobol.points(8, 3, 5)),
        Arrays.deepToString(ScrambledSobol.points(8, 3, 6)));
    assertEquals(
        Arrays.deepToString(LatinHypercube.points(8, 3, 5)),
        Arrays.deepToString(LatinHypercube.points(8, 3, 5)));
    assertNotEquals(
        Arrays.deepToString(LatinHypercube.points(8, 3, 5)),
        Arrays.deepToString(LatinHypercube.points(8, 3, 6)));
  }

  @Test
  void sharesReachEveryValueAndStayBetweenTheEnds() {
    assertEquals("a", WORD.at(0));
    assertEquals("b", WORD.at(Math.nextDown(1.0)));
    assertEquals(10, Double.parseDouble(DOSE.at(0.5)), 1e-14);
    Design sobol = Design.sobol(List.of(DOSE, WORD), 256, 3);
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 256; i++) {
      double dose = sobol.point(i).value("dose");
      assertTrue(dose >= 1 && dose <= 100);
      counts.merge(sobol.point(i).word("word"), 1, Integer::sum);
    }
    assertEquals(Map.of("a", 128, "b", 128), counts);
  }

  @Test
  void whatCannotBeADesignIsRefusedByName() {
    assertRefused("low must be below high", () -> Axis.between("x", 2, 2, Axis.Scale.LINEAR, 3));
    assertRefused("low must be > 0", () -> Axis.between("x", 0, 2, Axis.Scale.LOG, 3));
    assertRefused("all different", () -> Axis.of("x", List.of("1", "1")));
    Axis long1 = Axis.between("x", 0, 1, Axis.Scale.LINEAR, 10_000);
    Axis long2 = Axis.between("y", 0, 1, Axis.Scale.LINEAR, 10_000);
    assertRefused("at most 1000000 points", () -> Design.grid(List.of(long1, long2)));
  }

  private static void assertRefused(String words, Executable work) {
    String message = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(message.contains(words), message);
  }
}
