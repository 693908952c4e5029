package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The solution fits differences of the equations, every neuron hearing the mean of each class. */
class CoupledLinearSystemTest {
  private static final double T_HOURS = 0.5;

  /** Part of the solution that is stepped to either side: errors are its square, and 1e-16 / it. */
  private static final double PART = 1e-6;

  private final NetworkSimulation simulation = moving();
  private final NetworkEquations equations = simulation.equations();
  private final NeuronField y = simulation.stepper().start();
  private final double[][][] inputs = inputs();

  private static NetworkSimulation moving() {
    NetworkSimulation moving =
        Networks.small().subclasses(Subclass.parvalbuminAndSomatostatin()).build().start(0);
    moving.at(0.1, Rule.lesion(Selection.indices(7, 250)));
    moving.run(T_HOURS, T_HOURS);
    return moving;
  }

  private double[][][] inputs() {
    int classes = equations.groups.length;
    double[][][] copies = new double[classes][classes][];
    for (int g = 0; g < classes; g++) {
      for (int s = 0; s < classes; s++) {
        copies[g][s] = equations.groups[g].inputs[s].clone();
      }
    }
    return copies;
  }

  @ParameterizedTest(name = "1/(hγ) = {0} per hour")
  @ValueSource(doubles = {0.05, 1, 40})
  void theSolutionFitsDifferencesOfTheCoupledEquations(double shift) {
    NeuronField b = right();
    NeuronField x = simulation.stepper().newField();
    equations.linear.factor(shift, y);
    equations.linear.solve(y, b, x);
    double part = PART * Math.min(1, shift * shift); // a small shift makes a large solution
    NeuronField above = equationsAt(x, part);
    NeuronField below = equationsAt(x, -part);
    for (int g = 0; g < equations.groups.length; g++) {
      CellGroup group = equations.groups[g];
      for (int v = 0; v < x.cells[g].length; v++) {
        boolean isState = v < group.kernel.differential();
        double largest = 0;
        for (int i = 0; i < group.neurons; i++) {
          largest = Math.max(largest, Math.abs(x.cells[g][v][i]));
        }
        for (int i = 0; i < group.neurons; i++) {
          double change = (above.cells[g][v][i] - below.cells[g][v][i]) / (2 * part);
          double left = (isState ? shift * x.cells[g][v][i] : 0) - change;
          double scale = Math.abs(b.cells[g][v][i]) + (shift + 1) * largest;
          assertEquals(
              b.cells[g][v][i],
              left,
              1e-5 * scale,
              group.kernel.layout().variables().get(v).name());
        }
      }
    }
    for (int v = 0; v < x.tissue.length; v++) {
      double change = (above.tissue[v] - below.tissue[v]) / (2 * part);
      double scale = Math.abs(b.tissue[v]) + (shift + 1) * Math.abs(x.tissue[v]);
      assertEquals(b.tissue[v], shift * x.tissue[v] - change, 1e-5 * scale, "tissue " + v);
      assertTrue(Math.abs(x.tissue[v]) > 0);
    }
  }

  private NeuronField right() {
    RandomStream random = RandomStream.of(11, 0, 0, "right sides");
    NeuronField b = simulation.stepper().newField();
    for (int g = 0; g < b.cells.length; g++) {
      for (int v = 0; v < equations.groups[g].kernel.differential(); v++) {
        for (int i = 0; i < b.cells[g][v].length; i++) {
          b.cells[g][v][i] = random.nextGaussian() * (0.01 + Math.abs(y.cells[g][v][i]));
        }
      }
    }
    for (int v = 0; v < b.tissue.length; v++) {
      b.tissue[v] = 0.1 + Math.abs(random.nextGaussian());
    }
    return b;
  }

  /** Rates and residuals at y + part · x. */
  private NeuronField equationsAt(NeuronField x, double part) {
    double[][] before = meanSignals(y);
    NeuronField at = simulation.stepper().newField();
    for (int g = 0; g < at.cells.length; g++) {
      for (int v = 0; v < at.cells[g].length; v++) {
        for (int i = 0; i < at.cells[g][v].length; i++) {
          at.cells[g][v][i] = y.cells[g][v][i] + part * x.cells[g][v][i];
        }
      }
    }
    for (int v = 0; v < at.tissue.length; v++) {
      at.tissue[v] = y.tissue[v] + part * x.tissue[v];
    }
    double[][] after = meanSignals(at);
    for (int g = 0; g < inputs.length; g++) {
      for (int s = 0; s < inputs.length; s++) {
        for (int i = 0; i < inputs[g][s].length; i++) {
          equations.groups[g].inputs[s][i] = inputs[g][s][i] + after[s][g] - before[s][g];
        }
      }
    }
    equations.shareAndObserve(T_HOURS, at);
    NeuronField f = simulation.stepper().newField();
    for (int g = 0; g < f.cells.length; g++) {
      CellGroup group = equations.groups[g];
      double[][] in = group.view(at.cells[g], new double[0][]);
      for (CellGroup.Subrange range : group.ranges) {
        group.kernel.everything().run(range.from(), range.to(), in, range.shared(), f.cells[g]);
      }
    }
    equations.tissue.run(equations.tissue.kernel.rhs(), at.tissue, f.tissue);
    return f;
  }

  /** What each class sends to each, mean over its neurons: [source][target]. */
  private double[][] meanSignals(NeuronField state) {
    int classes = equations.groups.length;
    double[][] means = new double[classes][classes];
    for (int s = 0; s < classes; s++) {
      CellGroup group = equations.groups[s];
      double[][] in = group.view(state.cells[s], new double[0][]);
      double[][] sent = new double[classes][group.neurons];
      for (CellGroup.Subrange range : group.ranges) {
        group.kernel.signals().run(range.from(), range.to(), in, range.shared(), sent);
      }
      for (int g = 0; g < classes; g++) {
        means[s][g] =
            CellPieces.dot(sent[g], group.sendWeight[g], 0, group.neurons) / group.neurons;
      }
    }
    return means;
  }

  @Test
  void aNeuronWithTwoAlgebraicVariablesIsRefusedByTheirNames() {
    Symbol first = new Symbol("freeEif4e", Kind.ALGEBRAIC, Unit.MICROMOLAR, "free eIF4E");
    Symbol second = new Symbol("freeOther", Kind.ALGEBRAIC, Unit.MICROMOLAR, "free other");
    assertEquals(0, NetworkEquations.index(List.of(first), Kind.ALGEBRAIC));
    String refused =
        String.valueOf(
            assertThrows(
                    IllegalStateException.class,
                    () -> NetworkEquations.index(List.of(first, second), Kind.ALGEBRAIC))
                .getMessage());
    assertTrue(refused.contains("one variable of kind algebraic, but has 2"), refused);
    assertTrue(refused.contains("freeEif4e, freeOther"), refused);
    assertThrows(
        IllegalStateException.class,
        () -> NetworkEquations.index(List.of(first), Kind.QUASI_STEADY));
  }
}
