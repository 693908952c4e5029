package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;
import org.junit.jupiter.api.Test;

class KnownTest {
  private static final ParameterEnsemble ENSEMBLE = ParameterEnsemble.standard().thinned(24);
  private final Explorer explorer =
      new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.of(ENSEMBLE));
  private final View view = View.usual().forDays(2);

  /** Parts are of 8 sets here, since 24 are divided into three. */
  @Test
  void allPartsTogetherAreTheWholeEnsemble() {
    Area mood = area(explorer.known(view, ENSEMBLE.size()), "chosen", 0);
    EnsembleRuns.Experiment whole =
        EnsembleRuns.of(List.of(explorer.file(view).scenario()), ENSEMBLE)
            .reading(Readout.MOOD)
            .solve(
                Solvers.rodas4(1e-4), explorer.file(view).span(), explorer.file(view).sampling(), 2)
            .experiment(0);
    assertArrayEquals(whole.timesHours(), mood.hours());
    assertArrayEquals(whole.quantile(Readout.MOOD, 0.05), mood.low()[0]);
    assertArrayEquals(whole.quantile(Readout.MOOD, 0.75), mood.high()[1]);
  }

  @Test
  void whatIsKnownFollowsFromTheViewAndNotFromWhatWasAskedBefore() {
    Known first = explorer.known(view, 24);
    Explorer other =
        new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.of(ENSEMBLE));
    other.known(view, 1);
    other.known(View.usual().forDays(3), 9);
    assertEquals(AreasJson.of(first), AreasJson.of(other.known(view, 24)));
  }

  @Test
  void theVerdictHasItsShareOfSets() {
    String verdict = explorer.known(view, 24).verdict();
    assertTrue(
        verdict.matches(
            "Immobility changes by −\\d+ to [−+]?\\d+ % within 24 h in 90 % of 24 parameter sets that"
                + " agree with the findings; responds in \\d+ %.*"),
        verdict);
    assertEquals("", explorer.known(view.forDays(0.5), 8).verdict()); // it is read a day later
  }

  private static Area area(Known known, String name, int panel) {
    return known.areas().stream()
        .filter(area -> area.name().equals(name) && area.panel() == panel)
        .findFirst()
        .orElseThrow();
  }
}
