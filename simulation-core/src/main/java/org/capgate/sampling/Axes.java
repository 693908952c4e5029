package org.capgate.sampling;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The principal axes of remembered points, each dimension divided by its standard deviation: along
 * one of them a point moves without leaving the cloud in the others, however dimensions are
 * correlated. As many as there are dimensions. Immutable.
 */
final class Axes {
  private static final double LEAST_VARIANCE = 1e-12; // of the largest that an axis can have

  private final double[] deviations; // by dimension
  private final double[][] directions; // by axis, of length 1
  private final double[] variances; // by axis

  private Axes(double[] deviations, double[][] directions, double[] variances) {
    this.deviations = deviations;
    this.directions = directions;
    this.variances = variances;
  }

  /** Of the points that proposals are made from. */
  static Axes of(Archive archive, int dimensions) {
    int oldest = archive.oldest();
    int count = archive.size() - oldest;
    double[] means = new double[dimensions];
    double[] deviations = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      for (int k = oldest; k < archive.size(); k++) {
        means[i] += archive.point(k)[i] / count;
      }
      double sum = 0;
      for (int k = oldest; k < archive.size(); k++) {
        double off = archive.point(k)[i] - means[i];
        sum += off * off;
      }
      deviations[i] = Math.max(Math.sqrt(sum / count), Double.MIN_NORMAL);
    }
    double[][] correlation = new double[dimensions][dimensions];
    double[] scaled = new double[dimensions];
    for (int k = oldest; k < archive.size(); k++) {
      for (int i = 0; i < dimensions; i++) {
        scaled[i] = (archive.point(k)[i] - means[i]) / deviations[i];
        for (int j = 0; j <= i; j++) {
          correlation[i][j] += scaled[i] * scaled[j] / count;
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < i; j++) {
        correlation[j][i] = correlation[i][j];
      }
    }
    EigenDecomposition decomposition =
        new EigenDecomposition(new Array2DRowRealMatrix(correlation, false));
    double[][] directions = new double[dimensions][];
    double[] variances = new double[dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      directions[axis] = decomposition.getEigenvector(axis).toArray();
      variances[axis] =
          Math.max(decomposition.getRealEigenvalue(axis), LEAST_VARIANCE * dimensions);
    }
    return new Axes(deviations, directions, variances);
  }

  /** How many axes there are. */
  int count() {
    return directions.length;
  }

  /** The part of a difference of two points that lies along some of the axes; a fresh array. */
  double[] part(double[] difference, boolean[] along) {
    double[] part = new double[difference.length];
    for (int axis = 0; axis < directions.length; axis++) {
      if (along[axis]) {
        double length = length(difference, axis);
        for (int i = 0; i < part.length; i++) {
          part[i] += length * directions[axis][i] * deviations[i];
        }
      }
    }
    return part;
  }

  /** Squared length of a difference of two points, in standard deviations of each axis. */
  double squaredLength(double[] difference) {
    double sum = 0;
    for (int axis = 0; axis < directions.length; axis++) {
      double length = length(difference, axis);
      sum += length * length / variances[axis];
    }
    return sum;
  }

  private double length(double[] difference, int axis) {
    double length = 0;
    for (int i = 0; i < difference.length; i++) {
      length += difference[i] / deviations[i] * directions[axis][i];
    }
    return length;
  }
}
