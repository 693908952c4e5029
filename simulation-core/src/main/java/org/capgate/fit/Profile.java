package org.capgate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.capgate.sensitivity.Varied;

/**
 * The profile of one fitted number: the least sum of squares S(x) there is with the number at x and
 * all others at their best.
 *
 * <pre>rise(x) = (S(x) − S(best)) / s²</pre>
 *
 * with s² = 1 where the deviations of the observations are known, else the mean square residual.
 * The 95 % interval holds every x with rise(x) ≤ q², q the quantile of {@link Fit}: q² is that of
 * chi-square with one degree of freedom where deviations are known, else that of F, so that it is
 * the interval of the linear theory where predictions are linear. It needs no symmetry, and where
 * the range of the number ends before the border is reached that end is open.
 *
 * @param varied the number with its range
 * @param value that fits best
 * @param low lower end of the 95 % interval; NaN where the range ends first
 * @param high upper end; NaN where the range ends first
 * @param limit the largest rise inside the interval
 * @param points in ascending order of the number, the best one among them
 */
public record Profile(
    Varied varied, double value, double low, double high, double limit, List<Point> points) {
  public Profile {
    points = List.copyOf(points);
  }

  /**
   * One point of a profile.
   *
   * @param value of the number
   * @param rise of the sum of squares, in units of its limit's; negative where another minimum was
   *     found that is lower than the one fitted
   * @param numbers all numbers there, in their order
   */
  public record Point(double value, double rise, List<Double> numbers) {
    public Point {
      numbers = List.copyOf(numbers);
    }
  }

  /** Whether a point fits clearly better than what was fitted: more starts are needed then. */
  public boolean isBeaten() {
    return points.stream().anyMatch(point -> point.rise() < -1e-3 * limit);
  }

  static Profile joined(
      LeastSquares problem,
      int number,
      double[] best,
      ProfileSide below,
      ProfileSide above,
      ProfileSide.Limit limit) {
    List<double[]> all = new ArrayList<>(below.points());
    Collections.reverse(all);
    all.add(best);
    all.addAll(above.points());
    List<Point> points =
        all.stream()
            .map(
                point ->
                    new Point(
                        problem.values(point)[number],
                        limit.riseOf(problem.sumOfSquares(point)),
                        Arrays.stream(problem.values(point)).boxed().toList()))
            .toList();
    return new Profile(
        problem.free().get(number),
        problem.values(best)[number],
        problem.outer(number, below.border()),
        problem.outer(number, above.border()),
        limit.rise(),
        points);
  }
}
