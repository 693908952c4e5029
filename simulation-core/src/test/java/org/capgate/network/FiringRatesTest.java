package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class FiringRatesTest {
  /** Membrane times of excitatory and inhibitory neurons are 20 and 10 ms: steps of 1 ms. */
  private static final double[] MILLISECOND = {0.05, 0.1};

  @Test
  void explicitFastDynamicsRelaxToTheRatesThatAreSolvedFor() {
    NetworkSimulation simulation = Networks.small().relativeTolerance(1e-7).build().start(0);
    simulation.run(1, 1);
    NetworkEquations equations = simulation.equations();
    NeuronField y = simulation.stepper().newField();
    y.copyFrom(simulation.stepper().y0);
    for (int g = 0; g < equations.groups.length; g++) {
      double[] rates = y.cells[g][equations.rateIndex(g)];
      for (int i = 0; i < rates.length; i++) {
        rates[i] *= 0.5 + (i % 7) / 6.0;
      }
    }
    for (int millisecond = 0; millisecond < 1000; millisecond++) {
      equations.rates.explicitStep(y, MILLISECOND);
    }
    for (int g = 0; g < equations.groups.length; g++) {
      double[] solved = simulation.stepper().y0.cells[g][equations.rateIndex(g)];
      double[] relaxed = y.cells[g][equations.rateIndex(g)];
      // solved to a relative 5e-9 (a twentieth of the tolerance of steps) of up to 60 Hz
      assertArrayEquals(solved, relaxed, 1e-6, CellClass.values()[g].toString());
    }
  }

  @Test
  void theMethodLeavesLessOfAnErrorThanPlainSubstitution() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    NetworkEquations equations = simulation.equations();
    NeuronField plain = perturbed(simulation);
    NeuronField corrected = perturbed(simulation);
    double leftByPlain = 0;
    double leftByMethod = 0;
    for (int sweep = 0; sweep < 6; sweep++) {
      leftByPlain = equations.rates.explicitStep(plain, new double[] {1, 1});
      leftByMethod = equations.rates.correctedSweep(corrected);
    }
    assertTrue(leftByMethod < 0.2 * leftByPlain, leftByMethod + " against " + leftByPlain);
  }

  private static NeuronField perturbed(NetworkSimulation simulation) {
    NeuronField y = simulation.stepper().newField();
    y.copyFrom(simulation.stepper().y0);
    for (int g = 0; g < y.cells.length; g++) {
      double[] rates = y.cells[g][simulation.equations().rateIndex(g)];
      for (int i = 0; i < rates.length; i++) {
        rates[i] *= 1.03;
      }
    }
    return y;
  }

  @Test
  void theReportedBoundHolds() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    simulation.run(1, 1);
    double bound = simulation.largestRateError();
    NeuronField y = simulation.stepper().newField();
    y.copyFrom(simulation.stepper().y0);
    NetworkEquations equations = simulation.equations();
    for (int sweep = 0; sweep < 30; sweep++) {
      equations.rates.correctedSweep(y);
    }
    for (int g = 0; g < y.cells.length; g++) {
      double[] accepted = simulation.stepper().y0.cells[g][equations.rateIndex(g)];
      double[] exact = y.cells[g][equations.rateIndex(g)];
      for (int i = 0; i < exact.length; i++) {
        assertTrue(Math.abs(accepted[i] - exact[i]) <= 2 * bound * (exact[i] + 0.1));
      }
    }
  }
}
