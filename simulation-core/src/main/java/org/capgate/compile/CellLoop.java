package org.capgate.compile;

/**
 * One function of one cell, applied to a range of cells: generated straight-line code inside a
 * loop, one array per variable. Immutable; safe in any number of threads on disjoint ranges.
 */
public abstract class CellLoop {
  private final int outputs;

  CellLoop(int outputs) {
    this.outputs = outputs;
  }

  /** Number of output arrays. */
  public final int outputs() {
    return outputs;
  }

  /**
   * Overwrites entries from to to − 1 of the output arrays.
   *
   * @param in one array per variable, input, factor or right side, each indexed by cell, in the
   *     order {@link CellKernel} states
   * @param shared numbers that all cells of the range share
   * @param out one array per output, indexed by cell; may be arrays of {@code in}
   */
  public abstract void run(int from, int to, double[][] in, double[] shared, double[][] out);
}
