package org.capgate.steady;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of a Jacobian in h⁻¹, the largest real part first. Immutable. */
public final class Eigenvalues {
  private final double[] realPerHour;
  private final double[] imaginaryPerHour;

  private Eigenvalues(double[] realPerHour, double[] imaginaryPerHour) {
    this.realPerHour = realPerHour;
    this.imaginaryPerHour = imaginaryPerHour;
  }

  /**
   * Eigenvalues of a block of a Jacobian with other variables eliminated through their equations,
   * the Schur complement D (J_kk − J_ke J_ee⁻¹ J_ek).
   *
   * @param jacobian square, row-major, h⁻¹
   * @param kept variables whose motion is looked at
   * @param eliminated variables that follow at once
   * @param rowFactors D, one factor per kept variable
   */
  static Eigenvalues reduced(double[] jacobian, int[] kept, int[] eliminated, double[] rowFactors) {
    DMatrixRMaj reduced = block(jacobian, kept, kept);
    if (kept.length == 0) {
      return new Eigenvalues(new double[0], new double[0]);
    }
    if (eliminated.length > 0) {
      DMatrixRMaj followed = new DMatrixRMaj(eliminated.length, kept.length);
      if (!CommonOps_DDRM.solve(
              block(jacobian, eliminated, eliminated), block(jacobian, eliminated, kept), followed)
          || MatrixFeatures_DDRM.hasUncountable(followed)) {
        throw new SteadyStateException(
            SteadyStateException.Reason.NOT_FOUND,
            "the algebraic equations are singular in this state");
      }
      CommonOps_DDRM.multAdd(-1.0, block(jacobian, kept, eliminated), followed, reduced);
    }
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        reduced.data[i * kept.length + j] *= rowFactors[i];
      }
    }
    return of(reduced);
  }

  private static Eigenvalues of(DMatrixRMaj matrix) {
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(matrix.numRows, false);
    if (!decomposition.decompose(matrix)) {
      throw new SteadyStateException(
          SteadyStateException.Reason.NOT_FOUND,
          "the eigenvalues of the Jacobian could not be computed");
    }
    Complex_F64[] sorted =
        IntStream.range(0, decomposition.getNumberOfEigenvalues())
            .mapToObj(decomposition::getEigenvalue)
            .sorted(
                Comparator.comparingDouble(Complex_F64::getReal)
                    .reversed()
                    .thenComparing(
                        Comparator.comparingDouble(Complex_F64::getImaginary).reversed()))
            .toArray(Complex_F64[]::new);
    return new Eigenvalues(
        Arrays.stream(sorted).mapToDouble(Complex_F64::getReal).toArray(),
        Arrays.stream(sorted).mapToDouble(Complex_F64::getImaginary).toArray());
  }

  private static DMatrixRMaj block(double[] jacobian, int[] rows, int[] columns) {
    int size = (int) Math.round(Math.sqrt(jacobian.length));
    DMatrixRMaj block = new DMatrixRMaj(rows.length, columns.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        block.data[i * columns.length + j] = jacobian[rows[i] * size + columns[j]];
      }
    }
    return block;
  }

  /** How many there are. */
  public int count() {
    return realPerHour.length;
  }

  /** Real parts, h⁻¹, descending, a fresh array. */
  public double[] realPerHour() {
    return realPerHour.clone();
  }

  /** Imaginary parts, h⁻¹, in the order of the real parts, a fresh array. */
  public double[] imaginaryPerHour() {
    return imaginaryPerHour.clone();
  }

  /**
   * Real part of the leading eigenvalue, h⁻¹: the slowest decay if negative, the fastest growth if
   * positive.
   */
  public double leadingRealPerHour() {
    return realPerHour.length == 0 ? Double.NEGATIVE_INFINITY : realPerHour[0];
  }

  /** Imaginary part of the leading eigenvalue, h⁻¹, ≥ 0. */
  public double leadingImaginaryPerHour() {
    return imaginaryPerHour.length == 0 ? 0.0 : Math.abs(imaginaryPerHour[0]);
  }

  /** By how much all real parts are below zero, h⁻¹; negative when the state is unstable. */
  public double stabilityMarginPerHour() {
    return -leadingRealPerHour();
  }

  @Override
  public String toString() {
    return "leading eigenvalue "
        + leadingRealPerHour()
        + " ± "
        + leadingImaginaryPerHour()
        + "i per hour";
  }
}
