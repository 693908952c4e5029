package org.capgate.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;

/**
 * A normal distribution around a point that is about as wide, in every direction, as the posterior
 * is: where chains begin. A row of the likelihood whose number x lies d inside its nearest bound
 * counts as a measurement of x with the standard deviation σ + d. Nothing that is drawn later
 * depends on how good it is.
 *
 * <pre>C⁻¹ = Σ power · ∇x ∇xᵀ / (σ + d)² + I</pre>
 */
final class LaplaceApproximation {
  private static final double STEP = 0.05;
  private static final double SHARE = 0.5; // of the standard deviations, for draws

  private final Box box;
  private final double[] center;
  private final RealMatrix factor; // of the covariance, lower triangular
  private final Map<String, Double> telling = new HashMap<>();

  /**
   * Around a point.
   *
   * @throws IllegalArgumentException when the probability there is 0
   */
  LaplaceApproximation(Posterior posterior, double[] center, int threads) {
    this.box = posterior.box();
    this.center = center.clone();
    List<Likelihood.Row> rows =
        posterior
            .rows(center)
            .orElseThrow(() -> new IllegalArgumentException("no probability at the center"));
    List<double[]> gradients =
        OrderedParallel.map(
            center.length, threads, i -> derivatives(posterior, rows, i), done -> {});
    double[][] precision = new double[center.length][center.length];
    for (int i = 0; i < center.length; i++) {
      precision[i][i] = 1;
      for (int k = 0; k < center.length; k++) {
        for (int row = 0; row < rows.size(); row++) {
          precision[i][k] +=
              rows.get(row).power()
                  * gradients.get(i)[row]
                  * gradients.get(k)[row]
                  / variance(rows.get(row));
        }
      }
    }
    RealMatrix covariance =
        new CholeskyDecomposition(new Array2DRowRealMatrix(precision, false))
            .getSolver()
            .getInverse();
    for (int row = 0; row < rows.size(); row++) {
      int index = row;
      double[] gradient = gradients.stream().mapToDouble(column -> column[index]).toArray();
      double spread = 0;
      double[] moved = covariance.operate(gradient);
      for (int i = 0; i < gradient.length; i++) {
        spread += gradient[i] * moved[i];
      }
      telling.put(rows.get(row).finding().id(), spread / variance(rows.get(row)));
    }
    factor = new CholeskyDecomposition(covariance, 1e-10, 0).getL();
  }

  private static double variance(Likelihood.Row row) {
    double inside = Math.min(row.number() - row.low(), row.high() - row.number());
    double deviation = row.deviation() + Math.max(0, inside);
    return deviation * deviation;
  }

  /** Of the number of every row, in one dimension; 0 where the probability beside is 0. */
  private double[] derivatives(Posterior posterior, List<Likelihood.Row> rows, int dimension) {
    double[] derivatives = new double[rows.size()];
    double[] beside = center.clone();
    beside[dimension] = center[dimension] + STEP;
    if (beside[dimension] > box.high(dimension)) {
      beside[dimension] = center[dimension] - STEP;
    }
    Optional<List<Likelihood.Row>> there = posterior.rows(beside);
    if (there.isPresent()) {
      Arrays.setAll(
          derivatives,
          row ->
              (there.get().get(row).number() - rows.get(row).number())
                  / (beside[dimension] - center[dimension]));
    }
    return derivatives;
  }

  /** A point drawn from it, inside the box. */
  double[] drawn(RandomStream stream) {
    double[] normal = new double[center.length];
    Arrays.setAll(normal, i -> stream.nextGaussian());
    double[] point = factor.operate(normal);
    for (int i = 0; i < point.length; i++) {
      double beside = center[i] + SHARE * point[i];
      point[i] = Math.max(box.low(i), Math.min(box.high(i), beside));
    }
    return point;
  }

  /** How many of its variances a row varies over draws: what tells them apart. */
  double telling(String finding) {
    return telling.getOrDefault(finding, 0.0);
  }
}
