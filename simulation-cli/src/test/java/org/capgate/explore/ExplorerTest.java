package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static Explorer explorer() {
    return new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.empty());
  }

  private static Panels panels(Explorer explorer, String query) {
    return explorer.panels(ViewReader.read(query, explorer.compounds()));
  }

  /** What is kept must not show in a result: each view alone, and after others in any order. */
  @Test
  void aViewHasTheSameCurvesWhateverWasAskedBefore() {
    List<String> queries =
        new ArrayList<>(
            List.of(
                "excitatory-4ebp2=0",
                "excitatory-4ebp2=1",
                "inhibitory-4ebp1=150&inhibitory-4ebp2=30&stress=chronic",
                "excitatory-4ebp2=60&dose=3",
                ""));
    Map<String, String> alone = new LinkedHashMap<>();
    queries.forEach(query -> alone.put(query, PanelsJson.of(panels(explorer(), query))));
    assertEquals(queries.size(), alone.values().stream().distinct().count());
    Explorer busy = explorer();
    for (int round = 0; round < 2; round++) {
      Collections.reverse(queries);
      for (String query : queries) {
        assertEquals(alone.get(query), PanelsJson.of(panels(busy, query)), query);
      }
    }
  }

  @Test
  void theWildTypeBesideAKnockoutIsTheWildTypeGivenTheSame() {
    Explorer explorer = explorer();
    Panels knockout = panels(explorer, "inhibitory-4ebp2=0&dose=5&doses=2");
    Panels wildType = panels(explorer, "dose=5&doses=2");
    for (int panel = 0; panel < 3; panel++) {
      List<Line> beside =
          knockout.panels().get(panel).lines().stream().filter(Line::isReference).toList();
      List<Line> chosen =
          wildType.panels().get(panel).lines().stream().filter(l -> !l.isReference()).toList();
      assertEquals(beside.size(), chosen.size());
      for (int i = 0; i < beside.size(); i++) {
        assertArrayEquals(chosen.get(i).values(), beside.get(i).values());
      }
    }
    Line mood = knockout.panels().get(0).lines().get(1);
    Line besideIt = knockout.panels().get(0).lines().get(0);
    assertFalse(java.util.Arrays.equals(mood.values(), besideIt.values()));
  }

  @Test
  void onlyTheLastResultsAreKept() {
    Explorer explorer = explorer();
    for (int percent = 0; percent < 90; percent++) {
      panels(explorer, "days=0.25&dose=0&inhibitory-4ebp1=" + percent);
    }
    assertTrue(explorer.kept() <= 2 * 64, "kept " + explorer.kept());
  }

  @Test
  void drugLevelsAreThoseOfTheGivenCompoundAndItsMetabolites() {
    Explorer explorer = explorer();
    Panel levels = panels(explorer, "days=1").panels().get(3);
    assertEquals(
        List.of("plasma-ketamine", "brain-ketamine", "brain-norketamine", "brain-hnk"),
        levels.lines().stream().map(Line::name).toList());
    assertTrue(levels.endHours() < 24, "shown until " + levels.endHours() + " h");
    // brain levels of 5 to 8 µM after 10 mg/kg ip are totals; what is free is less
    double peak = java.util.Arrays.stream(levels.lines().get(1).values()).max().orElseThrow();
    assertTrue(peak > 1.5 && peak < 8, "peak " + peak);
    assertEquals(3, panels(explorer, "days=1&compound=vehicle").panels().size());
    assertEquals(
        "plasma-citalopram",
        panels(explorer, "days=1&compound=citalopram").panels().get(3).lines().get(0).name());
  }

  /** Firing rates meet a fold after a third of the run; what was solved until then is shown. */
  @Test
  void aSolutionThatEndsEarlyIsDrawnToItsEndAndSaysWhy() {
    Panels panels = panels(explorer(), "excitatory-4ebp2=180");
    if (panels.ending().isEmpty()) {
      // the fold is a property of the present parameter set
      assertEquals(14 * 24.0, last(panels.panels().get(0).lines().get(1).hours()), 1e-9);
      return;
    }
    Solution.Ending ending = panels.ending().orElseThrow();
    double drawn = last(panels.panels().get(0).lines().get(1).hours());
    assertTrue(drawn <= ending.hours() && drawn > 0.9 * ending.hours(), drawn + " " + ending);
    assertTrue(ending.reason().startsWith("the solution ends in a fold at t = "), ending.reason());
    assertEquals(14 * 24.0, last(panels.panels().get(0).lines().get(0).hours()), 1e-9);
    assertTrue(PanelsJson.of(panels).contains("\"ending\":{\"hours\":"));
  }

  @Test
  void anAnimalWithoutEif4eIsDrawn() {
    assertTrue(panels(explorer(), "excitatory-eif4e=0").ending().isEmpty());
  }

  private static double last(double[] hours) {
    return hours[hours.length - 1];
  }
}
