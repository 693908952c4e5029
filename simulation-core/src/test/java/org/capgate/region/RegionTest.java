package org.capgate.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.Test;

class RegionTest {
  private static final Varied UNIT = new Varied("x", 0.5, 0, 1);
  private static final Varied OTHER = new Varied("y", 0.5, 0, 1);

  @Test
  void bordersOfOneNumberAreFound() {
    Region region =
        Region.of(List.of(UNIT), x -> x[0] > 0.123456 && x[0] < 0.654321, 25, 2, done -> {});
    assertEquals(2, region.border().size());
    assertEquals(0.123456, region.border().get(0).from().get(0), 1e-6);
    assertEquals(0.654321, region.border().get(1).from().get(0), 1e-6);
    Region.Way way = region.toBorder(new double[] {0.5}).orElseThrow();
    assertEquals(0.154321, way.share(), 1e-6);
    assertEquals(0.654321, way.values().get(0), 1e-6);
  }

  @Test
  void aRangeAboveZeroIsMeasuredInItsLogarithm() {
    Varied decades = new Varied("k", 1, 0.01, 100);
    Region region = Region.of(List.of(decades), x -> x[0] < 10, 25, 1, done -> {});
    assertEquals(10, region.values(region.border().get(0).from())[0], 1e-4);
    assertEquals(0.25, region.toBorder(new double[] {1}).orElseThrow().share(), 1e-6);
  }

  /** A disc: its border is at its radius, its area what the grid says. */
  @Test
  void theBorderOfADiscIsACircle() {
    Statement disc = x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) < 0.3;
    Region region = Region.of(List.of(UNIT, OTHER), disc, 41, 2, done -> {});
    assertTrue(region.border().size() > 60);
    for (Region.Piece piece : region.border()) {
      assertEquals(0.3, Math.hypot(piece.from().get(0) - 0.5, piece.from().get(1) - 0.5), 1e-5);
    }
    assertEquals(Math.PI * 0.09, region.share(), 0.025); // one row of the grid's edge
    // Chords lie within the circle by less than the square of the spacing.
    assertEquals(
        0.3, region.toBorder(new double[] {0.5, 0.5}).orElseThrow().share(), 0.025 * 0.025);
    assertEquals(
        0.1, region.toBorder(new double[] {0.9, 0.5}).orElseThrow().share(), 0.025 * 0.025);
  }

  @Test
  void withoutABorderThereIsNoWay() {
    Region region = Region.of(List.of(UNIT), x -> true, 5, 1, done -> {});
    assertEquals(1, region.share());
    assertTrue(region.toBorder(new double[] {0.5}).isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> Region.of(List.of(), x -> true, 5, 1, done -> {}));
  }

  /** On one side of the border of a finding it is shown, on the other it is not. */
  @Test
  void theVerdictOfAFindingChangesAtItsBorder() {
    ParameterSet set = ParameterSet.standard();
    String name = "captureGainExcitatory";
    Varied range = Varied.within(12, set.parameter(name));
    FindingVerdict verdict =
        new FindingVerdict(
            FindingsEvaluator.standard().withIntegrator(Solvers.standard(1e-4)),
            set,
            FindingFile.published().finding("B01"),
            List.of(name));
    assertTrue(verdict.holdsAt(new double[] {range.value()}));
    Region region = Region.of(List.of(range), verdict, 7, 2, done -> {});
    assertEquals(1, region.border().size());
    double border = region.values(region.border().get(0).from())[0];
    assertTrue(border < range.value());
    assertTrue(verdict.holdsAt(new double[] {1.001 * border}));
    assertTrue(!verdict.holdsAt(new double[] {0.999 * border}));
  }
}
