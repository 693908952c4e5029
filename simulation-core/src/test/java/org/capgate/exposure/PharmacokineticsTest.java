package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the closed forms of textbooks, and against quadrature and search of the curve itself. */
class PharmacokineticsTest {
  private static final double MOLAR_MASS = 200;
  private static final double VOLUME = 2;
  private static final double CLEARANCE = 1.5;
  private static final double ABSORPTION = 4;
  private static final double SHARE = 0.6;
  private static final double PARTITION = 1.3;
  private static final double FORMED = 0.25;
  private static final double CLEARANCE_OF_FORMED = 0.9;

  /** Rounding: all of it is a few sums of products of numbers of about one. */
  private static final double ROUNDING = 1e-12;

  private static final CompoundCatalogue CATALOGUE =
      CompoundCatalogue.of(
          List.of(
              Compound.read(
                  text(
                      "parent.yaml",
                      """
                      capgate-compound: 1
                      name: parent
                      kind: drug
                      description: "one compartment"
                      molarMassGramsPerMole: {value: 200, source: "test"}
                      kinetics:
                        mouse:
                          central:
                            volumeLitresPerKilogram: {value: 2, source: "test"}
                            clearanceLitresPerHourPerKilogram: {value: 1.5, source: "test"}
                          brain:
                            partitionCoefficient: {value: 1.3, source: "test"}
                            equilibrationPerHour: {value: 20, source: "test"}
                          routes:
                            iv:
                              bioavailability: {value: 1, source: "test"}
                            ip:
                              bioavailability: {value: 0.6, source: "test"}
                              absorptionPerHour: {value: 4, source: "test"}
                          metabolites:
                            child:
                              fraction: {value: 0.25, source: "test"}
                      """)),
              Compound.read(
                  text(
                      "child.yaml",
                      """
                      capgate-compound: 1
                      name: child
                      kind: drug
                      description: "formed"
                      molarMassGramsPerMole: {value: 216, source: "test"}
                      kinetics:
                        mouse:
                          central:
                            volumeLitresPerKilogram: {value: 1, source: "test"}
                            clearanceLitresPerHourPerKilogram: {value: 0.9, source: "test"}
                          brain:
                            partitionCoefficient: {value: 1, source: "test"}
                            equilibrationPerHour: {value: 20, source: "test"}
                          routes:
                            iv:
                              bioavailability: {value: 1, source: "test"}
                      """))));

  private static SourceText text(String name, String yaml) {
    return SourceText.read(name, new StringReader(yaml));
  }

  private static List<Pharmacokinetics> rows(String regimen, double untilHours) {
    return Pharmacokinetics.of(
        Regimen.parse(regimen, Place.UNKNOWN, CATALOGUE),
        Species.MOUSE,
        Preparation.IN_VIVO,
        CATALOGUE,
        untilHours);
  }

  private static Pharmacokinetics row(List<Pharmacokinetics> rows, String compound, Site site) {
    return rows.stream()
        .filter(row -> row.compound().equals(compound) && row.site() == site)
        .findFirst()
        .orElseThrow();
  }

  private static void same(double expected, double found) {
    assertEquals(expected, found, ROUNDING * Math.abs(expected));
  }

  @Test
  void aBolusIntoAVeinFallsFromItsDoseOverTheVolume() {
    double doseMicromolesPerKilogram = 10 / MOLAR_MASS * 1000;
    double rate = CLEARANCE / VOLUME;
    Pharmacokinetics plasma = row(rows("parent 10 mg/kg iv at 1 h", 3), "parent", Site.PLASMA);
    assertTrue(plasma.isGiven());
    same(doseMicromolesPerKilogram / VOLUME, plasma.maximumMicromolar());
    same(1, plasma.maximumHours());
    same(
        doseMicromolesPerKilogram / CLEARANCE * (1 - StrictMath.exp(-rate * 2)),
        plasma.areaMicromolarHours());
    same(doseMicromolesPerKilogram / CLEARANCE, plasma.wholeAreaMicromolarHours());
    same(StrictMath.log(2) / rate, plasma.halfLifeHours());
    same(CLEARANCE, plasma.clearanceLitresPerHourPerKilogram().orElseThrow());
  }

  @Test
  void aDoseByAbsorptionHasBatemansPeakAndItsClearanceOverBioavailability() {
    double amount = 10 / MOLAR_MASS * 1000;
    double rate = CLEARANCE / VOLUME;
    double peakHours = StrictMath.log(ABSORPTION / rate) / (ABSORPTION - rate);
    double peak =
        SHARE
            * amount
            / VOLUME
            * ABSORPTION
            / (ABSORPTION - rate)
            * (StrictMath.exp(-rate * peakHours) - StrictMath.exp(-ABSORPTION * peakHours));
    List<Pharmacokinetics> rows = rows("parent 10 mg/kg ip at 0 h", 24);
    Pharmacokinetics plasma = row(rows, "parent", Site.PLASMA);
    same(peak, plasma.maximumMicromolar());
    // At the peak the curve is flat: its place is known to the root of the rounding error.
    assertEquals(peakHours, plasma.maximumHours(), 1e-8);
    same(SHARE * amount / CLEARANCE, plasma.wholeAreaMicromolarHours());
    same(CLEARANCE / SHARE, plasma.clearanceLitresPerHourPerKilogram().orElseThrow());
    Pharmacokinetics brain = row(rows, "parent", Site.BRAIN);
    same(PARTITION * SHARE * amount / CLEARANCE, brain.wholeAreaMicromolarHours());
    assertTrue(brain.clearanceLitresPerHourPerKilogram().isEmpty());
    Pharmacokinetics formed = row(rows, "child", Site.PLASMA);
    assertFalse(formed.isGiven());
    same(FORMED * SHARE * amount / CLEARANCE_OF_FORMED, formed.wholeAreaMicromolarHours());
    same(StrictMath.log(2) / rate, formed.halfLifeHours()); // formed slower than it is cleared
    assertTrue(formed.clearanceLitresPerHourPerKilogram().isEmpty());
  }

  @Test
  void anInfusionPeaksAtItsEndAndRepeatedDosesBuildUpAsTheGeometricSeriesSays() {
    double amount = 10 / MOLAR_MASS * 1000;
    double rate = CLEARANCE / VOLUME;
    Pharmacokinetics infused =
        row(rows("parent 10 mg/kg iv at 0 h for 2 h", 24), "parent", Site.PLASMA);
    same(amount / 2 / CLEARANCE * (1 - StrictMath.exp(-2 * rate)), infused.maximumMicromolar());
    same(2, infused.maximumHours());
    same(amount / CLEARANCE, infused.wholeAreaMicromolarHours());

    double kept = StrictMath.exp(-6 * rate);
    Pharmacokinetics repeated =
        row(rows("parent 10 mg/kg iv at 0 h every 6 h for 2 d", 48), "parent", Site.PLASMA);
    same(
        amount / VOLUME * (1 - StrictMath.pow(kept, 8)) / (1 - kept), repeated.maximumMicromolar());
    same(42, repeated.maximumHours());
    same(8 * amount / CLEARANCE, repeated.wholeAreaMicromolarHours());
    same(CLEARANCE, repeated.clearanceLitresPerHourPerKilogram().orElseThrow());
  }

  @Test
  void whatIsGivenAndFormedHasNoClearanceOfItsOwn() {
    List<Pharmacokinetics> rows = rows("parent 10 mg/kg iv at 0 h; child 1 mg/kg iv at 1 h", 24);
    assertTrue(row(rows, "child", Site.PLASMA).isGiven());
    assertTrue(row(rows, "child", Site.PLASMA).clearanceLitresPerHourPerKilogram().isEmpty());
    same(
        FORMED * 50 / CLEARANCE_OF_FORMED + 1.0 / 216 * 1000 / CLEARANCE_OF_FORMED,
        row(rows, "child", Site.PLASMA).wholeAreaMicromolarHours());
  }

  @Test
  void nothingThatHasAConcentrationGivesNoRow() {
    CompoundCatalogue shipped = CompoundCatalogue.standard();
    for (String regimen :
        List.of("none", "vehicle 0 mg/kg ip at 0 h", "hm3dq excitatory at 0 h for 1 h")) {
      assertEquals(
          List.of(),
          Pharmacokinetics.of(
              Regimen.parse(regimen, Place.UNKNOWN, shipped),
              Species.MOUSE,
              Preparation.IN_VIVO,
              shipped,
              24));
    }
  }

  @Test
  void aBathThatIsNeverWashedOutHasAnInfiniteAreaAtTheCellsOnly() {
    CompoundCatalogue shipped = CompoundCatalogue.standard();
    List<Pharmacokinetics> rows =
        Pharmacokinetics.of(
            Regimen.parse("ketamine 20 uM bath at 0 h", Place.UNKNOWN, shipped),
            Species.MOUSE,
            Preparation.SLICE,
            shipped,
            24);
    assertEquals(1, rows.size());
    assertEquals(Site.BRAIN, rows.get(0).site());
    assertEquals(Double.POSITIVE_INFINITY, rows.get(0).wholeAreaMicromolarHours());
    same(20, rows.get(0).maximumMicromolar());
    double late = 24 - 1 / Kinetics.BATH_PER_HOUR; // the cells follow the bath by its time
    same(20 * late, rows.get(0).areaMicromolarHours());
  }

  @ParameterizedTest
  @CsvSource({
    "mouse, 'ketamine 10 mg/kg ip at 0 h'",
    "human, 'ketamine 0.5 mg/kg iv at 0 h for 0.667 h every 84 h for 8 d'",
    "human, 'citalopram 20 mg po every 24 h for 4 d'",
    "rat, 'ketamine 10 mg/kg icv at 0 h; hnk 10 mg/kg ip at 2 h'"
  })
  void shippedCompoundsHaveTheAreaAndThePeakOfTheirCurve(String species, String text) {
    CompoundCatalogue shipped = CompoundCatalogue.standard();
    Regimen regimen = Regimen.parse(text, Place.UNKNOWN, shipped);
    Species subject = Species.of(species);
    Exposure exposure = Exposure.of(regimen, subject, Preparation.IN_VIVO, shipped);
    double[] breakpoints = exposure.breakpointsHours();
    double untilHours = breakpoints[breakpoints.length - 1] + 7;
    List<Pharmacokinetics> rows =
        Pharmacokinetics.of(regimen, subject, Preparation.IN_VIVO, shipped, untilHours);
    assertTrue(rows.size() >= 2);
    for (Pharmacokinetics row : rows) {
      if (!shipped.named(row.compound()).analyte().equals(row.compound())) {
        continue; // the cursor reads analytes
      }
      double area = 0;
      double highest = 0;
      Exposure.Cursor cursor = exposure.newExactCursor();
      for (int k = 0; k < breakpoints.length; k++) {
        cursor.enterSegment(k + 1);
        double end = k + 1 < breakpoints.length ? breakpoints[k + 1] : untilHours;
        // In pieces that grow as the curve flattens.
        double from = breakpoints[k];
        for (double width = 0.02; from < end; width *= 1.5) {
          double to = Math.min(end, from + width);
          area +=
              new IterativeLegendreGaussIntegrator(12, 1e-13, 1e-14)
                  .integrate(
                      100_000,
                      t -> cursor.concentrationMicromolar(row.compound(), row.site(), t),
                      from,
                      to);
          for (int i = 0; i <= 200; i++) {
            highest =
                Math.max(
                    highest,
                    cursor.concentrationMicromolar(
                        row.compound(), row.site(), from + (to - from) * i / 200));
          }
          from = to;
        }
      }
      // The area from the balance loses digits where a segment is short against a slow process.
      assertEquals(area, row.areaMicromolarHours(), 1e-9 * area, row.toString());
      assertTrue(row.maximumMicromolar() >= highest * (1 - 1e-12), row + " against " + highest);
      // 200 looks in each piece miss the top of a parabola by less than this.
      assertEquals(highest, row.maximumMicromolar(), 1e-3 * highest, row.toString());
    }
  }
}
