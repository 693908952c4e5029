package org.capgate.network;

import java.util.List;
import java.util.stream.Stream;
import org.capgate.compile.CellKernel;
import org.capgate.compile.CellLoop;
import org.capgate.equations.Symbol;

/** What all neurons share: the part of the statement that sees them as population means. */
final class SharedTissue {
  final CellKernel kernel;
  final double[] shared;
  private final double[][] in; // states, factors and right sides, each of one tissue
  private final double[][] out;
  private final double[] factors;

  SharedTissue(CellKernel kernel, double[] shared) {
    this.kernel = kernel;
    this.shared = shared;
    factors = new double[kernel.factors()];
    in = new double[2 * kernel.variables() + factors.length][1];
    int most =
        Stream.of(kernel.rhs(), kernel.readouts(), kernel.factor(), kernel.solve())
            .mapToInt(CellLoop::outputs)
            .max()
            .orElseThrow();
    out = new double[most][1];
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
   * @param values overwritten with the outputs
   */
  void run(CellLoop loop, double[] states, double[] values) {
    for (int i = 0; i < states.length; i++) {
      in[i][0] = states[i];
    }
    loop.run(0, 1, in, shared, out);
    for (int i = 0; i < loop.outputs(); i++) {
      values[i] = out[i][0];
    }
  }

  /** Factorises the linear system at states, for {@link #solve}. */
  void factor(double[] states) {
    run(kernel.factor(), states, factors);
    for (int i = 0; i < factors.length; i++) {
      in[states.length + i][0] = factors[i];
    }
  }

  /**
   * Solves the linear system that was factorised last.
   *
   * @param states those of {@link #factor}
   * @param right one entry per state
   * @param change of each quantity of neurons that is felt
   * @param x overwritten, one entry per state
   */
  void solve(double[] states, double[] right, double[] change, double[] x) {
    int first = states.length + factors.length;
    for (int i = 0; i < right.length; i++) {
      in[first + i][0] = right[i];
    }
    System.arraycopy(change, 0, shared, kernel.shiftIndex() + 1, change.length);
    run(kernel.solve(), states, x);
  }
}
