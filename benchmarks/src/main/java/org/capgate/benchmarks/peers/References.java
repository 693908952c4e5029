package org.capgate.benchmarks.peers;

import java.util.List;
import org.capgate.benchmarks.peers.Contestant.Kind;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.solver.Solvers;

/**
 * The solutions errors are measured against: Rodas5P of CapGate at a tight tolerance. That of the
 * ordinary equations is checked with a peer that is not ours, that of the quasi-steady ones with
 * Dormand-Prince 8(5,3) of commons-math3 on the reduced system.
 */
final class References {
  private static final double TIGHT = 1e-12;

  /** Longer steps reach points where firing rates have no solution. */
  private static final double LONGEST_STEP_HOURS = 0.05;

  private final double[] ordinary;
  private final double[] quasiSteady;
  private double distance = Double.POSITIVE_INFINITY;

  References(Problem problem, List<Contestant> contestants, Printer out) {
    ordinary = solve(Solvers.rodas5p(TIGHT), problem.ordinary(), problem);
    quasiSteady = solve(Solvers.rodas5p(TIGHT), problem.quasiSteady(), problem);
    out.line("Reference: CapGate Rodas5P at %.0e", TIGHT);
    Contestant other =
        contestants.stream().filter(one -> one.kind() == Kind.STIFF).findFirst().orElse(null);
    if (other == null) {
      out.line("  ordinary: no solver is there to check it with");
      return;
    }
    double[] independent = other.process().solve(TIGHT, TIGHT / 100).values();
    distance = WorkPrecision.error(independent, ordinary);
    out.line("  ordinary: %s is %.1e away", other.process().version(), distance);
    double[] reduced =
        solve(
            Solvers.dormandPrince853Reduced(TIGHT).withMaximumStepHours(LONGEST_STEP_HOURS),
            problem.quasiSteady(),
            problem);
    double reducedDistance = WorkPrecision.error(reduced, quasiSteady);
    distance = Math.max(distance, reducedDistance);
    out.line(
        "  quasi-steady: commons-math3 DP853 on the reduced system is %.1e away", reducedDistance);
    out.line(
        "  the two forms differ by %.1e: what is settled at once in one takes up to a second"
            + " in the other",
        WorkPrecision.error(quasiSteady, ordinary));
  }

  private static double[] solve(Integrator integrator, OdeSystem system, Problem problem) {
    return Problem.values(
        integrator.solve(system, problem.span(), problem.sampling()), system.size());
  }

  /** The larger distance of the two checks; infinite without a peer. */
  double distance() {
    return distance;
  }

  double[] of(Kind kind) {
    return kind == Kind.PRODUCT ? quasiSteady : ordinary;
  }
}
