package org.capgate.sampling;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The principal axes of remembered points, each dimension divided by its standard deviation: along
 * one of them a point moves without leaving the cloud in the others, however dimensions are
 * correlated. As many as there are dimensions. Immutable.
 */
final class Axes {
  private static final double LEAST_VARIANCE = 1e-12; // of the largest that an axis can have

  private final double[] means; // by dimension
  private final double[] deviations; // by dimension
  private final double[][] directions; // by axis, of length 1
  private final double[] variances; // by axis

  private Axes(double[] means, double[] deviations, double[][] directions, double[] variances) {
    this.means = means;
    this.deviations = deviations;
    this.directions = directions;
    this.variances = variances;
  }

  /** Of the points that proposals are made from. */
  static Axes of(Archive archive) {
    return of(archive.remembered());
  }

  /** Of points, at least one. */
  static Axes of(List<double[]> points) {
    int dimensions = points.get(0).length;
    double[] means = new double[dimensions];
    double[] deviations = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      for (double[] point : points) {
        means[i] += point[i] / points.size();
      }
      double sum = 0;
      for (double[] point : points) {
        double off = point[i] - means[i];
        sum += off * off;
      }
      deviations[i] = Math.max(Math.sqrt(sum / points.size()), Double.MIN_NORMAL);
    }
    double[][] correlation = new double[dimensions][dimensions];
    double[] scaled = new double[dimensions];
    for (double[] point : points) {
      for (int i = 0; i < dimensions; i++) {
        scaled[i] = (point[i] - means[i]) / deviations[i];
        for (int j = 0; j <= i; j++) {
          correlation[i][j] += scaled[i] * scaled[j] / points.size();
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
    return new Axes(means, deviations, directions, variances);
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

  /** Where a point lies along each axis, in standard deviations from the mean; a fresh array. */
  double[] coordinates(double[] point) {
    double[] difference = new double[point.length];
    Arrays.setAll(difference, i -> point[i] - means[i]);
    double[] coordinates = new double[directions.length];
    Arrays.setAll(coordinates, axis -> length(difference, axis) / Math.sqrt(variances[axis]));
    return coordinates;
  }

  /** The point that has coordinates along the axes. */
  void point(double[] coordinates, double[] to) {
    System.arraycopy(means, 0, to, 0, to.length);
    for (int axis = 0; axis < directions.length; axis++) {
      double length = coordinates[axis] * Math.sqrt(variances[axis]);
      for (int i = 0; i < to.length; i++) {
        to[i] += length * directions[axis][i] * deviations[i];
      }
    }
  }

  /** Slopes by the coordinates along the axes, from those by the point. */
  void slopes(double[] byPoint, double[] byCoordinates) {
    for (int axis = 0; axis < directions.length; axis++) {
      double sum = 0;
      for (int i = 0; i < byPoint.length; i++) {
        sum += byPoint[i] * deviations[i] * directions[axis][i];
      }
      byCoordinates[axis] = sum * Math.sqrt(variances[axis]);
    }
  }

  private double length(double[] difference, int axis) {
    double length = 0;
    for (int i = 0; i < difference.length; i++) {
      length += difference[i] / deviations[i] * directions[axis][i];
    }
    return length;
  }
}
