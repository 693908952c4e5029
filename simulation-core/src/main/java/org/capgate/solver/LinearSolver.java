package org.capgate.solver;

/**
 * Solves linear systems with one matrix and many right-hand sides. The seam behind which the plain
 * dense elimination can be replaced by one that knows the sparsity of the model. Not thread-safe.
 */
public interface LinearSolver {

  /**
   * Factorises a matrix.
   *
   * @param matrix row-major, n × n; not modified
   * @return false when it is singular to working precision or holds a value that is not finite
   */
  boolean factor(double[] matrix);

  /** Replaces b by the solution x of (factorised matrix) x = b. */
  void solve(double[] b);
}
