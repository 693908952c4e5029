package org.capgate.compile;

/**
 * A program as a function of arrays. Immutable and safe in any number of threads; the arrays belong
 * to the caller, are not kept and must be distinct objects, except that {@code out} may be one that
 * is read, when the program reads no entry after it has written it. An array that the program does
 * not read may be empty.
 */
interface Routine {
  /**
   * Overwrites the entries of out that the program states, and scratch.
   *
   * @param y variables
   * @param p parameters, or prepared parameters
   * @param u inputs
   * @param uRate du/dt, per hour
   * @param control what a step is told: its size, the tolerances
   * @param work scratch of at least {@link #workLength()}
   */
  void run(
      double[] y,
      double[] p,
      double[] u,
      double[] uRate,
      double[] control,
      double[] work,
      double[] out);

  /** Length of the scratch array. */
  int workLength();
}
