package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PharmacokineticsLawsTest {

  private static final CompoundCatalogue STANDARD = CompoundCatalogue.standard();

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void dosesSuperpose(long seed) {
    Random random = new Random(seed);
    String[] routes = {"iv", "ip", "po", "in", "icv"};
    String[] given = new String[4];
    for (int i = 0; i < given.length; i++) {
      given[i] =
          "ketamine "
              + (1 + random.nextInt(30))
              + " mg/kg "
              + routes[random.nextInt(5)]
              + " at "
              + random.nextInt(5)
              + " h"
              + (random.nextBoolean() ? " for 0.5 h" : "");
    }
    Reading together = Reading.of(String.join("; ", given), Species.RAT);
    for (double t = 0; t < 12; t += 0.37) {
      double sum = 0;
      double sumOfHnk = 0;
      for (String one : given) {
        Reading alone = Reading.of(one, Species.RAT);
        sum += alone.brain("ketamine", t);
        sumOfHnk += alone.brain("hnk", t);
      }
      // concentrations up to some 1000 µM right after icv; rounding of a few exponentials
      assertEquals(sum, together.brain("ketamine", t), 1e-12 * (1 + sum));
      assertEquals(sumOfHnk, together.brain("hnk", t), 1e-12 * (1 + sum));
    }
  }

  @Test
  void concentrationsScaleWithTheDoseAndShiftWithItsTime() {
    Reading once = Reading.of("ketamine 5 mg/kg ip at 0 h", Species.MOUSE);
    Reading twiceLater = Reading.of("ketamine 10 mg/kg ip at 8 h", Species.MOUSE);
    for (double t = 0.125; t < 6; t += 0.125) {
      double expected = 2 * once.brain("norketamine", t);
      assertEquals(expected, twiceLater.brain("norketamine", t + 8), 1e-13);
    }
  }

  static Stream<Species> species() {
    return Stream.of(Species.values());
  }

  /**
   * What arrives is eliminated: clearance times area = what arrives of the dose, or is formed from
   * it at first pass and later, down the chain.
   */
  @ParameterizedTest
  @MethodSource("species")
  void massIsConservedFromDoseToLastMetabolite(Species species) {
    Compound ketamine = STANDARD.named("ketamine");
    double dose = 10 / ketamine.molarMassGramsPerMole() * 1000; // µmol/kg
    Reading reading = Reading.of("ketamine 10 mg/kg po at 0 h", species);
    Map<Route, Kinetics.Absorption> routes =
        new EnumMap<>(ketamine.kinetics(species).orElseThrow().routes());
    double arriving = dose * routes.get(Route.ORAL).bioavailability();
    double expected = arriving;
    for (String name : new String[] {"ketamine", "norketamine", "hnk"}) {
      Kinetics kinetics = STANDARD.named(name).kinetics(species).orElseThrow();
      double eliminated =
          kinetics.central().clearanceLitresPerHourPerKilogram() * area(reading, name);
      assertEquals(expected, eliminated, 1e-6 * expected, name); // Simpson's rule with 0.02 h
      if (!kinetics.metabolites().isEmpty()) {
        Kinetics.Formation formed = kinetics.metabolites().get(0);
        expected *= formed.fraction();
        expected += name.equals("ketamine") ? (dose - arriving) * formed.firstPassFraction() : 0;
      }
    }
  }

  private static double area(Reading reading, String analyte) {
    int steps = 20_000;
    double step = 400.0 / steps; // h; the slowest half-life is 8 h
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * reading.plasma(analyte, i * step);
    }
    return sum * step / 3;
  }

  @ParameterizedTest
  @EnumSource(Species.class)
  void concentrationsAreNeverNegativeAndVanish(Species species) {
    Reading reading = Reading.of("ketamine 10 mg/kg iv at 0 h; hnk 5 mg/kg po at 1 h", species);
    for (double t = 0; t < 30; t += 0.01) {
      assertTrue(reading.brain("ketamine", t) >= 0 && reading.brain("hnk", t) >= 0);
    }
    assertEquals(0, reading.brain("ketamine", 1e5));
    assertEquals(0, reading.effect(Target.NMDA_INHIBITORY, 1e5));
  }

  @Test
  void repeatedDosesReachTheSteadyStateOfTheirMeanRate() {
    Reading reading = Reading.of("citalopram 20 mg po every 24 h for 56 d", Species.HUMAN);
    Compound citalopram = STANDARD.named("citalopram");
    Kinetics kinetics = citalopram.kinetics(Species.HUMAN).orElseThrow();
    double perDay =
        20
            / 70.0
            / citalopram.molarMassGramsPerMole()
            * 1000
            * kinetics
                .routes()
                .getOrDefault(Route.ORAL, new Kinetics.Absorption(0, 1, 0, 0))
                .bioavailability();
    double sum = 0;
    for (int i = 0; i < 2400; i++) {
      sum += reading.plasma("citalopram", 55 * 24 + (i + 0.5) / 100) / 2400;
    }
    double mean = perDay / 24 / kinetics.central().clearanceLitresPerHourPerKilogram();
    assertEquals(mean, sum, 1e-4 * mean); // midpoint rule; 50 half-lives have passed
    assertEquals(56, reading.breakpointsHours().length);
  }

  @Test
  void aSlowInfusionIsTheLimitOfManySmallDoses() {
    Reading infused = Reading.of("ketamine 1 mg/kg iv at 0 h for 1 h", Species.HUMAN);
    Reading divided =
        Reading.of(
            "ketamine 0.001 mg/kg iv at 0.0005 h every 0.001 h for 0.041666666 d", Species.HUMAN);
    assertEquals(1000, divided.breakpointsHours().length);
    double exact = infused.plasma("ketamine", 2);
    assertEquals(exact, divided.plasma("ketamine", 2), 1e-6 * exact); // second order in 0.001 h
  }

  @Test
  void breakpointsAreDoseTimesInfusionEndsAndLags() {
    Reading reading =
        Reading.of(
            "ketamine 1 mg/kg iv at 1 h for 0.667 h; vehicle 1 mg/kg ip at -2 h;"
                + " hm3dq all at 1 h for 3 h",
            Species.HUMAN);
    assertArrayEquals(new double[] {-2, 1, 1.667, 4}, reading.breakpointsHours());
  }

  @Test
  void lateReadingsCostNoMoreThanEarlyOnes() {
    Regimen daily =
        Regimen.of(
            Dose.of("ketamine", 1, AmountUnit.MG_PER_KG)
                .intraperitoneal()
                .everyHours(1)
                .forDays(400));
    Exposure exposure = Exposure.of(daily, Species.MOUSE, Preparation.IN_VIVO, STANDARD);
    assertEquals(9600, exposure.breakpointsHours().length);
    Exposure.Cursor cursor = exposure.newCursor();
    cursor.enterSegment(9600);
    double afterMany = cursor.concentrationMicromolar("ketamine", Site.BRAIN, 9599.5);
    cursor.enterSegment(100);
    // the same periodic state, because nothing but the state is carried
    assertEquals(cursor.concentrationMicromolar("ketamine", Site.BRAIN, 99.5), afterMany, 1e-12);
  }

  @Test
  void repeatedCallsAndCursorsGiveTheSameBits() {
    Exposure exposure =
        Exposure.of(
            Regimen.of(Dose.of("ketamine", 10, AmountUnit.MG_PER_KG).intraperitoneal()),
            Species.MOUSE,
            Preparation.IN_VIVO,
            STANDARD);
    double[][] first = new double[2][Target.values().length];
    double[][] second = new double[2][Target.values().length];
    Exposure.Cursor one = exposure.newCursor();
    Exposure.Cursor two = exposure.newCursor();
    one.enterSegment(1);
    two.enterSegment(1);
    two.evaluate(9, second[0], second[1]); // what was read before leaves no trace
    for (double t = 0; t < 24; t += 0.1) {
      one.evaluate(t, first[0], first[1]);
      two.evaluate(t, second[0], second[1]);
      assertArrayEquals(first, second);
    }
  }
}
