package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.analysis.Table;
import org.capgate.dynamics.IntegrationException;
import org.capgate.network.Network;
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
  void aNetworkThatHasNoRestIsNamedAndTheOtherHasItsEffect() {
    Attempts attempts = new Attempts();
    int[] synapses = {2, 30};
    List<Optional<Double>> effects =
        attempts.each(
            List.of("two synapses", "thirty synapses"),
            i ->
                NetworkStudy.moodChange(
                    Network.of(NetworkStudy.ketamine())
                        .neurons(300)
                        .synapsesPerNeuron(synapses[i])
                        .seed(7)
                        .build()));
    assertEquals(1, NetworkStudy.solved(effects, 0, 2).size());
    assertTrue(effects.get(1).orElseThrow() > 0);
    assertEquals(Set.of("two synapses"), attempts.reasons().keySet());
    String reason = String.valueOf(attempts.reasons().get("two synapses"));
    assertTrue(reason.contains("no state in which it rests"), reason);
  }

  @Test
  void withoutAnyNetworkThereIsAnEmptyTableAndNoHistogram() {
    assertEquals(0, MoodOverNetworks.histogram(List.of()).size());
    Table two = MoodOverNetworks.histogram(List.of(0.1, 0.2, 0.2));
    assertEquals(1, two.number(0, "count"));
    assertEquals(2, two.number(two.size() - 1, "count"));
  }
}
