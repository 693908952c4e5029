package org.capgate.benchmarks.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Time against error of one solver, a point per tolerance. */
final class WorkPrecision {
  /**
   * One tolerance.
   *
   * @param relative relative tolerance
   * @param error see {@link #error}; none where only a window was solved
   * @param rhsEvaluations evaluations of the right-hand side
   * @param bestMilliseconds shortest time of one solve in any round
   * @param medianMilliseconds median over the rounds of their medians
   * @param isExtrapolated whether a window stands for all of it
   */
  record Point(
      double relative,
      OptionalDouble error,
      long rhsEvaluations,
      double bestMilliseconds,
      double medianMilliseconds,
      boolean isExtrapolated) {}

  private static final double SMALL = 1e-3; // in the unit of each variable

  private final Map<Double, List<PeerProcess.Timing>> timings = new LinkedHashMap<>();
  private final Map<Double, Long> evaluations = new LinkedHashMap<>();
  private final Map<Double, Double> errors = new LinkedHashMap<>();
  private final double[] reference;

  WorkPrecision(double[] reference) {
    this.reference = reference;
  }

  /** Root mean square over samples and variables of (y − y_ref)/(|y_ref| + 1e-3). */
  static double error(double[] values, double[] reference) {
    if (values.length != reference.length) {
      throw new IllegalArgumentException(
          "expected " + reference.length + " values, but there were " + values.length);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double scaled = (values[i] - reference[i]) / (Math.abs(reference[i]) + SMALL);
      sum += scaled * scaled;
    }
    return Math.sqrt(sum / values.length);
  }

  void add(double relative, Peer.Solved solution) {
    evaluations.put(relative, solution.rhsEvaluations());
    errors.put(relative, error(solution.values(), reference));
  }

  void add(double relative, PeerProcess.Timing timing) {
    timings.computeIfAbsent(relative, key -> new ArrayList<>()).add(timing);
  }

  /** Lets a window stand for that many times its length. */
  void extrapolate(double relative, long evaluated, PeerProcess.Timing window, double times) {
    evaluations.put(relative, Math.round(evaluated * times));
    add(relative, new PeerProcess.Timing(window.best() * times, window.median() * times));
  }

  double errorAt(double relative) {
    return errors.getOrDefault(relative, Double.NaN);
  }

  List<Point> points() {
    List<Point> points = new ArrayList<>();
    timings.forEach(
        (relative, rounds) -> {
          Double error = errors.get(relative);
          double[] medians =
              rounds.stream().mapToDouble(PeerProcess.Timing::median).sorted().toArray();
          points.add(
              new Point(
                  relative,
                  error == null ? OptionalDouble.empty() : OptionalDouble.of(error),
                  evaluations.getOrDefault(relative, 0L),
                  rounds.stream().mapToDouble(PeerProcess.Timing::best).min().orElseThrow(),
                  medians[medians.length / 2],
                  error == null));
        });
    return points;
  }

  /** Time at an error, see {@link LogLog}. */
  OptionalDouble millisecondsAt(double error, SideBySide.Time time) {
    List<Point> known = points().stream().filter(point -> point.error().isPresent()).toList();
    return LogLog.at(
        error,
        known.stream().mapToDouble(point -> point.error().orElseThrow()).toArray(),
        known.stream().mapToDouble(time::of).toArray());
  }

  /** Time at the only tolerance there is. */
  OptionalDouble onlyMilliseconds(SideBySide.Time time) {
    return points().stream().mapToDouble(time::of).findFirst();
  }
}
