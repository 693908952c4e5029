package org.capgate.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.model.Genotype;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;

class CohortTest {
  private static Regimen regimen(String text) {
    return Regimen.parse(text, Place.UNKNOWN, CompoundCatalogue.standard());
  }

  /** A subject is what a scenario with its numbers is. */
  @Test
  void aMouseOfACohortIsTheScenarioWithItsNumbers() {
    Population mice = Population.named("mouse");
    Regimen dose = regimen("ketamine 10 mg/kg ip at 0 h");
    Genotype knockout = Genotype.parse("4EBP2 x0 excitatory", Place.UNKNOWN);
    Cohort cohort = new Cohort(mice, Scenario.mouse().build(), 5, List.of(dose));
    TimeSpan span = TimeSpan.hours(0, 48);
    Sampling sampling = Sampling.at(0, 1, 24, 48);
    for (long number = 0; number < 3; number++) {
      Cohort.Member member = cohort.member(number);
      Map<String, Double> numbers = new LinkedHashMap<>();
      for (int i = 0; i < mice.varied().size(); i++) {
        if (!mice.varied().get(i).name().equals(Population.BODY_WEIGHT)) {
          numbers.put(mice.varied().get(i).name(), member.subject().values()[i]);
        }
      }
      ParameterSet set = ParameterSet.standard().with(numbers);
      for (Genotype genotype : List.of(Genotype.wildType(), knockout)) {
        Scenario alone =
            Scenario.mouse().parameters(set).genotype(genotype).treatment(dose).build();
        double[] expected =
            Readout.IMMOBILITY.series(
                Solvers.standard(1e-7).solve(alone.instantiate(1), span, sampling));
        double[] found =
            Readout.IMMOBILITY.series(
                Solvers.standard(1e-7).solve(member.under(genotype, dose), span, sampling));
        for (int i = 0; i < found.length; i++) {
          // both are integrated to 1e-7; settled states are found to 1e-10
          assertEquals(expected[i], found[i], 1e-4, genotype + " at sample " + i);
        }
      }
    }
  }

  @Test
  void aDosePerSubjectActsMoreInALightOne() {
    String text =
        """
        capgate-population: 1
        name: weights
        species: human
        varies:
          - name: bodyWeightKilograms
            distribution: log-normal
            typical: {value: 70, source: "Somebody 2020"}
            spread: {value: 0.3, source: "Somebody 2020"}
            plausible: [0.4, 3]
        """;
    Population people =
        Population.read(new SourceText("weights.yaml", text), ParameterSet.standard());
    Regimen perSubject = regimen("ketamine 35 mg iv at 0 h for 0.667 h");
    Regimen perKilogram = regimen("ketamine 0.5 mg/kg iv at 0 h for 0.667 h");
    Cohort cohort =
        new Cohort(people, Scenario.human().build(), 1, List.of(perSubject, perKilogram));
    for (long number = 0; number < 6; number++) {
      Cohort.Member member = cohort.member(number);
      double own = level(member, perSubject);
      double relative = 70 / member.subject().bodyWeightKilograms();
      assertEquals(relative * level(member, perKilogram), own, 1e-9 * own);
    }
  }

  private static double level(Cohort.Member member, Regimen regimen) {
    return Readout.PLASMA_KETAMINE.at(
        Solvers.standard(1e-4)
            .solve(
                member.under(Genotype.wildType(), regimen),
                TimeSpan.hours(0, 1),
                Sampling.endOnly()),
        1.0);
  }

  @Test
  void onlyWhoRestsWithinThePlausibleRangeIsTaken() {
    Population depressed = Population.named("depressed-human");
    Cohort cohort = new Cohort(depressed, Scenario.human().build(), 1, List.of());
    Limits limits = depressed.plausible().get(0);
    for (long number = 0; number < 20; number++) {
      double score = cohort.member(number).baseline(Readout.named(limits.readout()));
      assertTrue(limits.contain(score), "subject " + number + " rests at " + score);
    }
  }
}
