package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class NetworkMeanFieldTest {
  private static final double[] HOURS = {0, 0.25, 0.5, 1, 2, 4, 8, 24, 72, 168};

  @Test
  void alikeWildTypeNeuronsAreTheMeanField() {
    assertMeanField(Networks.KETAMINE);
  }

  @Test
  void alikeNeuronsOfAKnockoutAreTheMeanField() {
    assertMeanField(
        Networks.KETAMINE.toBuilder()
            .genotype(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY))
            .build());
  }

  @Test
  void alikeNeuronsOfUnequalWeightsAreTheMeanField() {
    Network.Builder allConnected =
        Network.of(Networks.KETAMINE)
            .neurons(40)
            .synapsesPerNeuron(38)
            .subclasses(
                List.of(
                    new Subclass("perisomatic", 0.6, 1, 0.25, Map.of()),
                    new Subclass("dendritic", 0.4, 0.2, 1, Map.of())));
    double tolerance = 1e-6;
    assertEquals(0, error(Networks.KETAMINE, allConnected, tolerance), 10 * tolerance);
  }

  @Test
  void tighterTolerancesComeCloserToTheMeanField() {
    double loose = error(Networks.KETAMINE, 1e-4);
    double tight = error(Networks.KETAMINE, 1e-6);
    // an error in proportion to the tolerance falls a hundredfold; measured: 240
    assertTrue(loose / tight > 30, loose + " " + tight);
  }

  private static void assertMeanField(Scenario scenario) {
    double tolerance = 1e-6;
    // Errors of single steps add up; measured: 3 times the tolerance.
    assertEquals(0, error(scenario, tolerance), 10 * tolerance);
  }

  private static double error(Scenario scenario, double tolerance) {
    return error(scenario, Network.of(scenario).neurons(40).synapsesPerNeuron(10), tolerance);
  }

  /** Largest relative deviation of any readout. */
  private static double error(Scenario scenario, Network.Builder builder, double tolerance) {
    Trajectory mean =
        Solvers.rodas4(1e-9)
            .solve(scenario.instantiate(0), TimeSpan.days(0, 7), Sampling.at(HOURS));
    Trajectory network =
        builder
            .heterogeneity(Heterogeneity.none())
            .relativeTolerance(tolerance)
            .build()
            .simulate(TimeSpan.days(0, 7), Sampling.at(HOURS));
    double largest = 0;
    for (String name : network.names()) {
      for (double t : HOURS) {
        double expected = mean.valueAt(name, t);
        double deviation = Math.abs(network.valueAt(name, t) - expected);
        largest = Math.max(largest, deviation / (0.01 + Math.abs(expected)));
      }
    }
    return largest;
  }
}
