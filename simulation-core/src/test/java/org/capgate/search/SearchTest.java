package org.capgate.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.SearchFile;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final SearchFile SAFER = SearchFile.preset("safer-than-ketamine");

  private static Map<String, String> middle(SearchFile file) {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    file.axes().forEach(axis -> values.put(axis.name(), axis.at(0.5)));
    return values;
  }

  /** What a search reads of a design is what a run of it shows. */
  @Test
  void numbersOfADesignAreThoseOfItsRun() {
    Search search = SAFER.search(List.of());
    Search.Scored scored = search.scored(middle(SAFER));
    Scenario scenario =
        SAFER.scenario().toBuilder()
            .compounds(SAFER.scenario().compounds().with(scored.design().compound()))
            .treatment(scored.design().treatment())
            .build();
    Trajectory run =
        Solvers.standard()
            .solve(scenario.instantiate(0), TimeSpan.hours(0, 168), Sampling.everyMinutes(10));
    double dopamine = 0;
    for (int i = 0; i <= 36; i++) {
      dopamine = Math.max(dopamine, Readout.DOPAMINE.series(run)[i]);
    }
    // Runs of tolerance 1e-4 against 1e-6.
    assertEquals(Readout.MOOD.at(run, 24), scored.number(0), 1e-3);
    assertEquals(dopamine, scored.number(1), 1e-3);
    assertEquals(Readout.MOOD.at(run, 168), scored.number(3), 1e-3);
    assertTrue(scored.number(2) >= 0 && scored.number(2) < 1);
  }

  @Test
  void designsOfAFrontDoNotBeatEachOtherAndMeetTheConstraints() {
    Search search = SAFER.search(List.of());
    List<Search.Scored> front = search.run(new Nsga2.Settings(16, 6, 1), 2, done -> {});
    assertTrue(front.size() > 3);
    for (Search.Scored one : front) {
      assertTrue(search.isFeasible(one));
      for (Search.Scored other : front) {
        boolean isBeaten =
            other.number(0) > one.number(0)
                && other.number(1) < one.number(1)
                && other.number(2) < one.number(2);
        assertTrue(!isBeaten);
      }
    }
    List<Search.Scored> again = search.run(new Nsga2.Settings(16, 6, 1), 1, done -> {});
    assertEquals(front.size(), again.size());
    for (int i = 0; i < front.size(); i++) {
      assertEquals(front.get(i).values(), again.get(i).values());
      assertArrayEquals(front.get(i).numbers(), again.get(i).numbers());
    }
  }

  /** Of three members nine tenths are all three: the worst counts. */
  @Test
  void anEnsembleIsJudgedByTheShareThatMustDoWell() {
    ParameterSet set = ParameterSet.standard();
    double gain = set.value("captureGainExcitatory");
    List<ParameterSet> members =
        List.of(
            set,
            set.with("captureGainExcitatory", 0.9 * gain),
            set.with("captureGainExcitatory", 1.1 * gain));
    Map<String, String> values = middle(SAFER);
    double least = Double.POSITIVE_INFINITY;
    for (ParameterSet member : members) {
      least = Math.min(least, SAFER.search(List.of(member)).scored(values).number(0));
    }
    assertEquals(least, SAFER.search(members).scored(values).number(0));
  }

  @Test
  void aMemberWithoutRestFailsEveryDesignAndTheOthersAreSearched() {
    ParameterSet set = ParameterSet.standard();
    ParameterSet restless = set.with(Map.of("mtorc1TimeHours", 0.0));
    Search search = SAFER.search(List.of(restless, set));
    assertEquals(2, search.members());
    assertEquals(Set.of(0), search.withoutRest().keySet());
    assertTrue(search.withoutRest().get(0).contains("mtorc1TimeHours = 0"));
    Search.Scored scored = search.scored(middle(SAFER));
    assertEquals(1, scored.failed());
    // nine tenths of two members are both
    assertEquals(Double.NEGATIVE_INFINITY, scored.number(0));

    Search half =
        new Search(
            SAFER.axes(),
            values -> SAFER.search(List.of()).scored(values).design(),
            SAFER.scenario(),
            List.of(restless, set),
            0.5,
            search.goals());
    Search.Scored one = half.scored(middle(SAFER));
    assertEquals(1, one.failed());
    assertArrayEquals(SAFER.search(List.of(set)).scored(middle(SAFER)).numbers(), one.numbers());

    List<ParameterSet> none = List.of(restless);
    assertThrows(SteadyStateException.class, () -> SAFER.search(none));
  }

  @ParameterizedTest
  @ValueSource(strings = {"safer-than-ketamine", "best-schedule"})
  void whatIsComparedWithHasNumbersToo(String name) {
    SearchFile file = SearchFile.preset(name);
    Search search = file.search(List.of());
    file.references()
        .forEach(
            (reference, design) -> {
              Search.Scored scored = search.scored(Map.of(), design);
              assertEquals(0, scored.failed(), reference);
              assertTrue(Double.isFinite(scored.number(0)), reference);
            });
    assertTrue(file.references().size() >= 3);
  }

  @Test
  void aWindowIsReadForHighestLowestAndTimeAbove() {
    Measure above = new Measure("t", Readout.MOOD, null, Measure.Statistic.HOURS_ABOVE, 0, 2, 0.5);
    double[] times = above.timesHours();
    assertEquals(13, times.length);
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      values[i] = times[i]; // above 0.5 from 0.5 h on
    }
    assertEquals(1.5, above.of(values), 1e-12);
    Measure highest = new Measure("t", Readout.MOOD, null, Measure.Statistic.HIGHEST, 0, 2, 0);
    Measure lowest = new Measure("t", Readout.MOOD, null, Measure.Statistic.LOWEST, 0, 2, 0);
    assertEquals(2, highest.of(values));
    assertEquals(0, lowest.of(values));
  }
}
