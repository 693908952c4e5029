package org.capgate.compile;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.capgate.compile.Op.Code;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.equations.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A system of equations as functions of arrays. Immutable and safe in any number of threads; the
 * arrays belong to the caller, are not kept, and must be distinct objects of at least the stated
 * length.
 *
 * <p>y: variables, q: prepared parameters (see {@link #prepare}), u: inputs, work: scratch of
 * {@link #workLength()}, one per thread, whose contents mean nothing between calls. {@link
 * #layout()} says where each symbol stands.
 */
public final class Kernel {
  private static final double[] UNREAD = {};

  private final Programs programs;
  private final Translator translator;
  private final Routine prepare;
  private final Routine rhs;
  private final Routine jacobian;
  private final Routine inputDerivative;
  private final Routine readouts;
  private final int workLength;
  private @Nullable NewtonKernel newton; // made when first asked for
  private final Map<StepKind, StepKernel> steps = new ConcurrentHashMap<>();

  private record StepKind(RosenbrockMethod method, int lanes) {}

  Kernel(Programs programs, Translator translator) {
    this.programs = programs;
    this.translator = translator;
    prepare = translator.translate(programs.prepare(), 1);
    rhs = translator.translate(programs.rhs(), 1);
    jacobian = translator.translate(programs.jacobian(), 1);
    inputDerivative = translator.translate(programs.inputDerivative(), 1);
    readouts = translator.translate(programs.readouts(), 1);
    int longest = 0;
    for (Routine routine : new Routine[] {prepare, rhs, jacobian, inputDerivative, readouts}) {
      longest = Math.max(longest, routine.workLength());
    }
    workLength = longest;
  }

  /** Where each symbol stands in the arrays. */
  public Layout layout() {
    return programs.layout();
  }

  /** Number of unknowns. */
  public int variables() {
    return layout().variables().size();
  }

  /** Number of differential unknowns; they come first. */
  public int differential() {
    return layout().differential();
  }

  /** Number of parameters and frozen references. */
  public int parameters() {
    return layout().parameters().size();
  }

  /** Number of inputs. */
  public int inputs() {
    return layout().inputs().size();
  }

  /** Number of readouts. */
  public int readouts() {
    return layout().readouts().size();
  }

  /** Places of the readouts that depend on algebraic unknowns. */
  public Set<Integer> readoutsOfAlgebraic() {
    return programs.readouts().entriesReading(Code.VARIABLE, differential());
  }

  /** Length of the scratch array. */
  public int workLength() {
    return workLength;
  }

  /**
   * Everything that depends on parameters only, computed once for a whole run; a fresh array.
   *
   * @param p parameters followed by frozen references
   */
  public double[] prepare(double[] p) {
    double[] q = new double[programs.preparedLength()];
    prepare.run(UNREAD, p, UNREAD, UNREAD, UNREAD, new double[prepare.workLength()], q);
    return q;
  }

  /**
   * Overwrites f with rates (per hour) of the differential variables and residuals of the algebraic
   * ones.
   */
  public void rhs(double[] y, double[] q, double[] u, double[] work, double[] f) {
    rhs.run(y, q, u, UNREAD, UNREAD, work, f);
  }

  /**
   * Overwrites the structurally nonzero entries of ∂f/∂y; the others are left alone.
   *
   * @param dfdy [row of f][column of y], row-major
   */
  public void jacobian(double[] y, double[] q, double[] u, double[] work, double[] dfdy) {
    jacobian.run(y, q, u, UNREAD, UNREAD, work, dfdy);
  }

  /**
   * Overwrites dfdt with the time derivative of f at fixed y, Σ ∂f/∂u · du/dt (f's unit per hour).
   *
   * @param uRate du/dt, one entry per input, per hour
   */
  public void inputDerivative(
      double[] y, double[] q, double[] u, double[] uRate, double[] work, double[] dfdt) {
    inputDerivative.run(y, q, u, uRate, UNREAD, work, dfdt);
  }

  /** Overwrites out with the readouts. */
  public void readouts(double[] y, double[] q, double[] u, double[] work, double[] out) {
    readouts.run(y, q, u, UNREAD, UNREAD, work, out);
  }

  /**
   * A whole step of a method, made at the first call.
   *
   * @param lanes solutions computed side by side: 1, or {@link Lanes#perVector}
   */
  public StepKernel step(RosenbrockMethod method, int lanes) {
    return steps.computeIfAbsent(
        new StepKind(method, lanes),
        wanted ->
            new StepKernel(StepPrograms.of(programs, wanted.method), wanted.lanes, translator));
  }

  /** Newton's method, made at the first call. */
  public synchronized NewtonKernel newton() {
    if (newton == null) {
      newton = new NewtonKernel(programs, translator);
    }
    return newton;
  }

  /**
   * Rows of the structurally nonzero entries of the Jacobian, in row-major order; a fresh array.
   */
  public int[] jacobianRows() {
    return programs.jacobianRows();
  }

  /**
   * Columns of the structurally nonzero entries of the Jacobian, in row-major order; a fresh array.
   */
  public int[] jacobianColumns() {
    return programs.jacobianColumns();
  }
}
