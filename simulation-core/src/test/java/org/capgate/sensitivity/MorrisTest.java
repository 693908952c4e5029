package org.capgate.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorrisTest {
  private static final Morris.Settings FEW = new Morris.Settings(8, 24, 4, 1);

  private static double[] g(double[] unit) {
    double[] a = {0, 1, 4.5, 9, 99, 99};
    double product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= (Math.abs(4 * unit[i] - 2) + a[i]) / (1 + a[i]);
    }
    return new double[] {product};
  }

  @Test
  void theEffectsOfASumAreItsCoefficientsAndDoNotVary() {
    Morris morris =
        Morris.of(unit -> new double[] {3 * unit[0] - 0.5 * unit[2]}, 3, FEW, 2, done -> {});
    List<Morris.Effect> effects = morris.effects(0, 100);
    double[] coefficients = {3, 0, -0.5};
    for (int i = 0; i < 3; i++) {
      // Rounding of sums of numbers of about one over a step of 2/3.
      assertEquals(coefficients[i], effects.get(i).mean(), 1e-14);
      assertEquals(Math.abs(coefficients[i]), effects.get(i).meanSize(), 1e-14);
      assertEquals(0, effects.get(i).deviation(), 1e-14);
      assertEquals(effects.get(i).meanSize(), effects.get(i).sizeLow(), 1e-14);
    }
  }

  /** All effects of the grid are known: the mean over many paths comes to theirs. */
  @Test
  void manyPathsGiveTheMeanOverAllEffectsOfTheGrid() {
    Morris morris =
        Morris.of(MorrisTest::g, 6, new Morris.Settings(2000, 2000, 4, 7), 2, done -> {});
    List<Morris.Effect> effects = morris.effects(0, 200);
    double[] levels = {0, 1.0 / 3, 2.0 / 3, 1};
    double[] a = {0, 1, 4.5, 9, 99, 99};
    for (int i = 0; i < 6; i++) {
      double others = 1;
      for (int j = 0; j < 6; j++) {
        double mean = 0;
        for (double level : levels) {
          mean += (Math.abs(4 * level - 2) + a[j]) / (1 + a[j]) / levels.length;
        }
        others *= j == i ? 1 : mean;
      }
      double size = 0;
      for (int level = 0; level < 2; level++) {
        double rise = Math.abs(4 * levels[level + 2] - 2) - Math.abs(4 * levels[level] - 2);
        size += Math.abs(rise) / (1 + a[i]) / (2.0 / 3) / 2;
      }
      double expected = others * size;
      assertEquals(expected, effects.get(i).meanSize(), 0.05 * expected, "input " + i);
      assertTrue(effects.get(i).sizeLow() <= expected * 1.02, "interval of " + i);
      assertTrue(effects.get(i).sizeHigh() >= expected * 0.98, "interval of " + i);
    }
  }

  @Test
  void everyPathMovesEveryInputOnceByTheStepAndStaysInTheRange() {
    List<double[]> asked = Collections.synchronizedList(new ArrayList<>());
    Morris.of(
        unit -> {
          asked.add(unit.clone());
          return new double[] {0};
        },
        5,
        FEW,
        1,
        done -> {});
    assertEquals(8 * 6, asked.size());
    for (int path = 0; path < 8; path++) {
      boolean[] moved = new boolean[5];
      for (int move = 0; move < 5; move++) {
        double[] before = asked.get(6 * path + move);
        double[] after = asked.get(6 * path + move + 1);
        for (int i = 0; i < 5; i++) {
          assertTrue(after[i] >= 0 && after[i] <= 1);
          if (after[i] != before[i]) {
            assertEquals(2.0 / 3, Math.abs(after[i] - before[i]), 1e-15);
            assertTrue(!moved[i], "input " + i + " moves twice");
            moved[i] = true;
          }
        }
      }
      for (boolean did : moved) {
        assertTrue(did);
      }
    }
  }

  /** Of 60 paths the chosen 8 lie farther apart than the first 8. */
  @Test
  void chosenPathsLieFartherApartThanRandomOnes() {
    double[] spread = new double[2];
    for (int kind = 0; kind < 2; kind++) {
      List<double[]> asked = new ArrayList<>();
      Morris.of(
          unit -> {
            asked.add(unit.clone());
            return new double[] {0};
          },
          4,
          new Morris.Settings(8, kind == 0 ? 8 : 60, 4, 3),
          1,
          done -> {});
      for (int p = 0; p < 8; p++) {
        for (int q = 0; q < p; q++) {
          double distance = 0;
          for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
              double squares = 0;
              for (int d = 0; d < 4; d++) {
                double part = asked.get(5 * p + i)[d] - asked.get(5 * q + j)[d];
                squares += part * part;
              }
              distance += Math.sqrt(squares);
            }
          }
          spread[kind] += distance * distance;
        }
      }
    }
    assertTrue(spread[1] > 1.05 * spread[0], spread[1] + " against " + spread[0]);
  }

  @Test
  void oneTwoAndEightThreadsGiveTheSameBitsAndTheSeedOthers() {
    List<Morris.Effect> one = Morris.of(MorrisTest::g, 6, FEW, 1, done -> {}).effects(0, 50);
    for (int threads : new int[] {2, 8}) {
      assertEquals(one, Morris.of(MorrisTest::g, 6, FEW, threads, done -> {}).effects(0, 50));
    }
    Morris.Settings other = new Morris.Settings(8, 24, 4, 2);
    assertNotEquals(one, Morris.of(MorrisTest::g, 6, other, 1, done -> {}).effects(0, 50));
  }

  @Test
  void anEffectOfWhichAnEndHasNoValueIsLeftOutAndCounted() {
    Morris morris =
        Morris.of(
            unit -> new double[] {unit[0] > 0.9 ? Double.NaN : unit[0] + unit[1]},
            2,
            new Morris.Settings(16, 16, 4, 1),
            2,
            done -> {});
    List<Morris.Effect> effects = morris.effects(0, 50);
    assertTrue(effects.get(0).missingShare() > 0 && effects.get(0).missingShare() < 1);
    assertEquals(1, effects.get(0).mean(), 1e-14);
    assertEquals(1, effects.get(1).meanSize(), 1e-14);
  }

  @Test
  void settingsThatMakeNoGridAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Morris.Settings(1, 5, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> new Morris.Settings(4, 3, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> new Morris.Settings(4, 4, 5, 1));
  }

  @Test
  void sharesOfRangesAreMetInsideTheRanges() {
    Response identity = double[]::clone;
    List<Varied> varied = List.of(new Varied("a", 2, 1, 4), new Varied("b", 0, -1, 1));
    double[] middle = identity.ofShares(varied).at(new double[] {0.5, 0.75});
    assertEquals(2, middle[0], 1e-15 * 4); // a rounded logarithm
    assertEquals(0.5, middle[1], 0);
    double[] ends = identity.ofShares(varied).at(new double[] {0, 1});
    assertEquals(1, ends[0], 0);
    assertEquals(1, ends[1], 0);
  }
}
