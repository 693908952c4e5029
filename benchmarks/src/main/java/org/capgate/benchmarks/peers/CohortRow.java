package org.capgate.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What one solver did on the cohort, a point per tolerance. */
final class CohortRow {
  /**
   * One tolerance on one thread.
   *
   * @param relative relative tolerance
   * @param error root mean square over sets and variables, see {@link WorkPrecision#error}
   * @param medianError median over the sets of the error of each
   * @param perSecond trajectories per second of CPU time
   * @param operationsPerSecond floating-point operations per second of CPU time; 0 if not counted
   */
  record Point(
      double relative,
      double error,
      double medianError,
      double perSecond,
      double operationsPerSecond) {}

  private final List<Point> points = new ArrayList<>();
  private double scaling = Double.NaN;

  void add(Point point) {
    points.add(point);
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  void setScaling(double wallOfOneThreadOverTwo) {
    scaling = wallOfOneThreadOverTwo;
  }

  /** Wall time on one thread over that on two. */
  double scaling() {
    return scaling;
  }

  /** Trajectories per second of CPU time at an error, see {@link LogLog}. */
  OptionalDouble perSecondAt(double error) {
    return LogLog.at(
        error,
        points.stream().mapToDouble(Point::error).toArray(),
        points.stream().mapToDouble(Point::perSecond).toArray());
  }

  double mostOperationsPerSecond() {
    return points.stream().mapToDouble(Point::operationsPerSecond).max().orElse(0);
  }
}
