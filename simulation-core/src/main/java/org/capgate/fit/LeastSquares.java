package org.capgate.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;

/**
 * Scaled residuals as a function of the free numbers, and where their sum of squares is least. A
 * point has the logarithm of each number whose range begins above 0, and the others as they are.
 * Immutable.
 */
final class LeastSquares {
  /** Width of differences, as a share of a number or in its logarithm. */
  private static final double WIDTH = 1e-4;

  private static final double CONVERGED = 1e-9;
  private static final int MOST_STEPS = 200;

  /** A scaled residual where there is no prediction: worse than any that is worth a step. */
  private static final double NO_PREDICTION = 1e6;

  private final Response predictions;
  private final List<Varied> free;
  private final double[] observed;
  private final double[] scales;
  private final List<ErrorScale> errorScales;

  LeastSquares(
      Response predictions,
      List<Varied> free,
      double[] observed,
      double[] scales,
      List<ErrorScale> errorScales) {
    this.predictions = predictions;
    this.free = List.copyOf(free);
    this.observed = observed.clone();
    this.scales = scales.clone();
    this.errorScales = List.copyOf(errorScales);
  }

  List<Varied> free() {
    return free;
  }

  /** Observations. */
  int size() {
    return observed.length;
  }

  /** What is predicted at a point, in the place of each observation. */
  double[] predicted(double[] point) {
    return predictions.at(values(point));
  }

  /** Whether a sum of squares tells that something could not be predicted. */
  static boolean isWithoutPrediction(double sumOfSquares) {
    return sumOfSquares >= NO_PREDICTION * NO_PREDICTION;
  }

  /** Where the method comes to from a start; the start where it does not come to an end. */
  double[] end(double[] start) {
    return end(start, -1);
  }

  /** The same with one number held; -1 for none. */
  double[] end(double[] start, int held) {
    int[] moved = moved(held);
    if (moved.length == 0) {
      return start.clone();
    }
    double[] from = new double[moved.length];
    for (int j = 0; j < from.length; j++) {
      from[j] = start[moved[j]];
    }
    try {
      RealVector optimum =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(CONVERGED)
              .withParameterRelativeTolerance(CONVERGED)
              .optimize(
                  new LeastSquaresBuilder()
                      .start(from)
                      .target(new double[observed.length])
                      .model(part -> residualsAndSlopes(whole(start, moved, part), moved))
                      .parameterValidator(part -> within(part, moved))
                      .maxEvaluations(10 * MOST_STEPS)
                      .maxIterations(MOST_STEPS)
                      .lazyEvaluation(false)
                      .build())
              .getPoint();
      return whole(start, moved, within(optimum, moved));
    } catch (TooManyEvaluationsException | TooManyIterationsException unfinished) {
      return start.clone();
    }
  }

  private int[] moved(int held) {
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < free.size(); i++) {
      if (i != held) {
        moved.add(i);
      }
    }
    return moved.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] whole(double[] start, int[] moved, RealVector part) {
    double[] point = start.clone();
    for (int j = 0; j < moved.length; j++) {
      point[moved[j]] = part.getEntry(j);
    }
    return point;
  }

  private Pair<RealVector, RealMatrix> residualsAndSlopes(double[] point, int[] moved) {
    return new Pair<>(
        new ArrayRealVector(residuals(point), false),
        new Array2DRowRealMatrix(jacobian(point, moved), false));
  }

  /** Predicted less observed, over the scale. */
  double[] residuals(double[] point) {
    double[] predicted = predicted(point);
    double[] residuals = new double[observed.length];
    for (int i = 0; i < residuals.length; i++) {
      ErrorScale scale = errorScales.get(i);
      double difference = scale.of(predicted[i]) - scale.of(observed[i]);
      residuals[i] = Double.isNaN(difference) ? NO_PREDICTION : difference / scales[i];
    }
    return residuals;
  }

  double sumOfSquares(double[] point) {
    double sum = 0;
    for (double residual : residuals(point)) {
      sum += residual * residual;
    }
    return sum;
  }

  /** Slopes of the residuals by all numbers. */
  double[][] jacobian(double[] point) {
    return jacobian(point, moved(-1));
  }

  /** Central differences, to one side at an end of a range. */
  private double[][] jacobian(double[] point, int[] moved) {
    double[][] slopes = new double[observed.length][moved.length];
    for (int j = 0; j < moved.length; j++) {
      int number = moved[j];
      double width = WIDTH * (isLogarithmic(number) ? 1 : high(number) - low(number));
      double[] up = point.clone();
      double[] down = point.clone();
      up[number] = Math.min(high(number), point[number] + width);
      down[number] = Math.max(low(number), point[number] - width);
      double[] above = residuals(up);
      double[] below = residuals(down);
      for (int i = 0; i < slopes.length; i++) {
        slopes[i][j] = (above[i] - below[i]) / (up[number] - down[number]);
      }
    }
    return slopes;
  }

  /** The values the numbers have now. */
  double[] present() {
    double[] point = new double[free.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = inner(i, free.get(i).value());
    }
    return point;
  }

  /** The point at shares of the ranges. */
  double[] inside(double[] shares) {
    double[] point = new double[free.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = inner(i, free.get(i).at(shares[i]));
    }
    return point;
  }

  private RealVector within(RealVector part, int[] moved) {
    double[] clipped = part.toArray();
    for (int j = 0; j < clipped.length; j++) {
      clipped[j] = Math.max(low(moved[j]), Math.min(high(moved[j]), clipped[j]));
    }
    return new ArrayRealVector(clipped, false);
  }

  /** The numbers of a point, within their ranges to the last digit. */
  double[] values(double[] point) {
    double[] values = new double[point.length];
    for (int i = 0; i < values.length; i++) {
      Varied varied = free.get(i);
      values[i] = Math.max(varied.low(), Math.min(varied.high(), outer(i, point[i])));
    }
    return values;
  }

  /** Lower end of a range, as in a point. */
  double low(int number) {
    return inner(number, free.get(number).low());
  }

  double high(int number) {
    return inner(number, free.get(number).high());
  }

  double inner(int number, double value) {
    return isLogarithmic(number) ? StrictMath.log(value) : value;
  }

  double outer(int number, double point) {
    return isLogarithmic(number) ? StrictMath.exp(point) : point;
  }

  private boolean isLogarithmic(int number) {
    return free.get(number).low() > 0;
  }
}
