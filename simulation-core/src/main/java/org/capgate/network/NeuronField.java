package org.capgate.network;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One number per variable of every neuron and of the tissue: a state, or a change of it.
 *
 * <p>cells is indexed [class][variable][neuron of the class], tissue by variable.
 */
final class NeuronField {
  final double[][][] cells;
  final double[] tissue;

  /** [class] what loops read, made when it is first asked for. */
  private final @Nullable View[] views;

  private static final double[][] NO_RIGHT_SIDE = {};

  /** The arrays a loop reads at this state, with the right sides of a linear system or any. */
  private record View(double[][] arrays, @Nullable NeuronField right) {}

  NeuronField(int[] variables, int[] neurons, int tissueVariables) {
    cells = new double[variables.length][][];
    for (int c = 0; c < variables.length; c++) {
      cells[c] = new double[variables[c]][neurons[c]];
    }
    tissue = new double[tissueVariables];
    views = new View[variables.length];
  }

  /** What a loop over the neurons of a class reads at this state. */
  double[][] view(int number, CellGroup group) {
    View made = views[number];
    return made == null ? made(number, group, null) : made.arrays;
  }

  /** The same with right sides of a linear system. */
  double[][] view(int number, CellGroup group, NeuronField right) {
    View made = views[number];
    return made == null || made.right != right ? made(number, group, right) : made.arrays;
  }

  /** Two threads may both make it, of the same arrays. */
  private double[][] made(int number, CellGroup group, @Nullable NeuronField right) {
    double[][] sides = right == null ? NO_RIGHT_SIDE : right.cells[number];
    View made = new View(group.view(cells[number], sides), right);
    views[number] = made;
    return made.arrays;
  }

  void copyFrom(NeuronField other) {
    for (int c = 0; c < cells.length; c++) {
      for (int v = 0; v < cells[c].length; v++) {
        System.arraycopy(other.cells[c][v], 0, cells[c][v], 0, cells[c][v].length);
      }
    }
    System.arraycopy(other.tissue, 0, tissue, 0, tissue.length);
  }

  void apply(DoubleUnaryOperator change) {
    for (double[][] group : cells) {
      for (double[] variable : group) {
        for (int i = 0; i < variable.length; i++) {
          variable[i] = change.applyAsDouble(variable[i]);
        }
      }
    }
    for (int i = 0; i < tissue.length; i++) {
      tissue[i] = change.applyAsDouble(tissue[i]);
    }
  }
}
