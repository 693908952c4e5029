package org.capgate.benchmarks.peers;

import java.util.List;
import org.capgate.benchmarks.peers.Contestant.Kind;
import org.capgate.solver.Solvers;

/**
 * The solutions errors are measured against. Of the ordinary equations: a solver of CapGate at a
 * tight tolerance, checked with a peer that is not ours. Of the quasi-steady ones: the same
 * solver, checked with Dormand-Prince 8(5,3) of commons-math3 on the reduced system.
 */
final class References {
  /** Longer steps reach points where firing rates have no solution. */
  private static final double LONGEST_STEP_HOURS = 0.25;

  private final double[] ordinary;
  private final double[] quasiSteady;
  private double distance;

  References(Problem problem, List<Contestant> contestants, double tight, Printer out) {
    ordinary = solve(own(contestants, Kind.CAPGATE), tight);
    quasiSteady = solve(own(contestants, Kind.PRODUCT), tight);
    out.line("Reference: %s at %.0e", own(contestants, Kind.CAPGATE).name(), tight);
    List<Contestant> independent =
        contestants.stream().filter(one -> one.kind() == Kind.STIFF).limit(1).toList();
    if (independent.isEmpty()) {
      distance = Double.POSITIVE_INFINITY;
      out.line("  ordinary: no solver is there to check it with");
    }
    for (Contestant other : independent) {
      distance = WorkPrecision.error(solve(other, tight), ordinary);
      out.line("  ordinary: %s is %.1e away", other.process().version(), distance);
    }
    double[] reduced =
        Problem.values(
            Solvers.dormandPrince853Reduced(tight)
                .withMaximumStepHours(LONGEST_STEP_HOURS)
                .solve(problem.quasiSteady(), problem.span(), problem.sampling()),
            problem.quasiSteady().size());
    double reducedDistance = WorkPrecision.error(reduced, quasiSteady);
    out.line(
        "  quasi-steady: commons-math3 DP853 on the reduced system is %.1e away", reducedDistance);
    distance = Math.max(distance, reducedDistance);
    out.line(
        "  the two forms differ by %.1e: what is settled at once in one takes up to a second"
            + " in the other",
        WorkPrecision.error(quasiSteady, ordinary));
  }

  private static Contestant own(List<Contestant> contestants, Kind kind) {
    return contestants.stream()
        .filter(one -> one.kind() == kind && one.name().endsWith(CapGateSolvers.REFERENCE))
        .findFirst()
        .orElseThrow();
  }

  private static double[] solve(Contestant contestant, double relative) {
    return contestant.process().solve(relative, relative / 100).values();
  }

  /** The larger distance of the two checks. */
  double distance() {
    return distance;
  }

  double[] of(Kind kind) {
    return kind == Kind.PRODUCT ? quasiSteady : ordinary;
  }
}
