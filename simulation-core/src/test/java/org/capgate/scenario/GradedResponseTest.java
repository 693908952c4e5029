package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The response is graded by the drug: no step decides, nothing sustains itself. */
class GradedResponseTest {
  private static final double STEP = 1.3;

  private static Scenario of(Species species, String genotype, String treatment) {
    return Scenario.of(species)
        .genotype(Genotype.parse(genotype, Place.UNKNOWN))
        .treatment(Regimen.parse(treatment, Place.UNKNOWN, CompoundCatalogue.standard()))
        .build();
  }

  private static Trajectory run(Scenario scenario, double... hours) {
    TimeSpan span = TimeSpan.hours(-0.5, hours[hours.length - 1]);
    return Solvers.standard().solve(scenario.instantiate(1), span, Sampling.at(hours));
  }

  /** Relative change of a readout at a time, against the untreated subject. */
  private static double change(Scenario scenario, Trajectory run, Readout readout, double hours) {
    double untreated = scenario.baseline(readout);
    return readout.at(run, hours) / untreated - 1;
  }

  @Test
  void aDayLaterTheEffectOfKetamineRisesWithTheDoseAndFallsAgain() {
    List<Double> effects = new ArrayList<>();
    for (double dose = 0.3; dose <= 200; dose *= STEP) {
      Scenario treated =
          of(Species.MOUSE, "wild-type", "ketamine %s mg/kg ip at 0 h".formatted(dose));
      effects.add(-change(treated, run(treated, 24), Readout.IMMOBILITY, 24));
    }
    double largest = effects.stream().mapToDouble(effect -> effect).max().orElseThrow();
    assertTrue(largest > 0.15 && largest < 0.35, "largest effect " + largest);
    for (int i = 1; i < effects.size(); i++) {
      double step = Math.abs(effects.get(i) - effects.get(i - 1)) / largest;
      double dose = 0.3 * Math.pow(STEP, i);
      assertTrue(step <= MOST_PER_STEP, "step to %.2f mg/kg: %.3f".formatted(dose, step));
    }
    int peak = effects.indexOf(largest);
    for (int i = 1; i < effects.size(); i++) {
      double rise = (effects.get(i) - effects.get(i - 1)) / largest;
      double dose = 0.3 * Math.pow(STEP, i);
      assertTrue(i <= peak ? rise > -1e-3 : rise < 0.02, "turns at %.1f mg/kg".formatted(dose));
    }
    double atTheEnd = effects.get(effects.size() - 1) / largest;
    assertTrue(atTheEnd < 0.62, "an anaesthetic dose keeps " + atTheEnd);
  }

  /** Share of the largest effect by which it may change between doses that differ by 1.3. */
  private static final double MOST_PER_STEP = 0.25;

  @ParameterizedTest(name = "{0}, {1} mg/kg")
  @CsvSource({"MOUSE, 10", "MOUSE, 3", "RAT, 10"})
  void moleculesAreBackWithinHours(Species species, double dose) {
    Scenario treated = of(species, "wild-type", "ketamine %s mg/kg ip at 0 h".formatted(dose));
    Trajectory run = run(treated, 3, 8);
    for (Readout released : List.of(Readout.GLUTAMATE, Readout.BDNF)) {
      assertEquals(0, change(treated, run, released, 3), 0.10, released.name() + " at 3 h");
    }
    for (String molecule :
        List.of("glutamate", "bdnf", "mtorc1", "phospho-4ebp", "phospho-eef2", "eif4f")) {
      double most = species == Species.RAT && molecule.equals("eif4f") ? 0.07 : 0.05;
      assertEquals(0, change(treated, run, Readout.named(molecule), 8), most, molecule + " at 8 h");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4EBP1 x0 all",
        "4EBP2 x0 all",
        "4EBP1 x0 all; 4EBP2 x0 all",
        "4EBP1 x0 inhibitory",
        "4EBP2 x0 inhibitory",
        "4EBP1 x0 inhibitory; 4EBP2 x0 inhibitory",
        "EIF4E x2 all"
      })
  void withoutRepressorsInhibitionIsLessButNotGone(String genotype) {
    Scenario untreated = of(Species.MOUSE, genotype, "none").untreated();
    double inhibition = untreated.baseline(Readout.INHIBITORY_TRANSMISSION);
    double ratio = untreated.baseline(Readout.EI_RATIO);
    assertTrue(inhibition >= 0.45 && inhibition <= 0.95, "inhibition " + inhibition);
    assertTrue(ratio > 1 && ratio <= 2.5, "E:I " + ratio);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOUSE | ketamine 3 mg/kg ip at 0 h",
        "MOUSE | ketamine 10 mg/kg ip at 0 h",
        "MOUSE | ketamine 100 mg/kg ip at 0 h",
        "MOUSE | hnk 10 mg/kg ip at 0 h",
        "MOUSE | mk-801 0.1 mg/kg ip at 0 h",
        "MOUSE | memantine 20 mg/kg ip at 0 h",
        "MOUSE | mrk-016 3 mg/kg ip at 0 h",
        "MOUSE | nbqx 10 mg/kg ip at 0 h",
        "RAT | ketamine 30 mg/kg ip at 0 h",
        "HUMAN | ketamine 1 mg/kg iv at 0 h for 0.667 h",
        "HUMAN | s-ketamine 84 mg in at 0 h"
      })
  void noReadoutLeavesWhatAnAnimalSurvives(Species species, String treatment) {
    Scenario treated = of(species, "wild-type", treatment);
    double[] hours = {0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 24, 48, 72};
    Trajectory run = run(treated, hours);
    for (Readout readout : Readout.all()) {
      double untreated = treated.baseline(readout);
      if (Math.abs(untreated) < 1e-6 || readout.equals(Readout.DEPRESSION_SCORE)) {
        continue; // mood and levels of drugs; a score of the healthy has nowhere to go but up
      }
      for (double at : hours) {
        double ratio = readout.at(run, at) / untreated;
        assertTrue(
            ratio > 0 && ratio < MOST_RISE,
            "%s at %s h is %s times what it was".formatted(readout.name(), at, ratio));
      }
    }
  }

  /** Times rest: below what seizures do to release and rates; ASSUMED (3 to 5). */
  private static final double MOST_RISE = 4;
}
