package org.capgate.network.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wiring by distance against the probability of each pair, added up directly. */
class SheetTest {
  private static final int BINS = 8;

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(sheet(Sheet.Edges.PERIODIC), DistanceProfile.gaussian(70), 8.0),
        Arguments.of(sheet(Sheet.Edges.OPEN), DistanceProfile.gaussian(70), 8.0),
        Arguments.of(sheet(Sheet.Edges.PERIODIC), DistanceProfile.exponential(50), 6.0),
        Arguments.of(sheet(Sheet.Edges.OPEN), DistanceProfile.exponential(50), 6.0),
        // all squares are within reach: none may be visited twice
        Arguments.of(sheet(Sheet.Edges.PERIODIC), DistanceProfile.gaussian(400), 100.0),
        Arguments.of(new Sheet(5000, 40, Sheet.Edges.PERIODIC), DistanceProfile.gaussian(30), 3.0));
  }

  private static Sheet sheet(Sheet.Edges edges) {
    return new Sheet(900, 700, edges);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void synapsesFallWithDistanceAsStated(Sheet sheet, DistanceProfile profile, double meanInDegree) {
    Projection projection = Projection.within("E", 2_000);
    Connectivity c = Wiring.onSheet(sheet, profile, meanInDegree).connect(projection, 17);
    double peak =
        meanInDegree
            / (1_999
                * 2
                * Math.PI
                * Math.pow(profile.lengthMicrometres(), 2)
                / (sheet.widthMicrometres() * sheet.heightMicrometres()));
    double[][] places = new double[2_000][];
    for (int i = 0; i < places.length; i++) {
      places[i] = sheet.placeMicrometres(17, "E", i);
    }
    double[] expected = new double[BINS];
    double[] variance = new double[BINS];
    double[] counted = new double[BINS];
    for (int target = 0; target < 2_000; target++) {
      for (int source = 0; source < 2_000; source++) {
        if (source != target) {
          double distance = sheet.distanceMicrometres(places[source], places[target]);
          double p = peak * profile.at(distance);
          expected[bin(distance, profile)] += p;
          variance[bin(distance, profile)] += p * (1 - p);
        }
      }
      for (int k = 0; k < c.inDegree(target); k++) {
        counted[
            bin(sheet.distanceMicrometres(places[c.source(target, k)], places[target]), profile)]++;
      }
    }
    for (int bin = 0; bin < BINS; bin++) {
      // a sum of independent pairs: 5 standard deviations, and 1 for bins that are almost empty
      assertEquals(expected[bin], counted[bin], 5 * Math.sqrt(variance[bin]) + 1, "bin " + bin);
    }
  }

  private static int bin(double distance, DistanceProfile profile) {
    return (int) Math.min(BINS - 1, distance / profile.lengthMicrometres() * 2);
  }

  @Test
  void everyNeuronOfATorusHasTheSameSurroundingsAndBordersOfASliceHaveFewer() {
    Projection projection = Projection.within("E", 4_000);
    DistanceProfile profile = DistanceProfile.gaussian(50);
    double torus =
        Wiring.onSheet(sheet(Sheet.Edges.PERIODIC), profile, 20)
            .connect(projection, 1)
            .inDegrees()
            .mean();
    double slice =
        Wiring.onSheet(sheet(Sheet.Edges.OPEN), profile, 20)
            .connect(projection, 1)
            .inDegrees()
            .mean();
    assertEquals(20, torus, 0.6); // places differ: √(20/4000) = 0.07 from pairs, the rest from them
    assertTrue(slice < torus - 1.5, slice + " against " + torus);
  }

  @Test
  void aPlaceDependsOnItsKeyAlone() {
    Sheet sheet = sheet(Sheet.Edges.OPEN);
    assertArrayEquals(sheet.placeMicrometres(3, "E", 5), sheet.placeMicrometres(3, "E", 5));
    assertTrue(sheet.placeMicrometres(3, "E", 5)[0] != sheet.placeMicrometres(3, "I", 5)[0]);
    assertTrue(sheet.placeMicrometres(3, "E", 5)[0] != sheet.placeMicrometres(3, "E", 6)[0]);
    assertTrue(sheet.placeMicrometres(3, "E", 5)[0] != sheet.placeMicrometres(4, "E", 5)[0]);
  }

  @Test
  void borderOfATorusIsNoDistance() {
    Sheet torus = sheet(Sheet.Edges.PERIODIC);
    Sheet slice = sheet(Sheet.Edges.OPEN);
    double[] left = {1, 350};
    double[] right = {899, 350};
    assertEquals(2, torus.distanceMicrometres(left, right), 1e-12); // a few roundings of 900
    assertEquals(898, slice.distanceMicrometres(left, right), 1e-12);
  }
}
