package org.capgate.calibration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.capgate.analysis.KnownResults;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;

/**
 * Climbs from stated values to where the posterior density is high and stays so all around, by the
 * covariance matrix adaptation evolution strategy of commons-math3 with a diagonal covariance (Ros
 * and Hansen 2008 doi:10.1007/978-3-540-87700-4_30). What is climbed is
 *
 * <pre>ln density(z) + w · mean over sets around of ln density(z + δ)</pre>
 *
 * <p>with a few fixed δ, so that the set lies amid what agrees with the findings and not at its
 * edge; the prior keeps it away from the ends of plausible ranges. The density is that of {@link
 * Posterior}, from which ensembles are drawn; with many parameters its top is an unusual place, and
 * few evaluations from values that agree with all findings lead uphill, not to it. The same seed,
 * start and number of evaluations give the same set on every machine.
 */
public final class Calibration {
  private static final int POPULATION = 24;

  /** Sets around each that are scored with it. */
  private static final int AROUND = 4;

  /** How far they are, in standard deviations of the prior. */
  private static final double REACH = 0.1;

  private static final double WEIGHT_OF_THOSE_AROUND = 0.1;

  /** Stands for the logarithm of a density of 0. */
  private static final double IMPOSSIBLE = -1e5;

  private final Posterior posterior;
  private final Listener listener;
  private final KnownResults known;
  private int evaluations;
  private double best = Double.NEGATIVE_INFINITY;
  private double[] bestPoint;

  private Calibration(Posterior posterior, KnownResults known, Listener listener) {
    this.posterior = posterior;
    this.known = known;
    this.listener = listener;
    bestPoint = posterior.start();
  }

  /** Told about each evaluation. */
  public interface Listener {
    /**
     * After an evaluation.
     *
     * @param evaluations so far
     * @param best height so far
     */
    void evaluated(int evaluations, double best);
  }

  /**
   * The result of a fit.
   *
   * @param parameters the fitted set
   * @param logDensity ln of its posterior density, up to a constant
   */
  public record Result(ParameterSet parameters, double logDensity) {}

  /**
   * Climbs from the values in the column 'start'.
   *
   * @param posterior what is climbed
   * @param seed of the strategy
   * @param maximumEvaluations each of a set and those around it
   * @param step first standard deviation of the search, in those of the prior, > 0
   * @param known heights of points evaluated before
   */
  public static Result fit(
      Posterior posterior,
      long seed,
      int maximumEvaluations,
      double step,
      KnownResults known,
      Listener listener) {
    return new Calibration(posterior, known, listener).run(seed, maximumEvaluations, step);
  }

  private Result run(long seed, int maximumEvaluations, double step) {
    Box box = posterior.box();
    double[] low = new double[box.dimensions()];
    Arrays.setAll(low, box::low);
    double[] high = new double[box.dimensions()];
    Arrays.setAll(high, box::high);
    double[] sigma = new double[box.dimensions()];
    Arrays.fill(sigma, step);
    CMAESOptimizer strategy =
        new CMAESOptimizer(
            Math.max(1, maximumEvaluations / POPULATION),
            0,
            true,
            1,
            0,
            new KeyedGenerator(RandomStream.of(seed, 0, 0, "calibration")),
            false,
            null);
    strategy.optimize(
        new MaxEval(maximumEvaluations + 2 * POPULATION),
        new ObjectiveFunction(this::evaluate),
        GoalType.MAXIMIZE,
        new InitialGuess(posterior.start()),
        new SimpleBounds(low, high),
        new CMAESOptimizer.Sigma(sigma),
        new CMAESOptimizer.PopulationSize(POPULATION));
    return new Result(posterior.set(bestPoint), posterior.at(bestPoint));
  }

  private double evaluate(double[] point) {
    double value = known.get(key(point), () -> new double[] {height(point)})[0];
    if (value > best) {
      best = value;
      bestPoint = point.clone();
    }
    listener.evaluated(++evaluations, best);
    return value;
  }

  private double height(double[] point) {
    double around = 0;
    for (int number = 0; number < AROUND; number++) {
      around += logDensity(nearby(point, number));
    }
    return logDensity(point) + WEIGHT_OF_THOSE_AROUND * around / AROUND;
  }

  private double logDensity(double[] point) {
    return Math.max(IMPOSSIBLE, posterior.at(point));
  }

  /** The odd ones are opposite to the even ones. */
  private double[] nearby(double[] point, int number) {
    RandomStream stream = RandomStream.of(0, number / 2, 0, "around");
    double reach = number % 2 == 0 ? REACH : -REACH;
    double[] nearby = new double[point.length];
    Arrays.setAll(nearby, i -> point[i] + reach * stream.nextGaussian());
    return nearby;
  }

  /** Other for any other bit of the point. */
  private static String key(double[] point) {
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * point.length);
    bits.asDoubleBuffer().put(point);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bits.array());
      return "height " + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
