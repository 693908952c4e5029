package org.capgate.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;
import org.capgate.sampling.SimulatedDensity;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;

/**
 * What findings and plausible ranges say of the fitted parameters. Each runs over its plausible
 * range, in its logarithm where the range begins above 0: the share u of the range below it has the
 * prior density 6 u (1 − u), most in the middle and nothing at the ends. A point of the density
 * holds the normal scores z of u, so that the prior is a standard normal one in every dimension and
 * has no walls for chains to run into ({@link RoundedPrior}).
 *
 * <pre>ln density = ln likelihood − Σ z²/2</pre>
 *
 * <p>The density is 0 where a subject does not settle, and where the effect of a treatment does not
 * die away ({@link Aftermath}).
 */
public final class Posterior implements SimulatedDensity {
  /** Verdicts hardly move below this; half the work of the standard one. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private static final double MOST_SCORE = 6;

  private final FreeParameters free;
  private final FindingsEvaluator evaluator;
  private final Likelihood likelihood;
  private final Aftermath aftermath;
  private final RowNumbers ofRows;

  /**
   * The posterior.
   *
   * @param base of which the fitted parameters vary
   */
  public Posterior(
      FindingsEvaluator evaluator, ParameterSet base, List<Finding> findings, Scatter scatter) {
    free = new FreeParameters(base);
    this.evaluator =
        evaluator.withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE)).withCoarseEffects();
    likelihood = new Likelihood(findings, scatter);
    aftermath = Aftermath.of(findings);
    ofRows = new RowNumbers(likelihood.counted(), aftermath.treatments());
  }

  private Posterior(Posterior other, Likelihood likelihood) {
    free = other.free;
    evaluator = other.evaluator;
    aftermath = other.aftermath;
    ofRows = other.ofRows;
    this.likelihood = likelihood;
  }

  /** Scores beyond which less than 10⁻⁸ of the prior lies. */
  public Box box() {
    double[] high = new double[free.count()];
    Arrays.fill(high, MOST_SCORE);
    double[] low = new double[free.count()];
    Arrays.fill(low, -MOST_SCORE);
    return Box.of(low, high);
  }

  /** The parameters that vary, one per dimension. */
  public List<Parameter> parameters() {
    return free.parameters();
  }

  /** The point of the values in the column 'start' of the base. */
  double[] start() {
    return scores(free.start());
  }

  /** A point drawn from the prior. */
  public double[] drawn(RandomStream stream) {
    double[] point = new double[free.count()];
    Arrays.setAll(point, i -> within(stream.nextGaussian()));
    return point;
  }

  /**
   * Where chains begin.
   *
   * @param density this one, sooner done with points that are not probable enough
   * @param start draws points around that of the base, about as far from it as the posterior
   *     reaches
   */
  public record Outset(SimulatedDensity density, Function<RandomStream, double[]> start) {}

  /**
   * Looks around the base, which takes as many evaluations as there are parameters.
   *
   * @throws IllegalArgumentException when the base has the probability 0
   */
  public Outset outset(int threads) {
    LaplaceApproximation around = new LaplaceApproximation(this, scores(free.present()), threads);
    return new Outset(
        new Posterior(this, likelihood.lookingFirstAt(around::telling)), around::drawn);
  }

  /** The parameter set at a point. */
  public ParameterSet set(double[] point) {
    double[] shares = new double[point.length];
    Arrays.setAll(shares, i -> RoundedPrior.share(point[i]));
    return free.at(shares);
  }

  /** The point of a parameter set that differs from the base in fitted parameters alone. */
  public double[] point(ParameterSet set) {
    return scores(free.point(set));
  }

  private double[] scores(double[] shares) {
    return Arrays.stream(shares).map(Posterior::score).toArray();
  }

  private static double within(double score) {
    return Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score));
  }

  /** The share of a plausible range, on its scale, below which a share of the prior lies. */
  public static double priorQuantile(double share) {
    return RoundedPrior.share(Normal.score(share));
  }

  /** The share of the plausible range, on its scale, that lies below a score. */
  public static double share(double score) {
    return RoundedPrior.share(score);
  }

  /** The score below which a share of the plausible range lies. */
  public static double score(double share) {
    return within(RoundedPrior.score(share));
  }

  /** ln of the prior at a point, up to a constant. */
  public static double logPrior(double[] point) {
    double sum = 0;
    for (double score : point) {
      sum -= score * score / 2;
    }
    return sum;
  }

  /** The rows of the likelihood at a point; empty where it is 0. */
  public Optional<List<Likelihood.Row>> rows(double[] point) {
    return rows(set(point));
  }

  private Optional<List<Likelihood.Row>> rows(ParameterSet set) {
    try {
      return likelihood.rows(evaluator.withParameters(set));
    } catch (SteadyStateException noReferenceState) {
      return Optional.empty();
    }
  }

  /** ln of the probability of each experiment at a point; empty where one has none. */
  Optional<double[]> logsOfExperiments(double[] point) {
    try {
      return likelihood.logs(evaluator.withParameters(set(point)));
    } catch (SteadyStateException noReferenceState) {
      return Optional.empty();
    }
  }

  /** The experiments: source, subject and readout of each. */
  List<String> experiments() {
    return likelihood.experiments();
  }

  /** What the rows of the likelihood follow from, see {@link RowNumbers}. */
  @Override
  public Optional<double[]> numbers(double[] point) {
    ParameterSet set = set(point); // one set, which is known again at once
    return rows(set)
        .flatMap(rows -> aftermath.margins(set).map(margins -> RowNumbers.of(rows, margins)));
  }

  @Override
  public double ofNumbers(
      double[] point, double[] numbers, double[] errors, double[] byPoint, double[] byNumbers) {
    Arrays.setAll(byPoint, i -> -point[i]);
    return logPrior(point) + ofRows.log(numbers, errors, byNumbers);
  }

  @Override
  public double at(double[] point) {
    return at(point, Double.NEGATIVE_INFINITY);
  }

  @Override
  public double at(double[] point, double least) {
    try {
      double logPrior = logPrior(point);
      ParameterSet set = set(point);
      double log = logPrior + likelihood.log(evaluator.withParameters(set), least - logPrior);
      // last, because it takes as long as all findings together
      return Double.isInfinite(log) || aftermath.diesAway(set) ? log : Double.NEGATIVE_INFINITY;
    } catch (SteadyStateException noReferenceState) {
      return Double.NEGATIVE_INFINITY;
    }
  }
}
