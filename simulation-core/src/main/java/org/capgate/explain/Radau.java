package org.capgate.explain;

/**
 * Radau's right quadrature with three nodes, of order 5 (Hairer and Wanner 1996, Solving Ordinary
 * Differential Equations II, section IV.5). The last node is the end of the step; what relaxes
 * within a fraction of it does no harm.
 */
final class Radau {
  static final int STAGES = 3;

  private static final double ROOT = Math.sqrt(6);
  private static final double[] NODES = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};
  private static final double[][] WEIGHTS = {
    {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
    {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
    {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
  };

  private Radau() {}

  /** Where a stage lies in its step, in (0, 1]. */
  static double node(int stage) {
    return NODES[stage];
  }

  /** Weight of the rate at stage {@code of} in the integral from the start of the step. */
  static double weight(int until, int of) {
    return WEIGHTS[until][of];
  }
}
