package org.capgate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;

class EnsembleRunsTest {
  private static final ParameterEnsemble SETS = ParameterEnsemble.standard().thinned(7);
  private static final TimeSpan SPAN = TimeSpan.hours(0, 24);
  private static final Sampling SAMPLES = Sampling.at(0, 1, 2, 24);
  private static final Scenario WILD_TYPE =
      Scenario.mouse()
          .treatment(
              Regimen.parse(
                  "ketamine 10 mg/kg ip at 0 h", Place.UNKNOWN, CompoundCatalogue.standard()))
          .build();
  private static final Scenario KNOCKOUT =
      WILD_TYPE.toBuilder().genotype(Genotype.knockout(Gene.EBP2).inAllCells()).build();

  private static EnsembleRuns runs(int threads) {
    return EnsembleRuns.of(List.of(WILD_TYPE, KNOCKOUT), SETS)
        .reading(Readout.MOOD, Readout.IMMOBILITY)
        .solve(Solvers.standard(), SPAN, SAMPLES, threads);
  }

  @Test
  void everyMemberIsTheScenarioWithItsOwnParameters() {
    EnsembleRuns.Experiment knockout = runs(2).experiment(1);
    assertEquals(SETS.size(), knockout.size());
    for (int member = 0; member < SETS.size(); member++) {
      Scenario own =
          KNOCKOUT.toBuilder().parameters(SETS.member(member, KNOCKOUT.parameters())).build();
      Trajectory run = Solvers.standard().solve(own.instantiate(0), SPAN, SAMPLES);
      assertEquals(own.baseline(Readout.MOOD), knockout.untreated(Readout.MOOD)[member]);
      for (int sample = 0; sample < 4; sample++) {
        assertEquals(
            Readout.IMMOBILITY.series(run)[sample],
            knockout.values(Readout.IMMOBILITY, sample)[member]);
      }
    }
    assertArrayEquals(new double[] {0, 1, 2, 24}, knockout.timesHours());
  }

  @Test
  void noNumberDependsOnTheThreads() {
    EnsembleRuns one = runs(1);
    EnsembleRuns three = runs(3);
    for (int i = 0; i < 2; i++) {
      for (int sample = 0; sample < 4; sample++) {
        assertArrayEquals(
            one.experiment(i).values(Readout.MOOD, sample),
            three.experiment(i).values(Readout.MOOD, sample));
      }
    }
  }

  @Test
  void bandsLieInsideEachOtherAndHoldTheMedian() {
    double[][] ends = runs(2).experiment(0).quantiles(Readout.MOOD, 0.05, 0.25, 0.5, 0.75, 0.95);
    for (int sample = 0; sample < 4; sample++) {
      for (int i = 1; i < ends.length; i++) {
        assertTrue(ends[i - 1][sample] <= ends[i][sample]);
      }
    }
    assertTrue(ends[4][3] > ends[0][3], "all sets say the same of mood a day later");
  }

  @Test
  void aReadoutThatWasNotKeptIsRefused() {
    EnsembleRuns.Experiment one = runs(2).experiment(0);
    assertThrows(
        IllegalArgumentException.class, () -> one.quantile(Readout.EXCITATORY_TRANSMISSION, 0.5));
  }

  @Test
  void quantilesAreThoseOfStraightLinesBetweenTheNumbers() {
    Quantiles quantiles = Quantiles.of(new double[] {4, 1, 3, 2});
    assertEquals(1, quantiles.at(0));
    assertEquals(2.5, quantiles.at(0.5));
    assertEquals(1.75, quantiles.at(0.25), 1e-15);
    assertEquals(4, quantiles.at(1));
    assertThrows(IllegalArgumentException.class, () -> quantiles.at(1.01));
    assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[0]));
  }
}
