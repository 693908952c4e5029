package org.capgate.fit;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.capgate.sweep.ScrambledSobol;

/**
 * The numbers at which predictions come closest to observations, in the sum of squared residuals
 * divided by their scales: Levenberg and Marquardt's method (commons-math3), from the present
 * values and from shifted Sobol points of the ranges, within the ranges, in logarithms where a
 * range begins above 0.
 *
 * <p>Intervals are those of the linear theory: the estimate plus and minus a quantile times the
 * root of the covariance (JᵀJ)⁻¹, of the normal distribution where the deviations of the
 * observations are known; else the covariance is scaled by the mean square residual and the
 * quantile is Student's. {@link Profile} gives those that do without it.
 */
public final class Fit {
  private static final double SINGULAR = 1e-14;
  private static final double LEVEL = 0.975;

  private final LeastSquares problem;
  private final boolean scalesAreDeviations;

  /**
   * How it is done.
   *
   * @param starts points to begin at, ≥ 1; the first one is the present values
   * @param seed of the other points
   * @param threads ≥ 1, over which the starts are spread
   */
  public record Settings(int starts, long seed, int threads) {}

  /**
   * A number that was fitted.
   *
   * @param varied the number with its range
   * @param value that fits best
   * @param low lower end of the 95 % interval; NaN when the data do not determine it
   * @param high upper end
   * @param isAtBound whether it lies at an end of its range, where intervals mean little
   */
  public record Estimate(Varied varied, double value, double low, double high, boolean isAtBound) {}

  /**
   * What came out.
   *
   * @param estimates in the order of the free numbers
   * @param predicted in the place of each observation
   * @param residuals observed less predicted on the scale of the error, over its deviation or scale
   * @param sumOfSquares of these
   * @param freedom observations less numbers
   * @param sameBest how many of the starts ended within 1 % of this sum of squares
   */
  public record Result(
      List<Estimate> estimates,
      List<Double> predicted,
      List<Double> residuals,
      double sumOfSquares,
      int freedom,
      int sameBest) {}

  /**
   * @param predictions of the free numbers, one for each observation
   * @param free numbers, fewer than the observations
   * @param observed what was observed
   * @param scales what each residual is divided by, > 0
   * @param scalesAreDeviations whether these are known deviations of the errors
   */
  public Fit(
      Response predictions,
      List<Varied> free,
      double[] observed,
      double[] scales,
      boolean scalesAreDeviations) {
    this(
        new LeastSquares(
            predictions,
            free,
            observed,
            scales,
            Collections.nCopies(observed.length, ErrorScale.LINEAR)),
        scalesAreDeviations);
  }

  private Fit(LeastSquares problem, boolean scalesAreDeviations) {
    if (problem.free().isEmpty() || problem.free().size() >= problem.size()) {
      throw new IllegalArgumentException(
          "there must be more observations than free numbers and at least one of these, but there"
              + " were %s and %s".formatted(problem.size(), problem.free().size()));
    }
    this.problem = problem;
    this.scalesAreDeviations = scalesAreDeviations;
  }

  /** The fit of numbers of scenarios to observations. */
  public static Fit of(Observations observations, Response predictions, List<Varied> free) {
    return new Fit(
        new LeastSquares(
            predictions,
            free,
            observations.values(),
            observations.scales(),
            observations.errorScales()),
        observations.hasDeviations());
  }

  /**
   * Fits; the same bits for any number of threads.
   *
   * @param done told the number of finished starts
   * @throws IllegalStateException when no start has a prediction
   */
  public Result fit(Settings settings, IntConsumer done) {
    double[][] points =
        ScrambledSobol.points(settings.starts, problem.free().size(), settings.seed);
    List<double[]> ends =
        OrderedParallel.map(
            settings.starts,
            settings.threads,
            start -> problem.end(start == 0 ? problem.present() : problem.inside(points[start])),
            done);
    double[] best =
        ends.stream().min(Comparator.comparingDouble(problem::sumOfSquares)).orElseThrow();
    double sum = problem.sumOfSquares(best);
    if (LeastSquares.isWithoutPrediction(sum)) {
      throw new IllegalStateException("no start has a prediction");
    }
    int same =
        (int) ends.stream().filter(end -> problem.sumOfSquares(end) <= 1.01 * sum + 1e-12).count();
    return new Result(
        estimates(best, sum),
        Arrays.stream(problem.predicted(best)).boxed().toList(),
        Arrays.stream(problem.residuals(best)).map(residual -> 0 - residual).boxed().toList(),
        sum,
        freedom(),
        same);
  }

  /**
   * The profile of every number around what fitted best; the same bits for any number of threads.
   *
   * @param result of {@link #fit}
   * @param threads ≥ 1
   * @param done told the number of finished sides, two for each number
   */
  public List<Profile> profiles(Result result, int threads, IntConsumer done) {
    List<Estimate> estimates = result.estimates();
    double[] best = point(result);
    // Of a perfect fit any rise is beyond the limit.
    double meanSquare =
        scalesAreDeviations ? 1 : Math.max(Double.MIN_NORMAL, result.sumOfSquares() / freedom());
    ProfileSide.Limit limit =
        new ProfileSide.Limit(result.sumOfSquares(), meanSquare, quantile() * quantile());
    List<ProfileSide> sides =
        OrderedParallel.map(
            2 * best.length,
            threads,
            side -> {
              int number = side / 2;
              double end =
                  side % 2 == 0 ? estimates.get(number).low() : estimates.get(number).high();
              double reach = Math.abs(problem.inner(number, end) - best[number]);
              return ProfileSide.of(problem, best, number, side % 2 == 1, reach, limit);
            },
            done);
    return IntStream.range(0, best.length)
        .mapToObj(
            i -> Profile.joined(problem, i, best, sides.get(2 * i), sides.get(2 * i + 1), limit))
        .toList();
  }

  /**
   * Standard errors of the linear theory, of logarithms where a range begins above 0, for a mean
   * square of scaled residuals of 1.
   */
  double[] errors(Result result) {
    return errors(point(result));
  }

  private double[] errors(double[] best) {
    double[] errors = new double[best.length];
    try {
      RealMatrix jacobian = new Array2DRowRealMatrix(problem.jacobian(best));
      RealMatrix covariance =
          new QRDecomposition(jacobian.transpose().multiply(jacobian), SINGULAR)
              .getSolver()
              .getInverse();
      Arrays.setAll(errors, i -> Math.sqrt(covariance.getEntry(i, i)));
    } catch (SingularMatrixException undetermined) {
      Arrays.fill(errors, Double.NaN);
    }
    return errors;
  }

  private double[] point(Result result) {
    double[] point = new double[result.estimates().size()];
    Arrays.setAll(point, i -> problem.inner(i, result.estimates().get(i).value()));
    return point;
  }

  private int freedom() {
    return problem.size() - problem.free().size();
  }

  /** How many deviations an end of a 95 % interval lies away. */
  private double quantile() {
    return scalesAreDeviations
        ? new NormalDistribution().inverseCumulativeProbability(LEVEL)
        : new TDistribution(freedom()).inverseCumulativeProbability(LEVEL);
  }

  private List<Estimate> estimates(double[] best, double sum) {
    double[] errors = errors(best);
    double unit = scalesAreDeviations ? 1 : Math.sqrt(sum / freedom());
    double quantile = quantile();
    return IntStream.range(0, best.length)
        .mapToObj(
            i ->
                new Estimate(
                    problem.free().get(i),
                    problem.outer(i, best[i]),
                    problem.outer(i, best[i] - quantile * unit * errors[i]),
                    problem.outer(i, best[i] + quantile * unit * errors[i]),
                    best[i] <= problem.low(i) || best[i] >= problem.high(i)))
        .toList();
  }
}
