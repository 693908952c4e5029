package org.capgate.solver;

import java.util.Optional;
import java.util.OptionalInt;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;

/**
 * Solves the algebraic equations 0 = f_a(t, d, a) for the algebraic variables a at given
 * differential variables d.
 *
 * <p>Newton's method, damped by the natural monotonicity test: a step is taken as far as the next
 * correction, computed with the same Jacobian, is shorter than this one. That test does not depend
 * on how the equations are scaled (Deuflhard 2004, Newton Methods for Nonlinear Problems, section
 * 3.3).
 */
final class AlgebraicEquations {
  private static final int LARGEST_NUMBER_OF_ITERATIONS = 60;
  private static final int MOST_CONTRACTIONS = 8;
  private static final double SLOWEST_CONTRACTION = 0.2;
  private static final double SHORTEST_DAMPING = 0x1p-20;

  private final Equations equations;
  private final ErrorNorm norm;
  private final int size; // all variables
  private final int first; // of the algebraic ones
  private final int count; // of the algebraic ones
  private final LinearSolver linear;
  private final double[] jacobian; // [size][size], row-major
  private final double[] block; // [count][count], row-major
  private final double[] f;
  private final double[] start; // algebraic variables before a step
  private final double[] step;
  private final double[] next;
  private final double[] scale;

  AlgebraicEquations(Equations equations, ErrorNorm norm) {
    this.equations = equations;
    this.norm = norm;
    size = equations.system().size();
    first = equations.system().differentialSize();
    count = size - first;
    linear = new DenseLinearSolver(Math.max(count, 1));
    jacobian = new double[size * size];
    block = new double[count * count];
    f = new double[size];
    start = new double[count];
    step = new double[count];
    next = new double[count];
    scale = new double[count];
  }

  /**
   * Replaces the algebraic entries of y by a solution near them.
   *
   * @param accuracy size of the last correction relative to each variable, > 0
   */
  void solve(double tHours, double[] y, double accuracy) {
    if (count == 0) {
      return;
    }
    equations.rhsOrFail(tHours, y, f);
    for (int iteration = 0; iteration < LARGEST_NUMBER_OF_ITERATIONS; iteration++) {
      factor(tHours, y);
      rescale(y);
      correction(step);
      double length = length(step);
      if (length <= accuracy) {
        move(y, 1.0);
        equations.requireFiniteState(tHours, y);
        return;
      }
      if (dampedStep(tHours, y, length, accuracy)) {
        return;
      }
    }
    throw unsolved(
        tHours, y, "did not converge in " + LARGEST_NUMBER_OF_ITERATIONS + " iterations");
  }

  /**
   * Improves algebraic variables that are close to a solution already, as those of a continuous
   * extension are. Uses the last factorised Jacobian as long as that contracts well, then one from
   * here; where even that does not converge, y is left as it was.
   *
   * @param accuracy size of the last correction relative to each variable, > 0
   */
  void polish(double tHours, double[] y, double accuracy) {
    if (count == 0) {
      return;
    }
    System.arraycopy(y, first, start, 0, count);
    rescale(y);
    if (contract(tHours, y, accuracy)) {
      return;
    }
    System.arraycopy(start, 0, y, first, count);
    equations.jacobianOrFail(tHours, y, jacobian);
    copyAlgebraicBlock(jacobian);
    equations.factorisations++;
    if (!linear.factor(block) || !contract(tHours, y, accuracy)) {
      System.arraycopy(start, 0, y, first, count);
    }
  }

  /** Newton's method with the Jacobian of before; false when that does not converge quickly. */
  private boolean contract(double tHours, double[] y, double accuracy) {
    double previous = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < MOST_CONTRACTIONS; iteration++) {
      if (!equations.rhs(tHours, y, f)) {
        return false;
      }
      correction(step);
      double length = length(step);
      if (!(length <= SLOWEST_CONTRACTION * previous)) {
        return false;
      }
      move(y, 1.0);
      if (length <= accuracy) {
        return true;
      }
      previous = length;
    }
    return false;
  }

  /**
   * Takes one step of Newton's method as far as it helps; returns whether y has become a solution.
   */
  private boolean dampedStep(double tHours, double[] y, double length, double accuracy) {
    System.arraycopy(y, first, start, 0, count);
    for (double damping = 1.0; damping >= SHORTEST_DAMPING; damping *= 0.5) {
      move(y, damping);
      if (equations.rhs(tHours, y, f)) {
        correction(next);
        double nextLength = length(next);
        if (damping == 1.0 && nextLength <= accuracy) {
          System.arraycopy(next, 0, step, 0, count);
          move(y, 1.0);
          return true;
        }
        if (nextLength <= (1.0 - 0.25 * damping) * length) {
          return false;
        }
      }
      System.arraycopy(start, 0, y, first, count);
    }
    if (length <= 1e3 * accuracy) { // rounding errors hide any further progress
      return true;
    }
    throw unsolved(tHours, y, "have no solution near the present state");
  }

  /** Adds the damped step to the algebraic variables. */
  private void move(double[] y, double damping) {
    for (int i = 0; i < count; i++) {
      y[first + i] += damping * step[i];
    }
  }

  private void factor(double tHours, double[] y) {
    equations.jacobianOrFail(tHours, y, jacobian);
    copyAlgebraicBlock(jacobian);
    equations.factorisations++;
    if (!linear.factor(block)) {
      throw folded(tHours, y, first);
    }
  }

  private void copyAlgebraicBlock(double[] dfdy) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(dfdy, (first + i) * size + first, block, i * count, count);
    }
  }

  /** The Newton correction for the residual in f. */
  private void correction(double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = -f[first + i];
    }
    equations.solves++;
    linear.solve(out);
  }

  /** Largest correction relative to its variable as it was when last rescaled. */
  private double length(double[] correction) {
    double largest = 0.0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(correction[i]) / scale[i]);
    }
    return largest;
  }

  /** Takes the present state as the measure of corrections, the same for all that are compared. */
  private void rescale(double[] y) {
    for (int i = 0; i < count; i++) {
      scale[i] = Math.abs(y[first + i]) + norm.negligible(first + i);
    }
  }

  /**
   * The rates of change of all variables at a consistent state: those of the algebraic ones follow
   * from the differentiated algebraic equations, J_aa a' = −(J_ad d' + ∂f_a/∂t).
   *
   * @param y the state
   * @param f right-hand side
   * @param dfdy Jacobian
   * @param dfdt derivative with respect to time
   * @param rate overwritten, per hour
   */
  void rates(double tHours, double[] y, double[] f, double[] dfdy, double[] dfdt, double[] rate) {
    System.arraycopy(f, 0, rate, 0, first);
    if (count == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      double sum = dfdt[first + i];
      for (int j = 0; j < first; j++) {
        sum += dfdy[(first + i) * size + j] * f[j];
      }
      step[i] = -sum;
    }
    copyAlgebraicBlock(dfdy);
    equations.factorisations++;
    if (!linear.factor(block)) {
      throw folded(tHours, y, first);
    }
    equations.solves++;
    linear.solve(step);
    System.arraycopy(step, 0, rate, first, count);
  }

  /**
   * The failure of a solution that ends in a fold; empty where the algebraic equations are regular,
   * or have no finite derivatives.
   */
  Optional<IntegrationException> fold(double tHours, double[] y) {
    equations.evaluator().jacobian(tHours, y, jacobian);
    if (!Equations.allFinite(jacobian)) {
      return Optional.empty();
    }
    rescale(y);
    OptionalInt variable = new FoldCheck(size, first, scale).variable(jacobian);
    return variable.isEmpty()
        ? Optional.empty()
        : Optional.of(folded(tHours, y, variable.getAsInt()));
  }

  private IntegrationException folded(double tHours, double[] y, int variable) {
    String name = equations.name(variable);
    return new IntegrationException(
        Reason.FOLD,
        name,
        tHours,
        "the solution ends in a fold at t = %s h: two values of %s, which follows at once, meet at %s, and beyond there is none. The full system jumps there; solve it with rates that relax (Scenario.instantiateWithExplicitRates)."
            .formatted(tHours, name, y[variable]));
  }

  private IntegrationException unsolved(double tHours, double[] y, String what) {
    Optional<IntegrationException> fold = fold(tHours, y);
    if (fold.isPresent()) {
      return fold.get();
    }
    int worst = first;
    double largest = -1.0;
    equations.evaluator().rhs(tHours, y, f);
    for (int i = first; i < size; i++) {
      double residual = Math.abs(f[i]) / (Math.abs(y[i]) + norm.negligible(i));
      if (!(residual <= largest)) {
        largest = residual;
        worst = i;
      }
    }
    String name = equations.name(worst);
    return new IntegrationException(
        Reason.ALGEBRAIC_EQUATIONS_UNSOLVED,
        name,
        tHours,
        "the algebraic equations %s at t = %s h; the largest residual is %s in the equation of %s = %s. Check the parameters, or the initial state."
            .formatted(what, tHours, f[worst], name, y[worst]));
  }
}
