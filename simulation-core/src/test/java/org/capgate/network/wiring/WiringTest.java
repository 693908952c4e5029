package org.capgate.network.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of all generators, and the distributions each promises. */
class WiringTest {
  private static final Projection EXCITATORY = Projection.within("E", 1_500);
  private static final Projection INHIBITION = new Projection("E", 1_500, "I", 400);
  private static final Sheet TORUS = new Sheet(1000, 600, Sheet.Edges.PERIODIC);
  private static final Sheet SLICE = new Sheet(1000, 600, Sheet.Edges.OPEN);

  static Stream<Wiring> wirings() {
    return Stream.of(
        Wiring.fixedInDegree(30),
        Wiring.fixedInDegree(350), // draws the sources left out, in the second projection
        Wiring.erdosRenyi(0.02),
        Wiring.onSheet(TORUS, DistanceProfile.gaussian(60), 9),
        Wiring.onSheet(SLICE, DistanceProfile.gaussian(60), 9),
        Wiring.onSheet(TORUS, DistanceProfile.exponential(25), 2));
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void weightsOfEveryTargetWithSynapsesAddUpToOne(Wiring wiring) {
    for (Projection projection : List.of(EXCITATORY, INHIBITION)) {
      for (Connectivity c :
          List.of(
              wiring.connect(projection, 3),
              wiring.connect(projection, 3).withLogNormalWeights(0.8, 3))) {
        for (int target = 0; target < projection.targets(); target++) {
          double expected = c.inDegree(target) == 0 ? 0 : 1;
          // n additions and one division, each within 2⁻⁵³
          assertEquals(expected, c.weightSum(target), 400 * 0x1.0p-53);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void sourcesAreDistinctAscendingAndNeverTheNeuronItself(Wiring wiring) {
    for (Projection projection : List.of(EXCITATORY, INHIBITION)) {
      Connectivity c = wiring.connect(projection, 11);
      assertTrue(c.synapses() > 1_000);
      for (int target = 0; target < projection.targets(); target++) {
        int before = -1;
        for (int k = 0; k < c.inDegree(target); k++) {
          assertTrue(c.source(target, k) > before);
          before = c.source(target, k);
          assertTrue(before < projection.sources());
          assertTrue(!projection.isRecurrent() || before != target);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void rowsMadeInAnyOrderAndOfAnyLengthAreTheSame(Wiring wiring) {
    Connectivity whole = wiring.connect(EXCITATORY, 42);
    Wiring.Rows rows = wiring.prepare(EXCITATORY, 42);
    List<Integer> starts = new ArrayList<>(IntStream.range(0, 15).mapToObj(i -> 100 * i).toList());
    Collections.shuffle(starts, new Random(1));
    List<SynapseRows> pieces = new ArrayList<>();
    for (int from : starts) {
      pieces.add(rows.make(from, from + 37));
      pieces.add(rows.make(from + 37, from + 100));
    }
    assertEquals(whole, Connectivity.join(EXCITATORY, pieces));
    assertEquals(whole, wiring.connect(EXCITATORY, 42));
  }

  @ParameterizedTest
  @MethodSource("wirings")
  void anotherSeedAndAnotherProjectionAreWiredOtherwise(Wiring wiring) {
    SynapseRows rows = wiring.prepare(EXCITATORY, 1).make(0, 1_500);
    assertNotEquals(rows, wiring.prepare(EXCITATORY, 2).make(0, 1_500));
    assertNotEquals(rows, wiring.prepare(Projection.within("I", 1_500), 1).make(0, 1_500));
    assertNotEquals(
        wiring.connect(EXCITATORY, 1).withLogNormalWeights(0.3, 1),
        wiring.connect(EXCITATORY, 1).withLogNormalWeights(0.3, 2));
  }

  @Test
  void everyTargetHasTheStatedInDegree() {
    for (int sources : new int[] {0, 1, 7, 200, 201, 399, 400}) {
      Degrees degrees = Wiring.fixedInDegree(sources).connect(INHIBITION, 1).inDegrees();
      assertEquals(sources, degrees.least());
      assertEquals(sources, degrees.most());
    }
    assertEquals(1_499, Wiring.fixedInDegree(1_499).connect(EXCITATORY, 1).outDegrees().least());
  }

  @ParameterizedTest
  @CsvSource({"40", "300"})
  void everySourceIsChosenEquallyOften(int sourcesPerTarget) {
    Projection projection = new Projection("E", 10_000, "I", 400);
    Degrees out = Wiring.fixedInDegree(sourcesPerTarget).connect(projection, 5).outDegrees();
    double p = sourcesPerTarget / 400.0;
    double sd = Math.sqrt(10_000 * p * (1 - p));
    assertEquals(10_000 * p, out.mean(), 1e-9);
    // of 400 sources; the spread of a sample standard deviation is sd/√800 = 3.5 %: 5 of these
    assertEquals(sd, out.standardDeviation(), 0.18 * sd);
    assertTrue(out.most() < 10_000 * p + 5 * sd); // 5 sd: once in 10⁴ seeds
    assertTrue(out.least() > 10_000 * p - 5 * sd);
  }

  @Test
  void inDegreesOfErdosRenyiAreBinomial() {
    Projection projection = Projection.within("E", 20_001);
    Degrees in = Wiring.erdosRenyi(0.002).connect(projection, 9).inDegrees();
    double mean = 20_000 * 0.002;
    double sd = Math.sqrt(mean * (1 - 0.002));
    assertEquals(mean, in.mean(), 5 * sd / Math.sqrt(20_001)); // 5 standard errors
    assertEquals(sd, in.standardDeviation(), 5 * sd / Math.sqrt(2 * 20_001.0));
  }

  @Test
  void erdosRenyiConnectsNoneOrAllAtTheEndsOfItsRange() {
    assertEquals(0, Wiring.erdosRenyi(0).connect(EXCITATORY, 1).synapses());
    assertEquals(1_500 * 1_499, Wiring.erdosRenyi(1).connect(EXCITATORY, 1).synapses());
    assertEquals(0, Wiring.erdosRenyi(1e-300).connect(EXCITATORY, 1).synapses());
  }

  @Test
  void badNumbersAreRefusedByName() {
    assertComplains(
        "sources per target must be <= 1499, the neurons of 'E' a neuron of 'E' can choose from,"
            + " but was 1500",
        () -> Wiring.fixedInDegree(1_500).connect(EXCITATORY, 1));
    assertComplains("sources per target must be >= 0, but was -1", () -> Wiring.fixedInDegree(-1));
    assertComplains(
        "probability of a synapse must be between 0 and 1, but was NaN",
        () -> Wiring.erdosRenyi(Double.NaN));
    assertComplains(
        "sheet height must be finite and > 0 µm, but was 0.0",
        () -> new Sheet(1, 0, Sheet.Edges.OPEN));
    assertComplains(
        "length of a distance profile must be finite and > 0 µm, but was -1.0",
        () -> DistanceProfile.gaussian(-1));
    assertComplains(
        "population 'E' cannot have 3 and 4 neurons", () -> new Projection("E", 3, "E", 4));
    Wiring dense = Wiring.onSheet(TORUS, DistanceProfile.gaussian(10), 20);
    String message =
        assertThrows(IllegalArgumentException.class, () -> dense.connect(EXCITATORY, 1))
            .getMessage();
    assertTrue(message.startsWith("mean in-degree must be <= 1.5"), message);
  }

  private static void assertComplains(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
