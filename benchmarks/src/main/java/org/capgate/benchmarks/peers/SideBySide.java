package org.capgate.benchmarks.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.benchmarks.peers.Contestant.Kind;

/** One animal: every solver in turn at every tolerance, round after round. */
final class SideBySide {
  /** Largest distance of two independent solvers that are to agree on a reference. */
  private static final double AGREEMENT = 1e-9;

  /** Largest error of any solver at its tightest tolerance. */
  private static final double LARGEST_ERROR = 1e-6;

  /** Which time of the many runs of a solver at a tolerance. */
  enum Time {
    /** The shortest in any round. */
    BEST,
    /** The median over the rounds of their medians. */
    MEDIAN;

    double of(WorkPrecision.Point point) {
      return this == BEST ? point.bestMilliseconds() : point.medianMilliseconds();
    }
  }

  private static final double STILL_FALLING = 0.97;

  /** Bound by stability, explicit methods take the same time at any tolerance. */
  private static final double EXPLICIT_AT = 1e-5;

  private final Problem problem;
  private final Budget budget;
  private final Printer out;
  private final Map<Contestant, WorkPrecision> measured = new LinkedHashMap<>();

  SideBySide(Problem problem, Budget budget, Printer out) {
    this.problem = problem;
    this.budget = budget;
    this.out = out;
  }

  Map<Contestant, WorkPrecision> measured() {
    return measured;
  }

  /** Measures; false when the solvers do not agree, so that nothing can be said. */
  boolean run(List<Contestant> contestants) {
    References references = new References(problem, contestants, out);
    if (!(references.distance() <= AGREEMENT)) {
      out.line("The references disagree by more than %.0e: no times, no ratios.", AGREEMENT);
      return false;
    }
    for (Contestant contestant : contestants) {
      WorkPrecision work = new WorkPrecision(references.of(contestant.kind()));
      measured.put(contestant, work);
      if (isSampled(contestant)) {
        for (double relative : budget.tolerances()) {
          work.add(relative, contestant.process().solve(relative, relative / 100));
        }
        double tightest = budget.tolerances().get(budget.tolerances().size() - 1);
        if (!(work.errorAt(tightest) <= LARGEST_ERROR)) {
          out.line(
              "%s is %.1e away from the reference at tolerance %.0e: no times, no ratios.",
              contestant.label(), work.errorAt(tightest), tightest);
          return false;
        }
      }
      if (contestant.kind() != Kind.STIFF) {
        warm(contestant);
      }
    }
    for (int round = 0; round < budget.rounds(); round++) {
      for (double relative : budget.tolerances()) {
        for (Contestant contestant : contestants) {
          if (contestant.kind() != Kind.EXPLICIT) {
            time(contestant, relative);
          }
        }
      }
    }
    contestants.stream().filter(one -> one.kind() == Kind.EXPLICIT).forEach(this::timeExplicit);
    return true;
  }

  /** For the compiler of Java, which is done when the time over all tolerances no longer falls. */
  private void warm(Contestant contestant) {
    double before = Double.POSITIVE_INFINITY;
    double milliseconds = budget.warmingMilliseconds() / budget.tolerances().size();
    for (int turn = 0; turn < budget.warmingTurns(); turn++) {
      double total = 0;
      for (double relative : budget.tolerances()) {
        if (contestant.kind() != Kind.EXPLICIT || relative == EXPLICIT_AT) {
          total += contestant.process().time(relative, relative / 100, milliseconds).median();
        }
      }
      if (total > STILL_FALLING * before) {
        return;
      }
      before = total;
    }
  }

  private void time(Contestant contestant, double relative) {
    work(contestant)
        .add(relative, contestant.process().time(relative, relative / 100, budget.milliseconds()));
  }

  /** Bound by stability, not by the tolerance: one tolerance tells all. */
  private void timeExplicit(Contestant contestant) {
    double relative = EXPLICIT_AT;
    if (isSampled(contestant)) {
      work(contestant).add(relative, contestant.process().time(relative, relative / 100, 0));
      return;
    }
    double times = problem.span().endHours() / budget.windowHours();
    PeerProcess.Timing window = contestant.process().time(relative, relative / 100, 0);
    Peer.Solved solved = contestant.process().solve(relative, relative / 100);
    work(contestant).extrapolate(relative, solved.rhsEvaluations(), window, times);
  }

  private boolean isSampled(Contestant contestant) {
    return !isExtrapolated(contestant);
  }

  /** Whether only a window was solved: an explicit method, unless all was asked for. */
  boolean isExtrapolated(Contestant contestant) {
    return contestant.kind() == Kind.EXPLICIT && !Double.isInfinite(budget.windowHours());
  }

  private WorkPrecision work(Contestant contestant) {
    WorkPrecision work = measured.get(contestant);
    if (work == null) {
      throw new IllegalArgumentException(contestant.label() + " takes no part");
    }
    return work;
  }

  void print() {
    out.line("");
    out.line(
        "One animal: %s, %s; %.0f h, %d samples; ms of thread CPU time of one solve",
        problem.file().scenario().genotype().text(),
        problem.file().scenario().treatment().text(),
        problem.span().endHours(),
        problem.samples());
    for (double relative : budget.tolerances()) {
      out.line("");
      out.line(
          "%-38s %10s %12s %12s %10s",
          String.format(Locale.ROOT, "rtol %.0e", relative),
          "error",
          "best ms",
          "median ms",
          "rhs");
      measured.forEach(
          (contestant, work) ->
              work.points().stream()
                  .filter(point -> point.relative() == relative)
                  .forEach(point -> row(contestant, point)));
    }
  }

  private void row(Contestant contestant, WorkPrecision.Point point) {
    out.line(
        "  %-36s %10s %12.4f %12.4f %10d%s",
        contestant.label(),
        Printer.number("%.2e", point.error()),
        point.bestMilliseconds(),
        point.medianMilliseconds(),
        point.rhsEvaluations(),
        point.isExtrapolated() ? "  E from " + budget.windowHours() + " h" : "");
  }

  /** Shortest time of the solvers of a kind at an error; an explicit method has one time. */
  OptionalDouble fastest(Kind kind, double error, Time time) {
    return measured.keySet().stream()
        .filter(contestant -> contestant.kind() == kind)
        .map(contestant -> at(contestant, error, time))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .min();
  }

  OptionalDouble at(Contestant contestant, double error, Time time) {
    return contestant.kind() == Kind.EXPLICIT
        ? work(contestant).onlyMilliseconds(time)
        : work(contestant).millisecondsAt(error, time);
  }
}
