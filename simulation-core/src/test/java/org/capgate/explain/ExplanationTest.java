package org.capgate.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.explain.Explanation.Cause;
import org.capgate.explain.Explanation.Kindred;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
  private static final String KETAMINE = "ketamine 10 mg/kg ip at 0 h";

  private static Scenario mouse(String treatment) {
    return Scenario.mouse().treatment(regimen(treatment)).build();
  }

  private static Regimen regimen(String text) {
    return Regimen.parse(text, Place.UNKNOWN, CompoundCatalogue.standard());
  }

  /** What is explained. */
  record Case(Scenario scenario, Readout readout, double fromHours, double toHours) {
    Explanation explained() {
      return Explanation.of(scenario, readout, fromHours, toHours);
    }

    @Override
    public String toString() {
      return "%s of %s, %s to %s h".formatted(readout.name(), scenario, fromHours, toHours);
    }
  }

  static Stream<Case> cases() {
    Scenario stressed =
        Scenario.mouse()
            .stress(Stress.CHRONIC)
            .treatment(regimen("citalopram 10 mg/kg ip at 0 h every 24 h for 14 d"))
            .build();
    Scenario knockout =
        mouse(KETAMINE).toBuilder()
            .genotype(Genotype.knockout(Gene.EBP2).in(CellClass.EXCITATORY))
            .build();
    return Stream.of(
        new Case(mouse(KETAMINE), Readout.MOOD, 0, 2),
        new Case(mouse(KETAMINE), Readout.MOOD, 0, 24),
        new Case(mouse(KETAMINE), Readout.MOOD, 2, 24),
        new Case(mouse(KETAMINE), Readout.MOOD, 24, 168),
        new Case(mouse(KETAMINE), Readout.IMMOBILITY, -1, 24),
        new Case(mouse("hnk 10 mg/kg ip at 0 h"), Readout.MOOD, 0, 24),
        new Case(mouse("ketamine 10 mg/kg ip at 3 h"), Readout.GLUTAMATE, 3, 4),
        new Case(mouse("rapamycin 10 mg/kg ip at -1 h; " + KETAMINE), Readout.MOOD, 0, 24),
        new Case(stressed, Readout.DEPRESSION_SCORE, 0, 336),
        new Case(knockout, Readout.EXCITATORY_TRANSMISSION, 0, 24));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void contributionsAddUpToTheChangeThatTheRunShows(Case one) {
    Explanation why = one.explained();
    Trajectory run =
        Solvers.standard()
            .solve(
                one.scenario.instantiate(0),
                TimeSpan.hours(Math.min(-1, one.fromHours), one.toHours),
                Sampling.at(one.fromHours, one.toHours));
    double change = one.readout.at(run, one.toHours) - one.readout.at(run, one.fromHours);
    // Two runs of tolerance 1e-6 that step differently.
    assertEquals(change, why.change(), 1e-4 * Math.abs(change));
    // The quadrature of order 5 over steps of a method of order 5; 1 % is promised.
    assertEquals(0, why.remainder(), 1e-4 * Math.abs(change));
    assertTrue(!why.causes().isEmpty());
  }

  /** What arrives at a symbol leaves it: drug effects and states as well as definitions. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void asMuchArrivesAtASymbolAsLeavesIt(Case one) {
    Explanation why = one.explained();
    Map<String, Double> surplus = new HashMap<>();
    for (Explanation.Flow flow : why.flows()) {
      surplus.merge(flow.to().name(), flow.contribution(), Double::sum);
      surplus.merge(flow.from().name(), -flow.contribution(), Double::sum);
    }
    for (Cause cause : why.causes()) {
      surplus.merge(cause.symbol().name(), cause.contribution(), Double::sum);
    }
    double atReadout = surplus.remove(one.readout.quantity());
    assertEquals(why.change(), atReadout, 1e-4 * Math.abs(why.change()));
    surplus.forEach((symbol, left) -> assertEquals(0, left, 1e-4 * Math.abs(why.change()), symbol));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void holdingTheNamedCauseRemovesTheEffect(Case one) {
    Explanation why = one.explained();
    Cause largest = why.causes().get(0);
    double left = Without.cause(one.scenario, why, largest);
    double along = Math.signum(why.change());
    // What works against others leaves more when it is taken away; shares say so by their sign.
    double removed = (why.change() - left) * along;
    double share = largest.contribution() / why.change();
    assertTrue(removed * share > 0, largest + " leaves " + left);
    assertTrue(
        Math.abs(removed) > 0.5 * Math.abs(largest.contribution()), largest + " leaves " + left);
  }

  /** Held, the last thing on the only way leaves nothing at all. */
  @Test
  void holdingTheOnlyWayLeavesNothing() {
    Scenario scenario = mouse(KETAMINE);
    Explanation why = Explanation.of(scenario, Readout.IMMOBILITY, 0, 24);
    Explanation.Passage mood =
        why.passages().stream()
            .filter(passage -> passage.symbol().name().equals(Readout.MOOD.quantity()))
            .findFirst()
            .orElseThrow();
    assertEquals(why.change(), mood.contribution(), 1e-9);
    Explanation ofRelease = Explanation.of(scenario, Readout.BDNF, 0, 1);
    double left =
        Without.held(
            scenario, ofRelease, ofRelease.mainWay().get(ofRelease.mainWay().size() - 1).symbol());
    assertEquals(0, left, 1e-6);
  }

  @Test
  void twoSubjectsPartWhereTheGeneActs() {
    Scenario wildType = mouse(KETAMINE);
    for (CellClass cells : CellClass.values()) {
      Scenario knockout =
          wildType.toBuilder().genotype(Genotype.knockout(Gene.EBP2).in(cells)).build();
      Explanation why = Explanation.ofDifference(wildType, knockout, Readout.MOOD, 0, 24);
      double difference =
          Explanation.of(knockout, Readout.MOOD, 0, 24).change()
              - Explanation.of(wildType, Readout.MOOD, 0, 24).change();
      assertEquals(difference, why.change(), 1e-5);
      assertEquals(0, why.remainder(), 1e-4 * Math.abs(difference));
      double within = 0;
      for (Cause cause : why.causes()) {
        assertTrue(cause.kind() == Kindred.PARTING, "" + cause); // the same drug for both
        within += cause.symbol().part().name().equals(cells.name()) ? cause.contribution() : 0;
      }
      assertEquals(1, within / difference, 0.35, cells.word());
    }
  }

  @Test
  void equalSubjectsDoNotDiffer() {
    Explanation why =
        Explanation.ofDifference(mouse(KETAMINE), mouse(KETAMINE), Readout.MOOD, 0, 24);
    assertEquals(0, why.change());
    assertEquals(List.of(), why.causes());
  }

  @Test
  void levelsOfDrugsAndTimesOutOfOrderAreRefused() {
    Scenario scenario = mouse(KETAMINE);
    assertThrows(
        InputException.class, () -> Explanation.of(scenario, Readout.PLASMA_KETAMINE, 0, 24));
    assertThrows(InputException.class, () -> Explanation.of(scenario, Readout.MOOD, 24, 24));
    assertThrows(InputException.class, () -> Explanation.of(scenario, Readout.MOOD, -2, 0));
    assertThrows(InputException.class, () -> Explanation.of(scenario, Readout.MOOD, 0, Double.NaN));
  }
}
