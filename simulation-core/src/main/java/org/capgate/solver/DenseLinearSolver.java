package org.capgate.solver;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;

/** Dense elimination with partial pivoting by EJML; allocates nothing after construction. */
public final class DenseLinearSolver implements LinearSolver {
  private final int size;
  private final LUDecompositionAlt_DDRM lu = new LUDecompositionAlt_DDRM();
  private final DMatrixRMaj matrix;

  /**
   * Room for systems of one size.
   *
   * @param size number of unknowns, > 0
   */
  public DenseLinearSolver(int size) {
    this.size = size;
    matrix = new DMatrixRMaj(size, size);
  }

  @Override
  public boolean factor(double[] rowMajor) {
    System.arraycopy(rowMajor, 0, matrix.data, 0, size * size);
    lu.decompose(matrix);
    double[] factors = lu.getLU().data;
    for (int i = 0; i < size; i++) {
      double pivot = Math.abs(factors[i * size + i]);
      if (!(pivot > Double.MIN_NORMAL && pivot <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void solve(double[] b) {
    lu._solveVectorInternal(b);
  }
}
