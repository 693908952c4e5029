package org.capgate.exposure;

import static org.capgate.treatment.CompoundText.drug;
import static org.capgate.treatment.CompoundText.metabolite;
import static org.capgate.treatment.CompoundText.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.capgate.input.Place;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.SubjectCompounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metabolites that are formed before what was given arrives. */
class FirstPassTest {

  private static final double BIOAVAILABILITY = 0.8; // of CompoundText#drug by ip
  private static final String SHARE_OF_CHILD =
      "parent/kinetics/mouse/metabolites/child/firstPassFraction";

  private static CompoundCatalogue family(String metabolites, double bioavailability) {
    String parent =
        drug("parent", 2, 2.4, 4, metabolites)
            .replace(
                "bioavailability: {value: 0.8",
                "bioavailability: {value: %s".formatted(bioavailability));
    return CompoundCatalogue.of(List.of(read(parent), read(drug("child", 2, 3, 3, ""))));
  }

  /** Area in plasma for ever by compound (µM·h). */
  private static Map<String, Double> areas(
      String treatment, Species species, CompoundCatalogue catalogue) {
    Map<String, Double> areas = new HashMap<>();
    for (Pharmacokinetics row : all(treatment, species, catalogue)) {
      if (row.site() == Site.PLASMA) {
        areas.put(row.compound(), row.wholeAreaMicromolarHours());
      }
    }
    return areas;
  }

  private static List<Pharmacokinetics> all(
      String treatment, Species species, CompoundCatalogue catalogue) {
    Regimen regimen = Regimen.parse(treatment, Place.UNKNOWN, catalogue);
    return Pharmacokinetics.of(regimen, species, Preparation.IN_VIVO, catalogue, 24);
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** Clearance times area of each compound is what entered its plasma, whatever way it came. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everythingThatEntersPlasmaIsEliminated(long seed) {
    CompoundCatalogue catalogue = RandomCompounds.catalogue(new Random(seed));
    for (Route route : List.of(Route.INTRAPERITONEAL, Route.ORAL, Route.INTRANASAL)) {
      Map<String, Double> areas =
          areas("parent 5 mg/kg %s".formatted(route.word()), Species.RAT, catalogue);
      Compound parent = catalogue.named("parent");
      double dose = 5000 / parent.molarMassGramsPerMole(); // µmol/kg
      double arriving =
          dose
              * parent
                  .kinetics(Species.RAT)
                  .map(kinetics -> kinetics.routes().get(route))
                  .orElseThrow()
                  .bioavailability();
      Map<String, Double> entered = new HashMap<>(Map.of("parent", arriving));
      for (String name : List.of("parent", "child", "grandchild")) {
        Kinetics kinetics = catalogue.named(name).kinetics(Species.RAT).orElseThrow();
        double eliminated =
            kinetics.central().clearanceLitresPerHourPerKilogram() * areas.getOrDefault(name, 0.0);
        // The areas come from balances of each state: rounding of some sums of like terms.
        assertEquals(entered.getOrDefault(name, 0.0), eliminated, 1e-12 * dose, name);
        for (Kinetics.Formation formed : kinetics.metabolites()) {
          double lost = name.equals("parent") ? dose - arriving : 0;
          entered.merge(
              formed.compound(),
              formed.fraction() * eliminated + formed.firstPassFraction() * lost,
              Double::sum);
        }
      }
    }
  }

  @Test
  void whatIsLostEntirelyComesAsTheMetabolite() {
    CompoundCatalogue catalogue = family(metabolite("child", 0.6, 0.75), 0);
    Map<String, Double> areas = areas("parent 5 mg/kg ip", Species.MOUSE, catalogue);
    // molar mass 1000, so 5 µmol/kg; clearance of the child 3 L/h/kg; rounding of a few products
    assertEquals(5 * 0.75 / 3, areas.getOrDefault("child", 0.0), 1e-14);
    assertEquals(0, areas.getOrDefault("parent", 0.0));
  }

  /** The given compound does not notice; and a fraction of 0 is the same as none, to the bit. */
  @ParameterizedTest
  @ValueSource(strings = {"ip", "iv", "icv"})
  void noFractionIsAFractionOfZero(String route) {
    String treatment =
        "parent 5 mg/kg %s at 0 h; parent 2 mg/kg ip at 1 h for 1 h".formatted(route);
    Reading without =
        Reading.of(treatment, Species.MOUSE, family(metabolite("child", 0.6), BIOAVAILABILITY));
    Reading zero =
        Reading.of(treatment, Species.MOUSE, family(metabolite("child", 0.6, 0), BIOAVAILABILITY));
    Reading some =
        Reading.of(
            treatment, Species.MOUSE, family(metabolite("child", 0.6, 0.5), BIOAVAILABILITY));
    for (double t = 0.125; t < 8; t += 0.125) {
      for (String analyte : List.of("parent", "child")) {
        assertEquals(without.brain(analyte, t), zero.brain(analyte, t), analyte);
        assertEquals(without.plasma(analyte, t), zero.plasma(analyte, t), analyte);
      }
      double parent = without.plasma("parent", t);
      assertEquals(parent, some.plasma("parent", t), 1e-13 * (1 + parent)); // other products
      if (t > 1) {
        assertTrue(some.plasma("child", t) > without.plasma("child", t));
      }
    }
  }

  /** A vein and a ventricle are no way past the liver. */
  @ParameterizedTest
  @ValueSource(strings = {"iv", "icv"})
  void onlyAbsorbedDosesPassFirst(String route) {
    String treatment = "parent 5 mg/kg %s at 0 h".formatted(route);
    Reading all = Reading.of(treatment, Species.MOUSE, family(metabolite("child", 0.6, 1), 0.8));
    Reading none = Reading.of(treatment, Species.MOUSE, family(metabolite("child", 0.6), 0.8));
    for (double t = 0; t < 8; t += 0.125) {
      assertEquals(none.plasma("child", t), all.plasma("child", t));
    }
  }

  /** Subjects change numbers without reading compounds anew where that is possible. */
  @Test
  void aSubjectHasWhatACatalogueWithItsNumbersHas() {
    CompoundCatalogue catalogue = family(metabolite("child", 0.6, 0.5), BIOAVAILABILITY);
    Map<String, Double> own =
        Map.of("parent/kinetics/mouse/routes/ip/bioavailability", 0.3, SHARE_OF_CHILD, 0.9);
    List<String> paths = List.copyOf(own.keySet());
    Regimen regimen = Regimen.parse("parent 5 mg/kg ip at 0 h", Place.UNKNOWN, catalogue);
    Exposure subject =
        Exposure.ofOne(
            regimen,
            Species.MOUSE,
            Preparation.IN_VIVO,
            new SubjectCompounds(catalogue, paths)
                .of(paths.stream().mapToDouble(own::get).toArray(), Double.NaN));
    Exposure changed =
        Exposure.of(regimen, Species.MOUSE, Preparation.IN_VIVO, catalogue.withNumbers(own));
    Exposure common = Exposure.of(regimen, Species.MOUSE, Preparation.IN_VIVO, catalogue);
    for (double t = 0.125; t < 8; t += 0.125) {
      assertEquals(child(changed, t), child(subject, t));
    }
    assertNotEquals(child(common, 0.25), child(changed, 0.25), 0.1); // µM, of 0.5
  }

  private static double child(Exposure exposure, double tHours) {
    Exposure.Cursor cursor = exposure.newCursor();
    cursor.enterSegment(1);
    return cursor.concentrationMicromolar("child", Site.PLASMA, tHours);
  }

  private static double ratio(String over, String under, String treatment) {
    Map<String, Double> areas = areas(treatment, Species.HUMAN, CompoundCatalogue.standard());
    return areas.getOrDefault(over, 0.0) / areas.getOrDefault(under, 0.0);
  }

  /**
   * Hasan 2021 (Anesthesiology 135:326, abstract): areas HNK over ketamine of 30 ± 16 after tablets
   * and 3.1 ± 1.4 after iv for the R forms, 18 ± 11 and 1.7 ± 0.8 for the S forms; ten times as
   * much. The interval is a third either way, less than a standard deviation of each.
   */
  @ParameterizedTest
  @ValueSource(strings = {"norketamine", "hnk"})
  void tabletsGiveTenTimesAsMuchMetabolitePerKetamineAsIvInMan(String metabolite) {
    double oral = ratio(metabolite, "ketamine", "ketamine 40 mg po");
    double iv = ratio(metabolite, "ketamine", "ketamine 5 mg iv for 0.5 h");
    assertEquals(10, oral / iv, 3.3);
  }

  /**
   * Perez-Ruixo 2021 Table 4, as transcribed in nlmixr2lib: 362 ng·h/mL esketamine and 758 of
   * noresketamine in 24 h after 84 mg by nose, 2.2 as amounts of substance; a factor of 1.5 either
   * way as its patients differ.
   */
  @Test
  void nasalEsketamineGivesTwiceAsMuchNoresketamine() {
    double ratio = ratio("s-norketamine", "s-ketamine", "s-ketamine 84 mg in");
    assertTrue(ratio > 2.2 / 1.5 && ratio < 2.2 * 1.5, () -> "ratio " + ratio);
  }

  /** About 0.1 µM within hours of an antidepressant infusion: half of it after 2 h. */
  @Test
  void hnkInTheHumanBrainIsATenthMicromolarWithinHours() {
    String treatment = "ketamine 0.5 mg/kg iv at 0 h for 0.667 h";
    Pharmacokinetics hnk =
        all(treatment, Species.HUMAN, CompoundCatalogue.standard()).stream()
            .filter(row -> row.site() == Site.BRAIN && row.compound().equals("hnk"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.1, hnk.maximumMicromolar(), 0.03);
    assertTrue(hnk.maximumHours() < 8, () -> "highest at %s h".formatted(hnk.maximumHours()));
    assertTrue(Reading.of(treatment, Species.HUMAN).brain("hnk", 2) > 0.04);
  }
}
