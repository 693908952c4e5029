package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.capgate.input.Place;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.CompoundText;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TabulatedExposureTest {

  private static final CompoundCatalogue STANDARD = CompoundCatalogue.standard();
  private static final int TARGETS = Target.values().length;

  /** A treatment of one subject. */
  private record Case(String treatment, Species species, Preparation preparation) {
    TabulatedExposure exposure() {
      return (TabulatedExposure)
          Exposure.of(
              Regimen.parse(treatment, Place.UNKNOWN, STANDARD), species, preparation, STANDARD);
    }
  }

  private static Case inVivo(String treatment, Species species) {
    return new Case(treatment, species, Preparation.IN_VIVO);
  }

  static Stream<Case> everyCompoundAndRoute() {
    List<Case> cases = new ArrayList<>();
    for (Compound compound : STANDARD.compounds()) {
      for (Species species : compound.knownSpecies()) {
        for (Route route : compound.kinetics(species).orElseThrow().routes().keySet()) {
          String by = " mg/kg " + route.word();
          for (String amount : List.of(" 0.001", " 1", " 100")) {
            cases.add(inVivo(compound + amount + by + " at 1 h", species));
          }
          cases.add(inVivo(compound + " 10" + by + " at 1 h for 40 h", species));
          cases.add(inVivo(compound + " 10" + by + " at 0 h every 8 h for 1 d", species));
        }
      }
      if (compound.kind() == Compound.Kind.DRUG) {
        String bath = compound + " 5 uM bath at -1 h";
        cases.add(new Case(bath, Species.MOUSE, Preparation.SLICE));
        cases.add(new Case(bath + " for 2 h", Species.MOUSE, Preparation.SLICE));
      }
      if (compound.kind() == Compound.Kind.ACTUATOR) {
        cases.add(inVivo(compound + " all at 1 h for 100 h", Species.MOUSE));
      }
    }
    return cases.stream();
  }

  static Stream<Case> several() {
    return Stream.of(
        inVivo(
            "ketamine 30 mg/kg ip at 0 h; nbqx 5 mg/kg ip at 0 h; mk-801 0.1 mg/kg ip at 0 h;"
                + " rapamycin 0.2 nmol icv at 0 h; citalopram 5 mg/kg in at 0 h;"
                + " mrk-016 3 mg/kg ip at 0 h; hm3dq all at 0 h for 9 h",
            Species.RAT),
        inVivo("ketamine 10 mg/kg ip at 0 h every 24 h for 28 d", Species.MOUSE),
        inVivo("ketamine 0.5 mg/kg iv at 0 h for 0.67 h every 84 h for 28 d", Species.HUMAN),
        inVivo("ketamine 10 mg/kg ip at 0 h; ketamine 10 mg/kg ip at 0.001 h", Species.MOUSE),
        inVivo("hnk 1e-12 mg/kg ip at 0 h", Species.MOUSE),
        inVivo("ketamine 10 mg/kg ip at -876000 h", Species.MOUSE));
  }

  /** Breakpoints, the numbers beside them, and times on a scale of their logarithm. */
  private static double[] times(double start, double end, Random random) {
    double length = Math.min(end - start, 2000);
    double[] times = new double[80];
    times[0] = start;
    times[1] = Math.nextUp(start);
    times[2] = start + length;
    times[3] = Math.nextDown(start + length);
    times[4] = end < Double.POSITIVE_INFINITY ? end : start + 1e6;
    for (int i = 5; i < times.length; i++) {
      double share = random.nextDouble();
      times[i] = start + length * (i % 4 == 0 ? share : StrictMath.pow(10, -7 * share));
    }
    return times;
  }

  @ParameterizedTest
  @MethodSource({"everyCompoundAndRoute", "several"})
  void tablesAgreeWithTheClosedForm(Case which) {
    TabulatedExposure exposure = which.exposure();
    Exposure.Cursor table = exposure.newCursor();
    Exposure.Cursor exact = exposure.newExactCursor();
    double[] breakpoints = exposure.breakpointsHours();
    Random random = new Random(7);
    for (int segment = 1; segment <= breakpoints.length; segment++) {
      double end = segment < breakpoints.length ? breakpoints[segment] : Double.POSITIVE_INFINITY;
      double[] times = times(breakpoints[segment - 1], end, random);
      table.enterSegment(segment);
      exact.enterSegment(segment);
      double[][] read = new double[4][TARGETS]; // table, its rates, closed form, its rates
      double[] largest = new double[TARGETS];
      double[] fastest = new double[TARGETS];
      for (double t : times) {
        exact.evaluate(t, read[2], read[3]);
        for (int i = 0; i < TARGETS; i++) {
          largest[i] = Math.max(largest[i], Math.abs(read[2][i]));
          fastest[i] = Math.max(fastest[i], Math.abs(read[3][i]));
        }
      }
      SegmentEffects effects = exposure.closedForm().segmentEffects(segment, TableAccuracy.FINE);
      double[] rounding = new double[TARGETS];
      double[] roundingOfActive = new double[effects.targets().length];
      double[] alone = new double[TARGETS + 2];
      for (double t : times) {
        exact.evaluate(t, read[2], read[3]);
        table.evaluate(t, read[0], read[1]);
        table.effects(t, alone, 1, 1);
        assertArrayEquals(read[0], Arrays.copyOfRange(alone, 1, TARGETS + 1));
        effects.rounding(Math.max(0, t - breakpoints[segment - 1]), roundingOfActive);
        for (int i = 0; i < roundingOfActive.length; i++) {
          rounding[effects.targets()[i]] = roundingOfActive[i];
        }
        for (int i = 0; i < TARGETS; i++) {
          // 5e-14 between the nodes, at most twice that beside the checks, and its rounding
          double bound = 2e-13 * largest[i] + 1e-16 + 16 * rounding[i];
          String where = which + " " + Target.values()[i] + " at " + t;
          assertEquals(read[2][i], read[0][i], bound, where);
          // a polynomial of degree 15 on 6e-5 h magnifies an error by 2·15²/6e-5 h⁻¹
          double looser = 1e-6 * fastest[i] + 1e7 * (1e-16 + rounding[i]);
          assertEquals(read[3][i], read[1][i], looser, where);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("several")
  void coarseTablesAgreeToTheirTolerance(Case which) {
    TabulatedExposure fine = which.exposure();
    Exposure.Cursor coarse =
        new TabulatedExposure(fine.closedForm(), TableAccuracy.COARSE).newCursor();
    Exposure.Cursor exact = fine.newExactCursor();
    double[] breakpoints = fine.breakpointsHours();
    Random random = new Random(7);
    for (int segment = 1; segment <= breakpoints.length; segment++) {
      double end = segment < breakpoints.length ? breakpoints[segment] : Double.POSITIVE_INFINITY;
      coarse.enterSegment(segment);
      exact.enterSegment(segment);
      double[][] read = new double[2][TARGETS];
      double[] largest = new double[TARGETS];
      double[] difference = new double[TARGETS];
      for (double t : times(breakpoints[segment - 1], end, random)) {
        Arrays.fill(read[0], 0);
        Arrays.fill(read[1], 0);
        coarse.effects(t, read[0], 0, 1);
        exact.effects(t, read[1], 0, 1);
        for (int i = 0; i < TARGETS; i++) {
          largest[i] = Math.max(largest[i], Math.abs(read[1][i]));
          difference[i] = Math.max(difference[i], Math.abs(read[0][i] - read[1][i]));
        }
      }
      for (int i = 0; i < TARGETS; i++) {
        double allowed =
            3 * TableAccuracy.COARSE.tolerance() * largest[i] + TableAccuracy.COARSE.negligible();
        assertTrue(difference[i] <= allowed, which + " " + Target.values()[i] + difference[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource({"everyCompoundAndRoute", "several"})
  void tablesAreSmallAndHardlyAnyPieceIsClosedForm(Case which) {
    TabulatedExposure exposure = which.exposure();
    for (int segment = 0; segment <= exposure.breakpointsHours().length; segment++) {
      EffectTable table = exposure.table(segment);
      assertTrue(table.pieces() <= 60, which + " takes " + table.pieces());
      // the first, and one more where rounding in the closed form is largest
      assertTrue(table.exactPieces() <= 2, which + " takes " + table.exactPieces());
    }
  }

  @ParameterizedTest
  @MethodSource({"everyCompoundAndRoute", "several"})
  void nothingChangesOnceItIsQuietAndOnlyActiveTargetsAreActedOn(Case which) {
    Exposure exposure = which.exposure();
    double[] breakpoints = exposure.breakpointsHours();
    Exposure.Cursor table = exposure.newCursor();
    Exposure.Cursor exact = exposure.newExactCursor();
    double[] settled = new double[TARGETS];
    double[] later = new double[TARGETS];
    double[] rate = new double[TARGETS];
    for (int segment = 0; segment <= breakpoints.length; segment++) {
      table.enterSegment(segment);
      exact.enterSegment(segment);
      boolean last = segment == breakpoints.length;
      double end = last ? Double.POSITIVE_INFINITY : breakpoints[segment];
      double quiet = table.quietFromHours();
      assertTrue(!last || quiet < end, which + " is never quiet");
      int[] active = table.activeTargets();
      double start = segment == 0 ? end - 1 : breakpoints[segment - 1];
      if (quiet < end) {
        double from = Math.max(quiet, start);
        double until = last ? from + 1e5 : end;
        table.evaluate(from, settled, rate);
        for (double t : new double[] {from, 0.5 * (from + until), until}) {
          table.evaluate(t, later, rate);
          assertArrayEquals(settled, later);
          assertArrayEquals(new double[TARGETS], rate);
          exact.evaluate(t, later, rate);
          assertArrayEquals(later, settled, 5e-16); // 1e-16, and the rounding of a lasting 1
        }
      }
      for (double t : new double[] {start, start + 0.01, start + 1}) {
        exact.evaluate(Math.min(t, end), later, rate);
        for (int i = 0; i < TARGETS; i++) {
          boolean named = Arrays.binarySearch(active, i) >= 0;
          assertTrue(named || Math.abs(later[i]) < 1e-15, which + " acts on " + i);
        }
      }
    }
  }

  @Test
  void aBathLastsAndAWashedOutDrugLeavesNothing() {
    int nmda = Target.NMDA_INHIBITORY.ordinal();
    double[] effect = new double[TARGETS];
    Exposure.Cursor bath =
        new Case("ketamine 5 uM bath at 0 h", Species.MOUSE, Preparation.SLICE)
            .exposure()
            .newCursor();
    bath.enterSegment(1);
    assertTrue(bath.quietFromHours() < 3, "36 time constants of 2 min"); // exp(-37) < 1e-16
    bath.effects(100, effect, 0, 1);
    assertTrue(effect[nmda] < -0.5);
    Exposure.Cursor dose =
        inVivo("ketamine 10 mg/kg ip at 0 h", Species.MOUSE).exposure().newCursor();
    dose.enterSegment(1);
    assertTrue(dose.quietFromHours() > 5 && dose.quietFromHours() < 100);
    dose.effects(dose.quietFromHours(), effect, 0, 1);
    assertArrayEquals(new double[TARGETS], effect);
    dose.enterSegment(0);
    assertEquals(Double.NEGATIVE_INFINITY, dose.quietFromHours());
    assertEquals(0, dose.activeTargets().length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.05, 1.5, 2, 2.5, 3.7, 10})
  void anyHillSlopeCanBeTabulated(double slope) {
    String steep =
        CompoundText.drug("steep", 1, 1, 5, "")
            + CompoundText.targets(CompoundText.target("ampa", "block", 0.05, slope, 0.9));
    CompoundCatalogue catalogue = CompoundCatalogue.of(List.of(CompoundText.read(steep)));
    for (String route : List.of("iv", "ip", "icv")) {
      TabulatedExposure exposure =
          (TabulatedExposure)
              Exposure.of(
                  Regimen.parse("steep 20 mg/kg " + route + " at 0 h", Place.UNKNOWN, catalogue),
                  Species.MOUSE,
                  Preparation.IN_VIVO,
                  catalogue);
      assertTrue(exposure.table(1).pieces() <= 120, "pieces " + exposure.table(1).pieces());
      Exposure.Cursor table = exposure.newCursor();
      Exposure.Cursor exact = exposure.newExactCursor();
      table.enterSegment(1);
      exact.enterSegment(1);
      double[] found = new double[TARGETS];
      double[] expected = new double[TARGETS];
      for (double t = 1e-7; t < 100; t *= 1.03) {
        table.effects(t, found, 0, 1);
        exact.effects(t, expected, 0, 1);
        // 2e-13 of 0.9; a level 400 times the potency is read to 1e-15 of itself right after a dose
        assertArrayEquals(expected, found, 5e-12 * slope);
      }
    }
  }

  @Test
  void aRecentExposureIsGivenAgainAndOthersAreNot() {
    Regimen regimen = Regimen.parse("hnk 10 mg/kg ip at 0 h", Place.UNKNOWN, STANDARD);
    Regimen equal = Regimen.parse("hnk 10 mg/kg ip at 0 h", Place.UNKNOWN, STANDARD);
    Exposure first = Exposure.of(regimen, Species.MOUSE, Preparation.IN_VIVO, STANDARD);
    assertSame(first, Exposure.of(equal, Species.MOUSE, Preparation.IN_VIVO, STANDARD));
    assertNotSame(first, Exposure.of(regimen, Species.RAT, Preparation.IN_VIVO, STANDARD));
    CompoundCatalogue other = CompoundCatalogue.of(STANDARD.compounds());
    assertNotSame(first, Exposure.of(regimen, Species.MOUSE, Preparation.IN_VIVO, other));
    for (int dose = 1; dose <= 100; dose++) {
      Exposure.of(
          Regimen.of(Dose.of("hnk", dose, AmountUnit.MG_PER_KG).oral()),
          Species.MOUSE,
          Preparation.IN_VIVO,
          STANDARD);
    }
    assertNotSame(first, Exposure.of(regimen, Species.MOUSE, Preparation.IN_VIVO, STANDARD));
  }
}
