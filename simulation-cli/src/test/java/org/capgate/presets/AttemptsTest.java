package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.dynamics.IntegrationException;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  @Test
  void experimentsSideBySideKeepTheirOrderAndTheOneThatFailsIsNamed() {
    Attempts attempts = new Attempts();
    List<Optional<Integer>> results =
        attempts.each(
            List.of("one", "two", "three"),
            i -> {
              if (i == 1) {
                throw new IntegrationException(
                    IntegrationException.Reason.EXPLODED, "bdnf", 2.0, "bdnf grew without bound");
              }
              return 10 * i;
            });
    assertEquals(List.of(Optional.of(0), Optional.empty(), Optional.of(20)), results);
    assertEquals(Map.of("two", "bdnf grew without bound"), attempts.reasons());
  }

  @Test
  void whatSeveralOfOneNameFailedForIsSaidOnce() {
    Attempts attempts = new Attempts();
    attempts.failed("knockout: no rest: a fold");
    attempts.failed("knockout: step too small");
    assertEquals(Map.of("knockout", "no rest: a fold; step too small"), attempts.reasons());
  }

  @Test
  void networksThatHaveNoRestAreNamedAndTheOthersMakeTheTable() {
    Attempts attempts = new Attempts();
    Table table = InDegree.table(attempts, 100, 2, 20);
    assertEquals(3, table.size()); // wirings, with 20 synapses
    for (int row = 0; row < table.size(); row++) {
      assertEquals(20, table.number(row, "synapses"));
    }
    assertEquals(12, attempts.reasons().size(), attempts.reasons().toString());
    attempts
        .reasons()
        .forEach(
            (name, reason) -> {
              assertTrue(name.contains(", 2 synapses, seed "), name);
              assertTrue(reason.contains("no state in which it rests"), reason);
            });
  }

  @Test
  void withoutAnyNetworkThereIsAnEmptyTableAndNoHistogram() {
    assertEquals(0, MoodOverNetworks.histogram(List.of()).size());
    Table two = MoodOverNetworks.histogram(List.of(0.1, 0.2, 0.2));
    assertEquals(1, two.number(0, "count"));
    assertEquals(2, two.number(two.size() - 1, "count"));
  }
}
