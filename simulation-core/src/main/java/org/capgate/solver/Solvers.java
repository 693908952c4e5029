package org.capgate.solver;

import org.capgate.dynamics.Integrator;

/** The integrators by name. All are immutable and safe to share between threads. */
public final class Solvers {
  private static final double STANDARD_RELATIVE_TOLERANCE = 1e-6;

  private Solvers() {}

  /** The workhorse: RODAS4 with relative tolerance 1e-6. */
  public static Integrator standard() {
    return rodas4(STANDARD_RELATIVE_TOLERANCE);
  }

  /**
   * RODAS4, for stiff systems and systems with algebraic equations.
   *
   * @param relativeTolerance error per step relative to each variable, in [1e-15, 0.1]; the
   *     absolute tolerance follows, see {@link Tolerances#relative}
   */
  public static Rodas4 rodas4(double relativeTolerance) {
    return new Rodas4(Tolerances.relative(relativeTolerance));
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
