package org.capgate.fit;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;
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
 * quantile is Student's.
 */
public final class Fit {
  /** Width of differences, as a share of a number or in its logarithm. */
  private static final double WIDTH = 1e-4;

  private static final double SINGULAR = 1e-14;
  private static final double CONVERGED = 1e-9;
  private static final int MOST_STEPS = 200;
  private static final double LEVEL = 0.975;

  /** A scaled residual where there is no prediction: worse than any that is worth a step. */
  private static final double NO_PREDICTION = 1e6;

  private final Response predictions;
  private final List<Varied> free;
  private final double[] observed;
  private final double[] scales;
  private final boolean scalesAreDeviations;
  private final List<ErrorScale> errorScales;

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
   * @param sumOfSquares of scaled residuals
   * @param freedom observations less numbers
   * @param sameBest how many of the starts ended within 1 % of this sum of squares
   */
  public record Result(
      List<Estimate> estimates,
      List<Double> predicted,
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
        predictions,
        free,
        observed,
        scales,
        scalesAreDeviations,
        Collections.nCopies(observed.length, ErrorScale.LINEAR));
  }

  private Fit(
      Response predictions,
      List<Varied> free,
      double[] observed,
      double[] scales,
      boolean scalesAreDeviations,
      List<ErrorScale> errorScales) {
    if (free.isEmpty() || free.size() >= observed.length) {
      throw new IllegalArgumentException(
          "there must be more observations than free numbers and at least one of these, but there"
              + " were %s and %s".formatted(observed.length, free.size()));
    }
    this.predictions = predictions;
    this.free = List.copyOf(free);
    this.observed = observed.clone();
    this.scales = scales.clone();
    this.scalesAreDeviations = scalesAreDeviations;
    this.errorScales = List.copyOf(errorScales);
  }

  /** The fit of numbers of scenarios to observations. */
  public static Fit of(Observations observations, Response predictions, List<Varied> free) {
    return new Fit(
        predictions,
        free,
        observations.values(),
        observations.scales(),
        observations.hasDeviations(),
        observations.errorScales());
  }

  /**
   * Fits; the same bits for any number of threads.
   *
   * @param done told the number of finished starts
   * @throws IllegalStateException when no start has a prediction
   */
  public Result fit(Settings settings, IntConsumer done) {
    double[][] points = ScrambledSobol.points(settings.starts, free.size(), settings.seed);
    List<double[]> ends =
        OrderedParallel.map(
            settings.starts,
            settings.threads,
            start -> end(start == 0 ? present() : inside(points[start])),
            done);
    double[] best = ends.stream().min(Comparator.comparingDouble(this::sumOfSquares)).orElseThrow();
    double sum = sumOfSquares(best);
    if (sum >= NO_PREDICTION * NO_PREDICTION) {
      throw new IllegalStateException("no start has a prediction");
    }
    int same = (int) ends.stream().filter(end -> sumOfSquares(end) <= 1.01 * sum + 1e-12).count();
    int freedom = observed.length - free.size();
    return new Result(
        estimates(best, sum / freedom),
        Arrays.stream(predictions.at(values(best))).boxed().toList(),
        sum,
        freedom,
        same);
  }

  private List<Estimate> estimates(double[] best, double meanSquare) {
    double[] roots = new double[best.length];
    Arrays.fill(roots, Double.NaN);
    try {
      RealMatrix jacobian = new Array2DRowRealMatrix(jacobian(best));
      RealMatrix covariance =
          new QRDecomposition(jacobian.transpose().multiply(jacobian), SINGULAR)
              .getSolver()
              .getInverse();
      for (int i = 0; i < roots.length; i++) {
        roots[i] = Math.sqrt(covariance.getEntry(i, i) * (scalesAreDeviations ? 1 : meanSquare));
      }
    } catch (SingularMatrixException undetermined) {
      Arrays.fill(roots, Double.NaN);
    }
    double quantile =
        scalesAreDeviations
            ? new NormalDistribution().inverseCumulativeProbability(LEVEL)
            : new TDistribution(observed.length - free.size()).inverseCumulativeProbability(LEVEL);
    return IntStream.range(0, best.length)
        .mapToObj(
            i ->
                new Estimate(
                    free.get(i),
                    outer(i, best[i]),
                    outer(i, best[i] - quantile * roots[i]),
                    outer(i, best[i] + quantile * roots[i]),
                    best[i] <= inner(i, free.get(i).low())
                        || best[i] >= inner(i, free.get(i).high())))
        .toList();
  }

  /** Where the method comes to from a start. */
  private double[] end(double[] start) {
    try {
      LeastSquaresOptimizer.Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(CONVERGED)
              .withParameterRelativeTolerance(CONVERGED)
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(new double[observed.length])
                      .model(this::residualsAndSlopes)
                      .parameterValidator(this::within)
                      .maxEvaluations(10 * MOST_STEPS)
                      .maxIterations(MOST_STEPS)
                      .lazyEvaluation(false)
                      .build());
      return within(optimum.getPoint()).toArray();
    } catch (TooManyEvaluationsException | TooManyIterationsException unfinished) {
      return start;
    }
  }

  private Pair<RealVector, RealMatrix> residualsAndSlopes(RealVector point) {
    double[] at = point.toArray();
    return new Pair<>(
        new ArrayRealVector(residuals(at), false), new Array2DRowRealMatrix(jacobian(at), false));
  }

  private double[] residuals(double[] point) {
    double[] predicted = predictions.at(values(point));
    double[] residuals = new double[observed.length];
    for (int i = 0; i < residuals.length; i++) {
      ErrorScale scale = errorScales.get(i);
      double difference = scale.of(predicted[i]) - scale.of(observed[i]);
      residuals[i] = Double.isNaN(difference) ? NO_PREDICTION : difference / scales[i];
    }
    return residuals;
  }

  private double sumOfSquares(double[] point) {
    double sum = 0;
    for (double residual : residuals(point)) {
      sum += residual * residual;
    }
    return sum;
  }

  /** Central differences, to one side at an end of a range. */
  private double[][] jacobian(double[] point) {
    double[][] slopes = new double[observed.length][point.length];
    for (int j = 0; j < point.length; j++) {
      double width = WIDTH * (free.get(j).low() > 0 ? 1 : free.get(j).high() - free.get(j).low());
      double[] up = point.clone();
      double[] down = point.clone();
      up[j] = Math.min(inner(j, free.get(j).high()), point[j] + width);
      down[j] = Math.max(inner(j, free.get(j).low()), point[j] - width);
      double[] above = residuals(up);
      double[] below = residuals(down);
      for (int i = 0; i < slopes.length; i++) {
        slopes[i][j] = (above[i] - below[i]) / (up[j] - down[j]);
      }
    }
    return slopes;
  }

  private double[] present() {
    double[] point = new double[free.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = inner(i, free.get(i).value());
    }
    return point;
  }

  private double[] inside(double[] shares) {
    double[] point = new double[free.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = inner(i, free.get(i).at(shares[i]));
    }
    return point;
  }

  private RealVector within(RealVector point) {
    double[] clipped = point.toArray();
    for (int i = 0; i < clipped.length; i++) {
      Varied varied = free.get(i);
      clipped[i] = Math.max(inner(i, varied.low()), Math.min(inner(i, varied.high()), clipped[i]));
    }
    return new ArrayRealVector(clipped, false);
  }

  private double[] values(double[] point) {
    double[] values = new double[point.length];
    for (int i = 0; i < values.length; i++) {
      Varied varied = free.get(i);
      values[i] = Math.max(varied.low(), Math.min(varied.high(), outer(i, point[i])));
    }
    return values;
  }

  private double inner(int i, double value) {
    return free.get(i).low() > 0 ? StrictMath.log(value) : value;
  }

  private double outer(int i, double point) {
    return free.get(i).low() > 0 ? StrictMath.exp(point) : point;
  }
}
