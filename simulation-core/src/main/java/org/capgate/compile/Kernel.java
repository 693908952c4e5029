package org.capgate.compile;

import org.capgate.equations.Layout;

/**
 * A system of equations as functions of arrays. Immutable and safe in any number of threads; the
 * arrays belong to the caller, are not kept, and must be distinct objects of at least the stated
 * length.
 *
 * <p>y: variables, p: parameters followed by frozen references, u: inputs, work: scratch of {@link
 * #workLength()}, one per thread, whose contents mean nothing between calls. {@link #layout()} says
 * where each symbol stands.
 */
public interface Kernel {
  /** Where each symbol stands in the arrays. */
  Layout layout();

  /** Number of unknowns. */
  default int variables() {
    return layout().variables().size();
  }

  /** Number of differential unknowns; they come first. */
  default int differential() {
    return layout().differential();
  }

  /** Number of parameters and frozen references. */
  default int parameters() {
    return layout().parameters().size();
  }

  /** Number of inputs. */
  default int inputs() {
    return layout().inputs().size();
  }

  /** Number of readouts. */
  default int readouts() {
    return layout().readouts().size();
  }

  /** Length of the scratch array. */
  int workLength();

  /**
   * Overwrites f with rates (per hour) of the differential variables and residuals of the algebraic
   * ones.
   */
  void rhs(double[] y, double[] p, double[] u, double[] work, double[] f);

  /**
   * Overwrites the structurally nonzero entries of ∂f/∂y; the others are left alone.
   *
   * @param dfdy [row of f][column of y], row-major
   */
  void jacobian(double[] y, double[] p, double[] u, double[] work, double[] dfdy);

  /**
   * Overwrites dfdt with the time derivative of f at fixed y, Σ ∂f/∂u · du/dt (f's unit per hour).
   *
   * @param uRate du/dt, one entry per input, per hour
   */
  void inputDerivative(
      double[] y, double[] p, double[] u, double[] uRate, double[] work, double[] dfdt);

  /** Overwrites out with the readouts. */
  void readouts(double[] y, double[] p, double[] u, double[] work, double[] out);

  /**
   * Rows of the structurally nonzero entries of the Jacobian, in row-major order; a fresh array.
   */
  int[] jacobianRows();

  /**
   * Columns of the structurally nonzero entries of the Jacobian, in row-major order; a fresh array.
   */
  int[] jacobianColumns();
}
