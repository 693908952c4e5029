package org.capgate.exposure;

/**
 * A linear system with its inputs over time, carried exactly from breakpoint to breakpoint: reading
 * a late time costs no more than reading an early one. Immutable.
 */
final class TimedSystem {

  private final TriangularSystem system;
  private final double[] breakpointsHours;
  private final double[][]
      starts; // [segment][state] right after the breakpoint; segment 0 is empty
  private final double[][] inputs; // [segment][state] constant input per hour

  TimedSystem(TriangularSystem system, double[] breakpointsHours, TimedInputs timed) {
    this.system = system;
    this.breakpointsHours = breakpointsHours;
    int size = system.size();
    int breakpoints = breakpointsHours.length;
    double[][] jumps = new double[breakpoints][size];
    double[][] after = new double[breakpoints][size];
    timed.jumps(breakpointsHours, jumps);
    timed.inputs(breakpointsHours, after);
    this.starts = new double[breakpoints + 1][];
    this.inputs = new double[breakpoints + 1][];
    starts[0] = new double[size];
    inputs[0] = new double[size];
    double[] coefficient = new double[size * (size + 1)];
    for (int k = 0; k < breakpoints; k++) {
      double[] state = starts[0];
      if (k > 0) {
        system.solve(starts[k], inputs[k], coefficient);
        state = system.state(coefficient, breakpointsHours[k] - breakpointsHours[k - 1]);
      }
      for (int i = 0; i < size; i++) {
        jumps[k][i] += state[i];
      }
      starts[k + 1] = jumps[k];
      inputs[k + 1] = after[k];
    }
  }

  TriangularSystem system() {
    return system;
  }

  /**
   * Time since the start of a segment (h), at least 0; 0 in segment 0, where nothing has been
   * given.
   */
  double elapsedHours(int segment, double tHours) {
    return segment == 0 ? 0 : Math.max(0, tHours - breakpointsHours[segment - 1]);
  }

  /** Writes the coefficients of the solution in a segment, see {@link TriangularSystem#solve}. */
  void solve(int segment, double[] coefficient) {
    system.solve(starts[segment], inputs[segment], coefficient);
  }

  /**
   * The areas under the states from the start of a segment on.
   *
   * @param hours since the start of the segment (h); infinity in the last one
   * @return a fresh array, one entry per state
   */
  double[] areas(int segment, double hours) {
    double[] end = new double[system.size()];
    if (hours < Double.POSITIVE_INFINITY) {
      double[] coefficient = new double[system.size() * (system.size() + 1)];
      solve(segment, coefficient);
      end = system.state(coefficient, hours);
    }
    return system.areas(starts[segment], end, inputs[segment], hours);
  }
}
