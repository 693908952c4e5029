package org.capgate.network;

import java.util.function.DoubleUnaryOperator;

/**
 * One number per variable of every neuron and of the tissue: a state, or a change of it.
 *
 * <p>cells is indexed [class][variable][neuron of the class], tissue by variable.
 */
final class NeuronField {
  final double[][][] cells;
  final double[] tissue;

  NeuronField(int[] variables, int[] neurons, int tissueVariables) {
    cells = new double[variables.length][][];
    for (int c = 0; c < variables.length; c++) {
      cells[c] = new double[variables[c]][neurons[c]];
    }
    tissue = new double[tissueVariables];
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
