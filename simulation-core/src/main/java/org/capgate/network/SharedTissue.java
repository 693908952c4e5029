package org.capgate.network;

import java.util.List;
import org.capgate.compile.CellKernel;
import org.capgate.compile.CellLoop;
import org.capgate.equations.Symbol;

/** What all neurons share: the part of the statement that sees them as population means. */
final class SharedTissue {
  final CellKernel kernel;
  final double[] shared;

  SharedTissue(CellKernel kernel, double[] shared) {
    this.kernel = kernel;
    this.shared = shared;
  }

  List<Symbol> states() {
    return kernel.layout().variables();
  }

  /** Index of a state. */
  int state(String name) {
    return kernel.layout().variable(name);
  }

  /** Sets an input or a mean, when the tissue uses it. */
  void set(String input, double value) {
    if (kernel.isShared(input)) {
      shared[kernel.sharedIndex(input)] = value;
    }
  }

  /** Sets the mean of something neurons own. */
  void setMean(String quantity, double value) {
    int coupled = kernel.coupled().indexOf(quantity);
    if (coupled < 0 && !kernel.isShared(quantity)) {
      throw new IllegalStateException("the tissue does not see " + quantity);
    }
    set(quantity, value);
  }

  /**
   * Runs a loop for the one tissue there is.
   *
   * @param more what stands behind the states: factors and right sides
   * @return the outputs, a fresh array
   */
  double[] run(CellLoop loop, double[] states, double... more) {
    double[][] in = new double[states.length + more.length][1];
    for (int i = 0; i < states.length; i++) {
      in[i][0] = states[i];
    }
    for (int i = 0; i < more.length; i++) {
      in[states.length + i][0] = more[i];
    }
    double[][] out = new double[loop.outputs()][1];
    loop.run(0, 1, in, shared, out);
    double[] values = new double[out.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = out[i][0];
    }
    return values;
  }
}
