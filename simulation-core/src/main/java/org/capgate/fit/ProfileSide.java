package org.capgate.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * One side of a profile: away from what fits best in steps, each begun where the one before ended,
 * until the sum of squares has risen far enough or the range ends; then the border between the last
 * two points, by regula falsi with Illinois' halving on the root of the rise, which is a straight
 * line where predictions are linear. Immutable.
 */
final class ProfileSide {
  private static final int STEPS = 6; // to the border, by the linear theory
  private static final int UNKNOWN = 40; // steps to the end of the range, where that tells nothing
  private static final int MOST_STEPS = 60;
  private static final double EXACT = 1e-8; // of the root of the rise
  private static final double STEEPEST = 4; // where something has no prediction
  private static final int MOST_HALVINGS = 60;

  private final List<double[]> points; // from the nearest on
  private final double border; // NaN where the range ends first

  private ProfileSide(List<double[]> points, double border) {
    this.points = points;
    this.border = border;
  }

  /**
   * What is still inside.
   *
   * @param least the sum of squares that fits best
   * @param meanSquare what a rise is divided by
   * @param rise the largest one inside
   */
  record Limit(double least, double meanSquare, double rise) {
    double riseOf(double sumOfSquares) {
      return (sumOfSquares - least) / meanSquare;
    }

    /** Root of a rise over that of the border: 1 at it. */
    double share(double sumOfSquares) {
      return Math.sqrt(Math.max(0, riseOf(sumOfSquares)) / rise);
    }
  }

  List<double[]> points() {
    return points;
  }

  double border() {
    return border;
  }

  /**
   * @param reach how far away the border should be, in units of a point; not finite when unknown
   */
  static ProfileSide of(
      LeastSquares problem,
      double[] best,
      int number,
      boolean isUpward,
      double reach,
      Limit limit) {
    double end = isUpward ? problem.high(number) : problem.low(number);
    double range = problem.high(number) - problem.low(number);
    double step = Double.isFinite(reach) && reach > 0 ? reach / STEPS : range / UNKNOWN;
    step = Math.min(step, range / STEPS);
    List<double[]> points = new ArrayList<>();
    double[] here = best;
    double share = 0;
    for (int i = 0; i < MOST_STEPS && here[number] != end; i++) {
      double to = here[number] + (isUpward ? step : -step);
      boolean isPast = isUpward ? to >= end : to <= end;
      // What is left of the range in the last step, however long the others were.
      double[] next = moved(problem, here, number, isPast || i == MOST_STEPS - 1 ? end : to);
      double nextShare = limit.share(problem.sumOfSquares(next));
      points.add(next);
      if (nextShare >= 1) {
        double border = share < 1 ? border(problem, here, next, number, limit) : Double.NaN;
        return new ProfileSide(points, border);
      }
      if (nextShare - share < 0.5 / STEPS) {
        step *= 2;
      }
      here = next;
      share = nextShare;
    }
    return new ProfileSide(points, Double.NaN);
  }

  /** With the others at their best, begun where they are. */
  private static double[] moved(LeastSquares problem, double[] from, int number, double to) {
    double[] start = from.clone();
    start[number] = to;
    return problem.end(start, number);
  }

  private static double border(
      LeastSquares problem, double[] inside, double[] outside, int number, Limit limit) {
    double[] in = inside;
    double[] out = outside;
    double below = limit.share(problem.sumOfSquares(in)) - 1;
    double above = Math.min(STEEPEST, limit.share(problem.sumOfSquares(out)) - 1);
    int run = 0; // > 0: so many times in a row the outer point was kept; < 0: the inner one
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double width = out[number] - in[number];
      double at = in[number] - below * width / (above - below);
      double[] between = moved(problem, in, number, at);
      double share = Math.min(STEEPEST, limit.share(problem.sumOfSquares(between)) - 1);
      if (Math.abs(share) < EXACT || Math.abs(width) < EXACT * Math.abs(inside[number])) {
        return at;
      }
      if (share < 0) {
        in = between;
        below = share;
        run = Math.max(1, run + 1);
        above /= run > 1 ? 2 : 1;
      } else {
        out = between;
        above = share;
        run = Math.min(-1, run - 1);
        below /= run < -1 ? 2 : 1;
      }
    }
    return in[number];
  }
}
