package org.capgate.sampling;

import java.util.ArrayList;
import java.util.List;
import org.capgate.random.RandomStream;

/**
 * What the chains remember: points drawn before the start, then the positions of all chains after
 * every block. Only grows. Proposals are made from its newer half, so that what was drawn before
 * the start is forgotten; blocks read it at once, and it grows between blocks.
 */
final class Archive {
  private final List<double[]> points = new ArrayList<>(); // never modified once they are in
  private final List<Double> logDensities = new ArrayList<>(); // NaN before the start
  private int before;

  void addBefore(double[] point) {
    points.add(point);
    logDensities.add(Double.NaN);
    before = points.size();
  }

  void add(double[] point, double logDensity) {
    points.add(point);
    logDensities.add(logDensity);
  }

  /** How many points were drawn before the start. */
  int before() {
    return before;
  }

  int size() {
    return points.size();
  }

  double[] point(int index) {
    return points.get(index);
  }

  double logDensity(int index) {
    return logDensities.get(index);
  }

  /** The points that proposals are made from. */
  List<double[]> remembered() {
    return points.subList(oldest(), points.size());
  }

  /** One of the points that proposals are made from. */
  double[] remembered(RandomStream stream) {
    int oldest = oldest();
    return points.get(oldest + stream.nextInt(points.size() - oldest));
  }

  /** Index of the oldest point that proposals are made from. */
  int oldest() {
    return Math.min(points.size() - before, points.size() / 2);
  }
}
