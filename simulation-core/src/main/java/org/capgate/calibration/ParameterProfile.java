package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.sampling.LogDensity;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * How well the findings agree with each value of one fitted parameter when all others are as good
 * for it as they can be: the profile of
 *
 * <pre>ln likelihood + ln prior of the others</pre>
 *
 * <p>over the plausible range of the parameter, whose own prior is left out. Some hundred
 * evaluations a point find a high place, not the highest: values inside the interval are inside
 * whatever else is found below the top, and the ends may lie farther out.
 *
 * @param parameter as it is
 * @param points in ascending order of the parameter
 */
public record ParameterProfile(Parameter parameter, List<Point> points) {
  /** Twice the fall of the logarithm at the ends of the interval: 95 % of χ² with one freedom. */
  public static final double LIMIT = 3.841458820694124;

  private static final double ENOUGH = 1.5 * LIMIT;
  private static final double STEP = 0.05; // of the climb, in standard deviations of the prior

  /** Weaker correlations of a few hundred sets are as well noise. */
  private static final double WEAK = 0.3;

  public ParameterProfile {
    points = List.copyOf(points);
  }

  /**
   * A value of the parameter.
   *
   * @param rise twice how far the logarithm lies below the top that was found, ≥ 0
   * @param set all parameters there
   */
  public record Point(double value, double rise, ParameterSet set) {}

  /**
   * How it is done.
   *
   * @param points over the range, evenly on its scale, ≥ 3; what lies beyond the interval is left
   *     out but for one
   * @param evaluations of the density at each; below 16 nothing is climbed
   * @param seed of the climbs
   * @param threads ≥ 1, of which two are used
   */
  public record Settings(int points, int evaluations, long seed, int threads) {}

  /**
   * Climbs from the values of the set of the posterior.
   *
   * @param start what is begun at
   * @param number of the parameter among those of the posterior
   * @param sets drawn of the posterior, which say what goes with the parameter; left aside where
   *     they lack a fitted parameter
   * @param done told of each point, by any thread
   */
  public static ParameterProfile of(
      Posterior posterior,
      ParameterSet start,
      int number,
      ParameterEnsemble sets,
      Settings settings,
      Runnable done) {
    LogDensity withoutOwnPrior = point -> posterior.at(point) + point[number] * point[number] / 2;
    double[] grid =
        IntStream.range(0, settings.points)
            .mapToDouble(i -> Posterior.score((i + 0.5) / settings.points))
            .toArray();
    double[] along = new double[posterior.parameters().size()];
    if (sets.numbers().containsAll(posterior.parameters().stream().map(Parameter::name).toList())) {
      fillAlong(along, scores(posterior, sets), number);
    }
    List<DensityProfile.Top> tops =
        DensityProfile.of(
            withoutOwnPrior,
            posterior.box(),
            posterior.point(start),
            number,
            grid,
            along,
            new DensityProfile.Settings(
                settings.evaluations, STEP, ENOUGH / 2, settings.seed, settings.threads),
            done);
    double highest = tops.stream().mapToDouble(DensityProfile.Top::height).max().orElseThrow();
    Parameter parameter = posterior.parameters().get(number);
    List<Point> points = new ArrayList<>();
    for (DensityProfile.Top top : tops) {
      ParameterSet set = posterior.set(top.at());
      points.add(new Point(set.value(parameter.name()), 2 * (highest - top.height()), set));
    }
    return new ParameterProfile(parameter, points);
  }

  private static double[][] scores(Posterior posterior, ParameterEnsemble sets) {
    double[][] scores = new double[sets.size()][];
    Arrays.setAll(scores, set -> posterior.point(sets.member(set, ParameterSet.standard())));
    return scores;
  }

  /** Slopes of the regressions on the held one, where they are more than noise. */
  private static void fillAlong(double[] along, double[][] scores, int held) {
    double[] mean = new double[along.length];
    for (double[] z : scores) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += z[i] / scores.length;
      }
    }
    double[] own = new double[along.length];
    double[] common = new double[along.length];
    for (double[] z : scores) {
      for (int i = 0; i < mean.length; i++) {
        own[i] += (z[i] - mean[i]) * (z[i] - mean[i]);
        common[i] += (z[i] - mean[i]) * (z[held] - mean[held]);
      }
    }
    for (int i = 0; i < along.length; i++) {
      boolean isStrong = common[i] * common[i] > WEAK * WEAK * own[i] * own[held];
      along[i] = isStrong ? common[i] / own[held] : 0;
    }
  }

  /** Lower end of the interval, between two points; NaN where the range ends first. */
  public double low() {
    for (int i = best(); i > 0; i--) {
      if (points.get(i - 1).rise() > LIMIT) {
        return border(points.get(i), points.get(i - 1));
      }
    }
    return Double.NaN;
  }

  /** Upper end of the interval, between two points; NaN where the range ends first. */
  public double high() {
    for (int i = best(); i < points.size() - 1; i++) {
      if (points.get(i + 1).rise() > LIMIT) {
        return border(points.get(i), points.get(i + 1));
      }
    }
    return Double.NaN;
  }

  private int best() {
    return IntStream.range(0, points.size())
        .filter(i -> points.get(i).rise() == 0)
        .findFirst()
        .orElseThrow();
  }

  /** On a straight line of the root of the rise, on the scale of the range. */
  private double border(Point inside, Point outside) {
    double below = Math.sqrt(inside.rise());
    double share = (Math.sqrt(LIMIT) - below) / (Math.sqrt(outside.rise()) - below);
    return isLogarithmic()
        ? inside.value() * StrictMath.pow(outside.value() / inside.value(), share)
        : inside.value() + share * (outside.value() - inside.value());
  }

  /** Whether the range of the parameter is even in its logarithm. */
  public boolean isLogarithmic() {
    return parameter.low() > 0;
  }
}
