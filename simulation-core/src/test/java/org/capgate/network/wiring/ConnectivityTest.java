package org.capgate.network.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums over synapses, and changes to synapses that are there. */
class ConnectivityTest {
  private static final Projection EXCITATORY = Projection.within("E", 700);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 100, 101})
  void sumsAreThoseOfThePlainLoop(int degree) {
    Projection projection = new Projection("E", 53, "I", 211);
    Connectivity alike = Wiring.fixedInDegree(degree).connect(projection, 7);
    for (Connectivity c : List.of(alike, alike.withLogNormalWeights(1, 7))) {
      double[] x = uniform(211);
      float[] deviation = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        deviation[i] = (float) (x[i] - 0.5);
      }
      double[] out = new double[53];
      double[] outOfDeviations = new double[53];
      c.multiply(x, out, 0, 53);
      c.multiply(0.5, deviation, outOfDeviations, 0, 53);
      for (int target = 0; target < 53; target++) {
        double plain = 0;
        double deviating = 0;
        for (int k = 0; k < c.inDegree(target); k++) {
          plain += c.weight(target, k) * x[c.source(target, k)];
          deviating += c.weight(target, k) * Math.abs(x[c.source(target, k)] - 0.5);
        }
        // positive terms: each of n + 2 roundings is at most 2⁻⁵³ of the sum
        assertEquals(plain, out[target], (degree + 2) * 0x1.0p-53 * plain);
        // deviation rounded once, the product once, two additions: 4 roundings to single precision
        double bound = 4.001 * 0x1.0p-24 * deviating + (degree + 4) * 0x1.0p-53;
        assertEquals(plain, outOfDeviations[target], bound);
      }
    }
  }

  @Test
  void sumsHaveTheSameBitsHoweverTheTargetsAreDivided() {
    Connectivity c = Wiring.erdosRenyi(0.1).connect(EXCITATORY, 3).withLogNormalWeights(0.5, 3);
    double[] x = uniform(700);
    double[] whole = new double[700];
    c.multiply(x, whole, 0, 700);
    double[] parts = new double[700];
    for (int from = 693; from >= 0; from -= 7) {
      c.multiply(x, parts, from, from + 7);
    }
    assertArrayEquals(whole, parts);
  }

  @Test
  void targetsOutsideTheRangeAreLeftAlone() {
    Connectivity c = Wiring.fixedInDegree(5).connect(EXCITATORY, 3);
    double[] out = new double[700];
    c.multiply(uniform(700), out, 100, 200);
    assertEquals(100, IntStream.range(0, 700).filter(i -> out[i] != 0).count());
  }

  @Test
  void oneValueEverywhereComesBackAsItself() {
    double[] x = new double[700];
    java.util.Arrays.fill(x, 0.3);
    double[] out = new double[700];
    Connectivity c = Wiring.fixedInDegree(100).connect(EXCITATORY, 3);
    for (Connectivity each : List.of(c, c.withLogNormalWeights(1, 3))) {
      each.multiply(x, out, 0, 700);
      for (double mean : out) {
        assertEquals(0.3, mean, 102 * 0x1.0p-53 * 0.3); // additions, product and factor
      }
      each.multiply(0.3, new float[700], out, 0, 700);
      for (double mean : out) {
        assertEquals(0.3, mean, 4 * 0x1.0p-53 * 0.3); // total, its product, factor, its product
      }
    }
  }

  @Test
  void relabellingChangesNothingButOrder() {
    Connectivity c = Wiring.erdosRenyi(0.03).connect(EXCITATORY, 3).withLogNormalWeights(0.5, 3);
    int[] number = permutation(700);
    Connectivity moved = c.relabelled(number, number);
    double[] x = uniform(700);
    double[] movedX = new double[700];
    for (int i = 0; i < 700; i++) {
      movedX[number[i]] = x[i];
    }
    double[] out = new double[700];
    double[] movedOut = new double[700];
    c.multiply(x, out, 0, 700);
    moved.multiply(movedX, movedOut, 0, 700);
    for (int i = 0; i < 700; i++) {
      // the same terms in another order: one rounding for each of about 21, 60 at most
      assertEquals(out[i], movedOut[number[i]], 60 * 0x1.0p-53 * out[i]);
    }
    assertEquals(c.inDegrees(), moved.inDegrees());
    assertEquals(c.outDegrees(), moved.outDegrees());
    int[] back = new int[700];
    IntStream.range(0, 700).forEach(i -> back[number[i]] = i);
    assertEquals(c, moved.relabelled(back, back));
  }

  @Test
  void rewiringKeepsInDegreesAndMovesTheStatedFraction() {
    Projection projection = Projection.within("E", 4_000);
    Connectivity c = Wiring.fixedInDegree(50).connect(projection, 3).withLogNormalWeights(0.4, 3);
    BitSet half = new BitSet();
    half.set(0, 2_000);
    Connectivity rewired = c.rewired(half, 0.3, 8);
    int moved = 0;
    for (int target = 0; target < 4_000; target++) {
      List<Integer> before = sources(c, target);
      List<Integer> after = sources(rewired, target);
      assertEquals(50, after.stream().distinct().count());
      assertTrue(!after.contains(target));
      assertEquals(after.stream().sorted().toList(), after);
      assertEquals(weights(c, target), weights(rewired, target));
      after.removeAll(before);
      assertTrue(target < 2_000 || after.isEmpty());
      moved += after.size();
    }
    double expected = 2_000 * 50 * 0.3;
    assertEquals(expected, moved, 5 * Math.sqrt(expected * 0.7)); // binomial, 5 standard deviations
    assertEquals(rewired, c.rewired(half, 0.3, 8));
    assertNotEquals(rewired, c.rewired(half, 0.3, 9));
    assertEquals(c, c.rewired(half, 0, 8));
  }

  @Test
  void logNormalWeightsHaveTheStatedSpread() {
    Projection projection = Projection.within("E", 2_000);
    Connectivity c = Wiring.fixedInDegree(200).connect(projection, 3).withLogNormalWeights(0.5, 3);
    double sum = 0;
    double squares = 0;
    for (int target = 0; target < 2_000; target++) {
      for (int k = 0; k < 200; k++) {
        double log = StrictMath.log(c.weight(target, k) * 200);
        sum += log;
        squares += log * log;
      }
    }
    double mean = sum / 400_000;
    // 5 standard errors of 4·10⁵ values; normalising a row of 200 shifts by 0.1 % of σ²
    assertEquals(0.5, Math.sqrt(squares / 400_000 - mean * mean), 0.005);
  }

  @Test
  void memoryIsFourBytesASynapseWhereAllAreAlikeAndEightOtherwise() {
    Connectivity c = Wiring.fixedInDegree(100).connect(EXCITATORY, 3);
    assertEquals(4 * 70_000 + 4 * 701 + 16 * 700, c.bytes());
    assertEquals(8 * 70_000 + 4 * 701 + 16 * 700, c.withLogNormalWeights(0.1, 1).bytes());
  }

  @Test
  void badArgumentsAreRefusedByName() {
    Projection small = Projection.within("E", 3);
    int[] start = {0, 1, 2, 2};
    double[] factor = {1, 1, 0};
    assertComplains(
        "sources of target 1 must ascend from 0 to 2 without itself, but 1 came after -1",
        () -> Connectivity.of(small, start, new int[] {2, 1}, null, factor));
    assertComplains(
        "weight of target 0 from source 2 must be finite and >= 0, but was NaN",
        () -> Connectivity.of(small, start, new int[] {2, 0}, new float[] {Float.NaN, 1}, factor));
    assertComplains(
        "row of target 0 ends before it starts",
        () -> Connectivity.of(small, new int[] {0, -1, 2, 2}, new int[] {2, 0}, null, factor));
    Connectivity c = Connectivity.of(small, start, new int[] {2, 0}, null, factor);
    assertComplains(
        "new numbers of targets must be each of 0 to 2 once, but 0 is there twice",
        () -> c.relabelled(new int[] {0, 0, 1}, new int[] {0, 1, 2}));
    assertComplains(
        "targets must lie within 0 and 3, but were 0 to 4",
        () -> c.multiply(new double[3], new double[3], 0, 4));
    assertComplains(
        "arrays must have 3 sources and 3 targets, but had 2 and 3",
        () -> c.multiply(new double[2], new double[3], 0, 3));
    assertComplains(
        "fraction of synapses to rewire must be between 0 and 1, but was 1.5",
        () -> c.rewired(new BitSet(), 1.5, 1));
    BitSet all = new BitSet();
    all.set(0, 3);
    Connectivity full = Wiring.fixedInDegree(2).connect(small, 1);
    assertComplains(
        "target 0 has 0 neurons it is not connected to, too few to move 2 synapses to",
        () -> full.rewired(all, 1, 1));
  }

  @Test
  void piecesThatDoNotMakeTheWholeAreRefused() {
    Wiring.Rows rows = Wiring.fixedInDegree(2).prepare(EXCITATORY, 1);
    SynapseRows first = rows.make(0, 300);
    assertComplains(
        "rows of targets from 300 are missing",
        () -> Connectivity.join(EXCITATORY, List.of(first)));
    assertComplains(
        "rows must follow each other from target 0 to 699, but after 299 came 250 to 699",
        () -> Connectivity.join(EXCITATORY, List.of(rows.make(250, 700), first)));
  }

  private static void assertComplains(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static double[] uniform(int count) {
    return new Random(5).doubles(count).toArray();
  }

  private static int[] permutation(int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, new Random(6));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> sources(Connectivity c, int target) {
    return new ArrayList<>(
        IntStream.range(0, c.inDegree(target)).mapToObj(k -> c.source(target, k)).toList());
  }

  private static List<Double> weights(Connectivity c, int target) {
    return IntStream.range(0, c.inDegree(target))
        .mapToObj(k -> c.weight(target, k))
        .sorted()
        .toList();
  }
}
