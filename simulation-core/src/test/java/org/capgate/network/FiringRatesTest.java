package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    y.copyFrom(simulation.stepper().start());
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
      double[] solved = simulation.stepper().start().cells[g][equations.rateIndex(g)];
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
    y.copyFrom(simulation.stepper().start());
    for (int g = 0; g < y.cells.length; g++) {
      double[] rates = y.cells[g][simulation.equations().rateIndex(g)];
      for (int i = 0; i < rates.length; i++) {
        rates[i] *= 1.03;
      }
    }
    return y;
  }

  @Test
  void looseTolerancesAddUpInSinglePrecisionWithinItsBound() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    simulation.run(1, 1);
    NetworkEquations equations = simulation.equations();
    NeuronField y = simulation.stepper().start();
    equations.rates.allow(1e-9);
    equations.rates.sendSignals(y);
    double[][] exact = inputs(equations);
    equations.rates.allow(1e-6);
    equations.rates.sendSignals(y);
    double[][] single = inputs(equations);
    double largest = 0;
    for (int k = 0; k < exact.length; k++) {
      double mean = Arrays.stream(exact[k]).average().orElseThrow();
      for (int i = 0; i < exact[k].length; i++) {
        largest = Math.max(largest, Math.abs(single[k][i] - exact[k][i]) / mean);
      }
    }
    assertTrue(largest > 0, "another way of adding");
    assertTrue(largest < 2.4e-7, "relative error " + largest);
  }

  private static double[][] inputs(NetworkEquations equations) {
    List<double[]> inputs = new ArrayList<>();
    for (CellGroup group : equations.groups) {
      for (int source = 0; source < equations.groups.length; source++) {
        inputs.add(group.inputs[source].clone());
      }
    }
    return inputs.toArray(double[][]::new);
  }

  @Test
  void theReportedBoundHolds() {
    NetworkSimulation simulation = Networks.small().build().start(0);
    simulation.run(1, 1);
    double bound = simulation.largestRateError();
    NeuronField y = simulation.stepper().newField();
    y.copyFrom(simulation.stepper().start());
    NetworkEquations equations = simulation.equations();
    for (int sweep = 0; sweep < 30; sweep++) {
      equations.rates.correctedSweep(y);
    }
    for (int g = 0; g < y.cells.length; g++) {
      double[] accepted = simulation.stepper().start().cells[g][equations.rateIndex(g)];
      double[] exact = y.cells[g][equations.rateIndex(g)];
      for (int i = 0; i < exact.length; i++) {
        assertTrue(Math.abs(accepted[i] - exact[i]) <= 2 * bound * (exact[i] + 0.1));
      }
    }
  }
}
