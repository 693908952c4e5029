package org.capgate.solver;

import org.capgate.dynamics.OdeSystem;

/** Measures a change of the state in units of the tolerance, see {@link Tolerances}. */
final class ErrorNorm {
  private final double[] relative;
  private final double[] absolute;

  ErrorNorm(OdeSystem system, Tolerances tolerances) {
    relative = tolerances.relativeOf(system);
    absolute = tolerances.absoluteOf(system);
  }

  /** Root mean square of change_i / scale_i, the scale from the larger of the two states. */
  double of(double[] change, double[] before, double[] after) {
    double sum = 0.0;
    for (int i = 0; i < change.length; i++) {
      double scaled = change[i] / scale(i, before[i], after[i]);
      sum += scaled * scaled;
    }
    return Math.sqrt(sum / change.length);
  }

  /** Index of the variable with the largest scaled change. */
  int largest(double[] change, double[] before, double[] after) {
    int index = 0;
    double largest = -1.0;
    for (int i = 0; i < change.length; i++) {
      double scaled = Math.abs(change[i]) / scale(i, before[i], after[i]);
      if (!(scaled <= largest)) { // also true for NaN
        largest = scaled;
        index = i;
      }
    }
    return index;
  }

  /**
   * The magnitude below which variable i counts as zero: absolute over relative tolerance, in its
   * unit.
   */
  double negligible(int i) {
    return absolute[i] / relative[i];
  }

  private double scale(int i, double before, double after) {
    return absolute[i] + relative[i] * Math.max(Math.abs(before), Math.abs(after));
  }
}
