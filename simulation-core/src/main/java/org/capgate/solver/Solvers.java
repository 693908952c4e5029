package org.capgate.solver;

import org.capgate.dynamics.RosenbrockMethod;

/** The integrators by name. All are immutable and safe to share between threads. */
public final class Solvers {
  private static final double STANDARD_RELATIVE_TOLERANCE = 1e-6;

  /** Tolerances from which a method of lower order costs less; docs/choosing-a-solver.md. */
  private static final double RODAS3_FROM = 1e-2;

  private static final double RODAS4_FROM = 1e-3;

  private Solvers() {}

  /** The workhorse, with relative tolerance 1e-6. */
  public static Rosenbrock standard() {
    return standard(STANDARD_RELATIVE_TOLERANCE);
  }

  /**
   * The method that costs least at a tolerance, see docs/choosing-a-solver.md.
   *
   * @param relativeTolerance error per step relative to each variable, in [1e-15, 0.1]; the
   *     absolute tolerance follows, see {@link Tolerances#relative}
   */
  public static Rosenbrock standard(double relativeTolerance) {
    if (relativeTolerance >= RODAS3_FROM) {
      return rodas3(relativeTolerance);
    }
    return relativeTolerance >= RODAS4_FROM
        ? rodas4(relativeTolerance)
        : rodas5p(relativeTolerance);
  }

  /** RODAS3, order 3(2), for loose tolerances; see {@link #standard(double)}. */
  public static Rosenbrock rodas3(double relativeTolerance) {
    return rosenbrock(Rodas3.METHOD, relativeTolerance);
  }

  /** RODAS4, order 4(3); see {@link #standard(double)}. */
  public static Rosenbrock rodas4(double relativeTolerance) {
    return rosenbrock(Rodas4.METHOD, relativeTolerance);
  }

  /** Rodas5P, order 5(4), for tight tolerances; see {@link #standard(double)}. */
  public static Rosenbrock rodas5p(double relativeTolerance) {
    return rosenbrock(Rodas5p.METHOD, relativeTolerance);
  }

  private static Rosenbrock rosenbrock(RosenbrockMethod method, double relativeTolerance) {
    return new Rosenbrock(method, Tolerances.relative(relativeTolerance));
  }

  /**
   * The reference: Dormand-Prince 8(5,3) of commons-math3, an explicit method, on the differential
   * variables, with the algebraic equations solved within every evaluation. Slow on stiff systems.
   *
   * @param tolerance relative error per step, in [1e-15, 0.1]; the absolute one follows, see {@link
   *     Tolerances#relative}
   */
  public static DormandPrince853Reduced dormandPrince853Reduced(double tolerance) {
    return new DormandPrince853Reduced(Tolerances.relative(tolerance));
  }
}
