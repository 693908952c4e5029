package org.capgate.sampling;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * The numbers of a simulation as quadratic functions of the coordinates w of its inputs along
 * principal axes ({@link Axes}), for whatever varies among them:
 *
 * <pre>y = c + Σ_j w_j (b_j + Σ_i q_ji w_i),   q_ji = q_ij</pre>
 *
 * <p>Made by {@link EmulatorFit}. Immutable.
 */
final class Emulator {
  private final Axes axes;
  private final int[] varying; // places of what is emulated among the numbers
  private final double[] numbers; // at the places that do not vary
  private final double[] errors; // by place; 0 where nothing varies
  private final double[] constants; // by what varies
  private final double[][] linear; // by axis and what varies
  private final double[][][] quadratic; // by two axes and what varies

  Emulator(
      Axes axes,
      int[] varying,
      double[] numbers,
      double[] errors,
      double[] constants,
      double[][] linear,
      double[][][] quadratic) {
    this.axes = axes;
    this.varying = varying;
    this.numbers = numbers;
    this.errors = errors;
    this.constants = constants;
    this.linear = linear;
    this.quadratic = quadratic;
  }

  /** All it knows but its axes, to be kept: see {@link #of}. */
  double[] toArray() {
    int dimensions = linear.length;
    int terms = EmulatorFit.terms(dimensions);
    double[] kept = new double[2 + numbers.length * 2 + varying.length * (1 + terms)];
    DoubleBuffer buffer = DoubleBuffer.wrap(kept);
    buffer.put(numbers.length).put(varying.length).put(numbers).put(errors);
    for (int place : varying) {
      buffer.put(place);
    }
    buffer.put(constants);
    for (int i = 0; i < dimensions; i++) {
      buffer.put(linear[i]);
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = i; j < dimensions; j++) {
        buffer.put(quadratic[i][j]);
      }
    }
    return kept;
  }

  /** The one that was kept as an array. */
  static Emulator of(Axes axes, double[] kept) {
    DoubleBuffer buffer = DoubleBuffer.wrap(kept);
    double[] numbers = new double[(int) buffer.get()];
    int[] varying = new int[(int) buffer.get()];
    double[] errors = new double[numbers.length];
    buffer.get(numbers).get(errors);
    Arrays.setAll(varying, k -> (int) buffer.get());
    double[] constants = next(buffer, varying.length);
    double[][] linear = new double[axes.count()][];
    Arrays.setAll(linear, i -> next(buffer, varying.length));
    double[][][] quadratic = new double[axes.count()][axes.count()][];
    for (int i = 0; i < axes.count(); i++) {
      for (int j = i; j < axes.count(); j++) {
        quadratic[i][j] = next(buffer, varying.length);
        quadratic[j][i] = quadratic[i][j];
      }
    }
    return new Emulator(axes, varying, numbers, errors, constants, linear, quadratic);
  }

  private static double[] next(DoubleBuffer buffer, int count) {
    double[] values = new double[count];
    buffer.get(values);
    return values;
  }

  /** The axes its coordinates are along. */
  Axes axes() {
    return axes;
  }

  /** How many numbers vary. */
  int varying() {
    return varying.length;
  }

  /** Standard deviation of the error of each number. */
  double[] errors() {
    return errors;
  }

  /** All numbers, those that vary not yet set; a fresh array. */
  double[] numbers() {
    return numbers.clone();
  }

  /** What varies, at coordinates; a fresh array. */
  double[] at(double[] coordinates) {
    double[] values = constants.clone();
    double[] slopes = new double[values.length];
    for (int axis = 0; axis < coordinates.length; axis++) {
      System.arraycopy(linear[axis], 0, slopes, 0, slopes.length);
      addProducts(axis, coordinates, 1, slopes);
      for (int k = 0; k < values.length; k++) {
        values[k] += coordinates[axis] * slopes[k];
      }
    }
    return values;
  }

  /**
   * What varies, a step along an axis from where it is known.
   *
   * @param coordinates before the step
   * @param values there
   * @param slopes for work
   * @param moved receives what varies after the step
   */
  void along(
      int axis,
      double step,
      double[] coordinates,
      double[] values,
      double[] slopes,
      double[] moved) {
    System.arraycopy(linear[axis], 0, slopes, 0, slopes.length);
    addProducts(axis, coordinates, 2, slopes);
    double[] bend = quadratic[axis][axis];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = values[k] + step * (slopes[k] + step * bend[k]);
    }
  }

  private void addProducts(int axis, double[] coordinates, double factor, double[] sums) {
    for (int other = 0; other < coordinates.length; other++) {
      double coordinate = factor * coordinates[other];
      double[] products = quadratic[axis][other];
      for (int k = 0; k < sums.length; k++) {
        sums[k] += coordinate * products[k];
      }
    }
  }

  /** Puts what varies in its place among the numbers. */
  void put(double[] values, double[] among) {
    for (int k = 0; k < varying.length; k++) {
      among[varying[k]] = values[k];
    }
  }
}
