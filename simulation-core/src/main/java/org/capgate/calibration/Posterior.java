package org.capgate.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;
import org.capgate.sampling.LogDensity;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;

/**
 * What findings and plausible ranges say of the fitted parameters. A point of the density is one of
 * the unit cube: each fitted parameter runs over its plausible range, evenly in its logarithm where
 * the range begins above 0, else evenly. The prior is flat in the cube, so log-uniform or uniform,
 * and has no more mass at a bound than elsewhere.
 */
public final class Posterior implements LogDensity {
  /** Verdicts hardly move below this; half the work of the standard one. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private final FreeParameters free;
  private final FindingsEvaluator evaluator;
  private final Likelihood likelihood;

  /**
   * The posterior.
   *
   * @param base of which the fitted parameters vary
   */
  public Posterior(
      FindingsEvaluator evaluator, ParameterSet base, List<Finding> findings, Scatter scatter) {
    free = new FreeParameters(base);
    this.evaluator = evaluator.withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE));
    likelihood = new Likelihood(findings, scatter);
  }

  /** The unit cube. */
  public Box box() {
    return Box.unit(free.count());
  }

  /** The parameters that vary, one per dimension. */
  public List<Parameter> parameters() {
    return free.parameters();
  }

  /** A point drawn from the prior. */
  public double[] drawn(RandomStream stream) {
    double[] point = new double[free.count()];
    Arrays.setAll(point, i -> stream.nextDouble());
    return point;
  }

  /**
   * A point drawn near that of the base.
   *
   * @param spread largest distance in each dimension as a share of its range, in (0, 1]
   */
  public double[] drawnNear(RandomStream stream, double spread) {
    double[] point = free.present();
    for (int i = 0; i < point.length; i++) {
      double moved = Math.abs(point[i] + spread * stream.uniform(-1, 1));
      point[i] = moved > 1 ? 2 - moved : moved; // back from the face it crossed
    }
    return point;
  }

  /** The parameter set at a point. */
  public ParameterSet set(double[] point) {
    return free.at(point);
  }

  /** The point of a parameter set that differs from the base in fitted parameters alone. */
  public double[] point(ParameterSet set) {
    return free.point(set);
  }

  /** The rows of the likelihood at a point; empty where it is 0. */
  public Optional<List<Likelihood.Row>> rows(double[] point) {
    return likelihood.rows(evaluator.withParameters(free.at(point)));
  }

  @Override
  public double at(double[] point) {
    try {
      return likelihood.log(evaluator.withParameters(free.at(point)));
    } catch (SteadyStateException noReferenceState) {
      return Double.NEGATIVE_INFINITY;
    }
  }
}
