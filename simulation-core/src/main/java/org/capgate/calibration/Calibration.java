package org.capgate.calibration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.util.FastMath;
import org.capgate.analysis.KnownResults;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.solver.Solvers;

/**
 * Fits the free parameters to findings within their plausible ranges, by the covariance matrix
 * adaptation evolution strategy of commons-math3 with a diagonal covariance (Ros and Hansen 2008
 * doi:10.1007/978-3-540-87700-4_30). Each set is scored together with sets around it. The same
 * seed, start and number of evaluations give the same set on every machine.
 */
public final class Calibration {
  /** Tolerance of the runs inside the fit; verdicts are checked at the standard one afterwards. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private static final int POPULATION = 24;

  /** Sets around each that are scored with it. */
  private static final int AROUND = 4;

  /** Largest factor between a set and those around it. */
  private static final double REACH = 1.1;

  private static final double WEIGHT_OF_THOSE_AROUND = 1;

  private final ParameterSet base;
  private final Misfit misfit;
  private final Listener listener;
  private final KnownResults known;
  private int evaluations;
  private double best = Double.POSITIVE_INFINITY;
  private double[] bestPoint;

  private Calibration(
      ParameterSet base,
      List<Finding> published,
      List<Finding> expectations,
      KnownResults known,
      Listener listener) {
    this.base = base;
    this.misfit = new Misfit(published, expectations);
    this.known = known;
    this.listener = listener;
    this.bestPoint = new double[0];
  }

  /** Told about each evaluation. */
  public interface Listener {
    /**
     * After an evaluation.
     *
     * @param evaluations so far
     * @param bestMisfit so far
     */
    void evaluated(int evaluations, double bestMisfit);
  }

  /**
   * The result of a fit.
   *
   * @param parameters the fitted set
   * @param misfit its misfit, 0 when every finding is inside its bounds with a margin
   */
  public record Result(ParameterSet parameters, double misfit) {}

  /**
   * Fits from the stated starting values.
   *
   * @param base parameters, of which those marked as fitted are moved
   * @param published findings, each with weight 1 unless conflicting
   * @param expectations further rows, each with weight 0.35
   * @param seed of the strategy
   * @param maximumEvaluations of the misfit
   * @param step initial standard deviation in the unit cube, in (0, 0.5]
   * @param known misfits of points evaluated before
   */
  public static Result fit(
      ParameterSet base,
      List<Finding> published,
      List<Finding> expectations,
      long seed,
      int maximumEvaluations,
      double step,
      KnownResults known,
      Listener listener) {
    return new Calibration(base, published, expectations, known, listener)
        .run(seed, maximumEvaluations, step);
  }

  private Result run(long seed, int maximumEvaluations, double step) {
    FreeParameters free = new FreeParameters(base);
    double[] start = free.start();
    double[] zeros = new double[free.count()];
    double[] ones = new double[free.count()];
    double[] sigma = new double[free.count()];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = 1;
      sigma[i] = step;
    }
    int generations = Math.max(1, maximumEvaluations / POPULATION);
    CMAESOptimizer strategy =
        new CMAESOptimizer(
            generations,
            0,
            true,
            1,
            0,
            new KeyedGenerator(RandomStream.of(seed, 0, 0, "calibration")),
            false,
            null);
    strategy.optimize(
        new MaxEval(maximumEvaluations + 2 * POPULATION),
        new ObjectiveFunction(point -> evaluate(free, point)),
        GoalType.MINIMIZE,
        new InitialGuess(start),
        new SimpleBounds(zeros, ones),
        new CMAESOptimizer.Sigma(sigma),
        new CMAESOptimizer.PopulationSize(POPULATION));
    return new Result(free.at(bestPoint), best);
  }

  private double evaluate(FreeParameters free, double[] point) {
    double value = known.get(key(point), () -> new double[] {misfit(free.at(point))})[0];
    if (value < best) {
      best = value;
      bestPoint = point.clone();
    }
    listener.evaluated(++evaluations, best);
    return value;
  }

  /**
   * The misfit of a set and of sets around it, so that the fitted one lies amid what works and not
   * at its edge.
   */
  private double misfit(ParameterSet parameters) {
    double around = 0;
    for (int number = 0; number < AROUND; number++) {
      around += misfitOf(nearby(parameters, number));
    }
    return misfitOf(parameters) + WEIGHT_OF_THOSE_AROUND * around / AROUND;
  }

  /** Every fitted value times or over at most {@link #REACH}, the odd sets opposite to the even. */
  private static ParameterSet nearby(ParameterSet parameters, int number) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters.parameters()) {
      if (parameter.isFitted()) {
        RandomStream stream = RandomStream.of(0, number / 2, 0, "around " + parameter.name());
        double share = (number % 2 == 0 ? 1 : -1) * (2 * stream.nextDouble() - 1);
        double moved = parameter.value() * FastMath.exp(share * FastMath.log(REACH));
        values.put(parameter.name(), Math.max(parameter.low(), Math.min(parameter.high(), moved)));
      }
    }
    return parameters.with(values);
  }

  private double misfitOf(ParameterSet parameters) {
    return misfit.of(
        FindingsEvaluator.standard()
            .withParameters(parameters)
            .withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE)));
  }

  /** Other for any other bit of the point. */
  private static String key(double[] point) {
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * point.length);
    bits.asDoubleBuffer().put(point);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bits.array());
      return "misfit " + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
