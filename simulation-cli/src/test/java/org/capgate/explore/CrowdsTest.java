package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.capgate.input.InputException;
import org.capgate.population.Population;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;

class CrowdsTest {
  private final Explorer explorer =
      new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.empty());

  private Crowd crowd(Map<String, String> values) {
    return Crowd.read(new TreeMap<>(values), explorer.compounds());
  }

  private static double width(Crowds.Seen seen) {
    Area area = seen.areas().get(0);
    int end = area.hours().length - 1;
    return area.high()[0][end] - area.low()[0][end];
  }

  @Test
  void withoutSpreadEverySubjectIsTheTypicalOne() {
    Crowds.Seen alike = explorer.seen(crowd(Map.of("days", "1", "bodies", "0", "brains", "0")), 8);
    assertEquals(0, width(alike), 1e-9);
    double[] typical = alike.panel().lines().get(0).values();
    double[] median = alike.panel().lines().get(1).values();
    // An hour of the subject's sampling is 60 of the curve's; solved to 1e-4 of a second or so.
    assertEquals(typical[typical.length - 1], median[median.length - 1], 0.05);
  }

  @Test
  void moreSpreadIsWider() {
    double usual = width(explorer.seen(crowd(Map.of("days", "1")), 16));
    double more = width(explorer.seen(crowd(Map.of("days", "1", "brains", "200")), 16));
    assertTrue(usual > 0 && more > 1.3 * usual, usual + " against " + more);
  }

  @Test
  void someSubjectsAreTheFirstOfMore() {
    Crowd crowd = crowd(Map.of("days", "1"));
    double[] alone = explorer.seen(crowd, 8).areas().get(0).low()[0];
    explorer.seen(crowd, 16);
    assertArrayEquals(alone, explorer.seen(crowd, 8).areas().get(0).low()[0]);
  }

  @Test
  void patientsAreDepressedWhereTheyAreStressed() {
    assertEquals(
        "depressed-human", crowd(Map.of("species", "human", "stress", "chronic")).population());
    assertEquals("healthy-human", crowd(Map.of("species", "human")).population());
    InputException refused =
        assertThrows(InputException.class, () -> crowd(Map.of("stress", "chronic")));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("no population of stressed animals ships"));
    assertThrows(InputException.class, () -> crowd(Map.of("bodies", "201")));
  }

  @Test
  void aPopulationWithOtherSpreadsIsAnotherOneInItsText() {
    Population mouse = Population.named("mouse");
    Population wide = mouse.withSpreads(number -> 2);
    assertEquals(2 * mouse.varied().get(0).spread(), wide.varied().get(0).spread());
    assertTrue(wide.text().contains("# spread of bodyWeightKilograms times 2"));
    assertThrows(IllegalArgumentException.class, () -> mouse.withSpreads(number -> -1));
  }
}
