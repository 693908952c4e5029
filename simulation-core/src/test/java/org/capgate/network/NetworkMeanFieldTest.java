package org.capgate.network;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class NetworkMeanFieldTest {
  private static final double[] HOURS = {0, 0.25, 0.5, 1, 2, 4, 8, 24, 72, 168};
  private static final Dose KETAMINE =
      Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0);

  @Test
  void alikeNeuronsAreTheMeanField() {
    for (Genotype genotype :
        new Genotype[] {
          Genotype.wildType(), Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY)
        }) {
      Scenario scenario = Scenario.mouse().genotype(genotype).treatment(KETAMINE).build();
      Trajectory mean =
          Solvers.rodas4(1e-9)
              .solve(scenario.instantiate(0), TimeSpan.days(0, 7), Sampling.at(HOURS));
      for (double tolerance : new double[] {1e-4, 1e-5, 1e-6, 1e-7}) {
        NetworkSimulation network =
            Network.of(scenario)
                .neurons(100)
                .synapsesPerNeuron(40)
                .heterogeneity(Heterogeneity.none())
                .relativeTolerance(tolerance)
                .build()
                .start(0);
        long begin = System.nanoTime();
        Trajectory run = network.run(168, HOURS);
        double largest = 0;
        String where = "";
        for (String name : run.names()) {
          for (double t : HOURS) {
            double expected = mean.valueAt(name, t);
            double e = Math.abs(run.valueAt(name, t) - expected) / (0.01 + Math.abs(expected));
            if (!(e <= largest)) {
              largest = e;
              where = name + " at " + t;
            }
          }
        }
        System.err.println(
            tolerance
                + " error "
                + largest
                + " "
                + where
                + " "
                + run.statistics()
                + " sweeps "
                + network.synapticSweeps()
                + " bound "
                + network.largestRateError()
                + " ms "
                + (System.nanoTime() - begin) / 1e6);
        assertTrue(largest < 100 * tolerance, where + " " + largest);
      }
    }
  }
}
