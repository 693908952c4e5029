package org.capgate.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;

/** Time against error of one solver, a point per tolerance. */
final class WorkPrecision {
  /**
   * One tolerance.
   *
   * @param relative relative tolerance
   * @param error see {@link #error}
   * @param rhsEvaluations evaluations of the right-hand side
   * @param bestMilliseconds shortest time of one solve in any round
   * @param medianMilliseconds median over the rounds of their medians
   */
  record Point(
      double relative,
      double error,
      long rhsEvaluations,
      double bestMilliseconds,
      double medianMilliseconds) {}

  private static final double SMALL = 1e-3; // in the unit of each variable

  private final Map<Double, List<PeerProcess.Timing>> timings = new LinkedHashMap<>();
  private final Map<Double, Peer.Solved> solved = new LinkedHashMap<>();
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
    solved.put(relative, solution);
  }

  void add(double relative, PeerProcess.Timing timing) {
    timings.computeIfAbsent(relative, key -> new ArrayList<>()).add(timing);
  }

  List<Point> points() {
    List<Point> points = new ArrayList<>();
    timings.forEach(
        (relative, rounds) -> {
          Peer.Solved solution = solved.getOrDefault(relative, new Peer.Solved(0, new double[0]));
          double best =
              rounds.stream().mapToDouble(PeerProcess.Timing::best).min().orElseThrow();
          double[] medians =
              rounds.stream().mapToDouble(PeerProcess.Timing::median).sorted().toArray();
          points.add(
              new Point(
                  relative,
                  error(solution.values(), reference),
                  solution.rhsEvaluations(),
                  best,
                  medians[medians.length / 2]));
        });
    return points;
  }

  /**
   * Median time at an error, on the line between the points on both sides of it in logarithms;
   * empty when the error lies outside what was measured.
   */
  OptionalDouble millisecondsAt(double error) {
    List<Point> points = points();
    for (int i = 1; i < points.size(); i++) {
      Point loose = points.get(i - 1);
      Point tight = points.get(i);
      if (loose.error >= error && tight.error <= error && tight.error < loose.error) {
        double part =
            StrictMath.log(loose.error / error) / StrictMath.log(loose.error / tight.error);
        return OptionalDouble.of(
            loose.medianMilliseconds
                * StrictMath.pow(tight.medianMilliseconds / loose.medianMilliseconds, part));
      }
    }
    return OptionalDouble.empty();
  }
}
