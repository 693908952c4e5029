package org.capgate.sampling;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * The numbers of a simulation as functions of its point z, for whatever varies among them: a
 * network ({@link Layers}) of
 *
 * <pre>x = (z / √(1 + (z/3)²) − centre) / scale</pre>
 *
 * <p>Made by {@link EmulatorFit}. Immutable.
 */
final class Emulator {
  private static final double BEND = 3;

  private final int hidden;
  private final Layers layers;
  private final double[] centres; // by dimension
  private final double[] scales;
  private final int[] varying; // places of what is emulated among the numbers
  private final double[] numbers; // at the places that do not vary
  private final double[] errors; // by place; 0 where nothing varies
  private final double[] means; // by what varies
  private final double[] deviations;
  private final double[] weights;
  private final double[] turned;

  Emulator(
      int hidden,
      double[] centres,
      double[] scales,
      int[] varying,
      double[] numbers,
      double[] errors,
      double[] means,
      double[] deviations,
      double[] weights) {
    this.hidden = hidden;
    layers = new Layers(centres.length, hidden, varying.length);
    this.centres = centres;
    this.scales = scales;
    this.varying = varying;
    this.numbers = numbers;
    this.errors = errors;
    this.means = means;
    this.deviations = deviations;
    this.weights = weights;
    turned = layers.turned(weights);
  }

  /** All it knows, to be kept: see {@link #of}. */
  double[] toArray() {
    double[] kept =
        new double
            [4 + 2 * centres.length + 3 * varying.length + 2 * numbers.length + weights.length];
    DoubleBuffer buffer = DoubleBuffer.wrap(kept);
    buffer.put(hidden).put(centres.length).put(varying.length).put(numbers.length);
    buffer.put(centres).put(scales).put(numbers).put(errors).put(means).put(deviations);
    for (int place : varying) {
      buffer.put(place);
    }
    buffer.put(weights);
    return kept;
  }

  /** The one that was kept as an array. */
  static Emulator of(double[] kept) {
    DoubleBuffer buffer = DoubleBuffer.wrap(kept);
    int hidden = (int) buffer.get();
    int dimensions = (int) buffer.get();
    int[] varying = new int[(int) buffer.get()];
    int count = (int) buffer.get();
    double[] centres = next(buffer, dimensions);
    double[] scales = next(buffer, dimensions);
    double[] numbers = next(buffer, count);
    double[] errors = next(buffer, count);
    double[] means = next(buffer, varying.length);
    double[] deviations = next(buffer, varying.length);
    Arrays.setAll(varying, k -> (int) buffer.get());
    double[] weights = next(buffer, buffer.remaining());
    return new Emulator(
        hidden, centres, scales, varying, numbers, errors, means, deviations, weights);
  }

  private static double[] next(DoubleBuffer buffer, int count) {
    double[] values = new double[count];
    buffer.get(values);
    return values;
  }

  /** A dimension as it is bent. */
  static double bent(double value) {
    double share = value / BEND;
    return value / Math.sqrt(1 + share * share);
  }

  /** From a point to x. */
  static void scale(double[] point, double[] centres, double[] scales, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = (bent(point[i]) - centres[i]) / scales[i];
    }
  }

  private static double bentSlope(double value) {
    double share = value / BEND;
    double squared = 1 + share * share;
    return 1 / (squared * Math.sqrt(squared));
  }

  /** Standard deviation of the error of each number. */
  double[] errors() {
    return errors;
  }

  /** All numbers, those that vary not yet set; a fresh array. */
  double[] numbers() {
    return numbers.clone();
  }

  /** What a thread needs. */
  Layers.Work work() {
    return layers.new Work();
  }

  /** Puts what varies in its place among the numbers. */
  void at(double[] point, Layers.Work work, double[] among) {
    scale(point, centres, scales, work.input());
    work.forwards(weights);
    for (int k = 0; k < varying.length; k++) {
      among[varying[k]] = means[k] + deviations[k] * work.output()[k];
    }
  }

  /**
   * Adds to slopes of something by the point what comes by way of the numbers.
   *
   * @param work as {@link #at} left it
   * @param byNumbers slopes by the numbers
   */
  void addSlopes(double[] point, Layers.Work work, double[] byNumbers, double[] byPoint) {
    for (int k = 0; k < varying.length; k++) {
      work.slopes()[k] = deviations[k] * byNumbers[varying[k]];
    }
    work.backwards(turned);
    for (int i = 0; i < centres.length; i++) {
      byPoint[i] += work.inputSlopes()[i] * bentSlope(point[i]) / scales[i];
    }
  }
}
