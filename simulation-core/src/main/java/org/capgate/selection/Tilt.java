package org.capgate.selection;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * The distribution nearest to that of a sample (by relative entropy) which has some averages: each
 * of the sample counts exp(λ·g), g its distances from the averages in standard errors. λ minimises
 * ln Σ exp(λ·g) + ½|λ|², a convex function; the last term lets an average that cannot be had be
 * missed by as many standard errors as it takes.
 */
final class Tilt {
  private static final int MOST_STEPS = 200;
  private static final double SMALL = 1e-10;

  private final double[][] conditions; // [sample][condition]
  private final int size;

  private Tilt(double[][] conditions) {
    this.conditions = conditions;
    size = conditions[0].length;
  }

  /**
   * λ, one for each condition.
   *
   * @param conditions [sample][condition], at least one of each
   */
  static double[] multipliers(double[][] conditions) {
    return new Tilt(conditions).solved();
  }

  /** Logarithm of how much one of the sample counts. */
  static double logWeight(double[] multipliers, double[] conditions) {
    double sum = 0;
    for (int i = 0; i < multipliers.length; i++) {
      sum += multipliers[i] * conditions[i];
    }
    return sum;
  }

  /** Newton's method, each step halved until the function falls. */
  private double[] solved() {
    double[] at = new double[size];
    double value = value(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      RealVector direction = direction(at);
      double scale = 1;
      double[] next = moved(at, direction, scale);
      while (!(value(next) < value) && scale > SMALL) {
        scale /= 2;
        next = moved(at, direction, scale);
      }
      double fallen = value - value(next);
      if (!(fallen > SMALL)) {
        return at;
      }
      at = next;
      value = value(at);
    }
    return at;
  }

  private static double[] moved(double[] at, RealVector direction, double scale) {
    double[] next = at.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += scale * direction.getEntry(i);
    }
    return next;
  }

  private double value(double[] at) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] one : conditions) {
      most = Math.max(most, logWeight(at, one));
    }
    double sum = 0;
    for (double[] one : conditions) {
      sum += StrictMath.exp(logWeight(at, one) - most);
    }
    return most + StrictMath.log(sum / conditions.length) + logWeight(at, at) / 2;
  }

  private RealVector direction(double[] at) {
    double[] weights = weights(at, conditions);
    double total = 0;
    double[] mean = new double[size];
    double[][] second = new double[size][size];
    for (int n = 0; n < weights.length; n++) {
      total += weights[n];
      for (int i = 0; i < size; i++) {
        mean[i] += weights[n] * conditions[n][i];
        for (int j = 0; j < size; j++) {
          second[i][j] += weights[n] * conditions[n][i] * conditions[n][j];
        }
      }
    }
    double[] slope = new double[size];
    for (int i = 0; i < size; i++) {
      slope[i] = -mean[i] / total - at[i];
      for (int j = 0; j < size; j++) {
        second[i][j] = second[i][j] / total - mean[i] * mean[j] / (total * total);
      }
      second[i][i] += 1;
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(second, false), 1e-6, 1e-14)
        .getSolver()
        .solve(new ArrayRealVector(slope, false));
  }

  /** How much each of a sample counts, the most 1. */
  static double[] weights(double[] multipliers, double[][] conditions) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] one : conditions) {
      most = Math.max(most, logWeight(multipliers, one));
    }
    double[] weights = new double[conditions.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(logWeight(multipliers, conditions[i]) - most);
    }
    return weights;
  }
}
