package org.capgate.benchmarks.peers;

/** A solver within this process, as {@link JavaPeer} serves it. */
interface Peer {
  /**
   * A solution.
   *
   * @param rhsEvaluations evaluations of the right-hand side
   * @param values all variables, sample after sample
   */
  record Solved(long rhsEvaluations, double[] values) {}

  /** Solves once; what is timed. */
  Object solve(double relative, double absolute);

  /** The solution that {@link #solve} made. */
  Solved read(Object solution);
}
