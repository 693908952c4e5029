package org.capgate.sampling;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * A network of two hidden layers h and h′ with as many units each, from inputs x to outputs y:
 *
 * <pre>h = s(A x + a),   h′ = s(B h + b),   y = C h′ + D x + c,   s(v) = v / (1 + e^(−v))</pre>
 *
 * <p>All weights are in one array, those of a layer by what goes in and then by what comes out, its
 * constants after them, so that every sum runs along what lies side by side.
 */
final class Layers {
  private static final int TOGETHER = 4; // terms of a sum that are added at once

  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final int second; // where the weights of each layer begin
  private final int third;

  Layers(int inputs, int hidden, int outputs) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    second = (inputs + 1) * hidden;
    third = second + (hidden + 1) * hidden;
  }

  /** How many weights there are. */
  int weights() {
    return third + (hidden + inputs + 1) * outputs;
  }

  /** What goes into the layer that a weight belongs to, for the size of weights to begin with. */
  int fanIn(int weight) {
    return weight < second ? inputs : weight < third ? hidden : hidden + inputs;
  }

  /** Whether a weight is a constant. */
  boolean isConstant(int weight) {
    int within = weight < second ? weight : weight < third ? weight - second : weight - third;
    int out = weight < third ? hidden : outputs;
    return within >= fanIn(weight) * out;
  }

  /** What is computed on the way, forwards and backwards; used by one thread. */
  final class Work {
    private final double[] input = new double[inputs];
    private final double[] first = new double[hidden]; // before s
    private final double[] next = new double[hidden];
    private final double[] last = new double[hidden + inputs]; // h′ and x, into the third layer
    private final double[] firstOut = new double[hidden];
    private final double[] output = new double[outputs];
    private final double[] slopes = new double[outputs]; // of what is asked for, by output
    private final double[] lastSlopes = new double[hidden + inputs];
    private final double[] nextSlopes = new double[hidden];
    private final double[] firstOutSlopes = new double[hidden];
    private final double[] firstSlopes = new double[hidden];
    private final double[] inputSlopes = new double[inputs];

    /** To be set before {@link #forwards}. */
    double[] input() {
      return input;
    }

    double[] output() {
      return output;
    }

    /** To be set before {@link #backwards}: the slopes of something by the outputs. */
    double[] slopes() {
      return slopes;
    }

    /** The slopes of it by the inputs. */
    double[] inputSlopes() {
      return inputSlopes;
    }

    void forwards(double[] weights) {
      layer(weights, 0, input, first);
      bend(first, firstOut);
      layer(weights, second, firstOut, next);
      bend(next, last);
      System.arraycopy(input, 0, last, hidden, inputs);
      layer(weights, third, last, output);
    }

    /** By a network whose weights were turned with {@link Layers#turned}. */
    void backwards(double[] turned) {
      sum(turned, third, slopes, lastSlopes);
      unbend(next, lastSlopes, nextSlopes);
      sum(turned, second, nextSlopes, firstOutSlopes);
      unbend(first, firstOutSlopes, firstSlopes);
      sum(turned, 0, firstSlopes, inputSlopes);
      for (int i = 0; i < inputs; i++) {
        inputSlopes[i] += lastSlopes[hidden + i];
      }
    }
  }

  /** The weights with those of each layer by what comes out and then by what goes in. */
  double[] turned(double[] weights) {
    double[] turned = new double[weights.length];
    turn(weights, 0, inputs, hidden, turned);
    turn(weights, second, hidden, hidden, turned);
    turn(weights, third, hidden + inputs, outputs, turned);
    return turned;
  }

  private static void turn(double[] weights, int from, int in, int out, double[] turned) {
    for (int i = 0; i < in; i++) {
      for (int j = 0; j < out; j++) {
        turned[from + j * in + i] = weights[from + i * out + j];
      }
    }
  }

  /** Adds the slopes by the weights, as samples went forwards and backwards. */
  void addSlopes(Work[] samples, int count, double[] sums) {
    for (int from = 0; from < count; from += TOGETHER) {
      int n = Math.min(TOGETHER, count - from);
      double[][] in = new double[n][];
      double[][] out = new double[n][];
      for (int k = 0; k < n; k++) {
        in[k] = samples[from + k].input;
        out[k] = samples[from + k].firstSlopes;
      }
      addProducts(in, out, sums, 0);
      for (int k = 0; k < n; k++) {
        in[k] = samples[from + k].firstOut;
        out[k] = samples[from + k].nextSlopes;
      }
      addProducts(in, out, sums, second);
      for (int k = 0; k < n; k++) {
        in[k] = samples[from + k].last;
        out[k] = samples[from + k].slopes;
      }
      addProducts(in, out, sums, third);
    }
  }

  private static void addProducts(double[][] in, double[][] out, double[] sums, int from) {
    int width = out[0].length;
    for (int i = 0; i < in[0].length; i++) {
      int at = from + i * width;
      if (in.length == TOGETHER) {
        addFour(in[0][i], in[1][i], in[2][i], in[3][i], out, sums, at);
      } else {
        for (int k = 0; k < in.length; k++) {
          add(in[k][i], out[k], 0, width, sums, at);
        }
      }
    }
    for (double[] one : out) {
      add(1, one, 0, width, sums, from + in[0].length * width);
    }
  }

  private static void addFour(
      double a, double b, double c, double d, double[][] out, double[] sums, int at) {
    double[] first = out[0];
    double[] second = out[1];
    double[] third = out[2];
    double[] fourth = out[3];
    for (int j = 0; j < first.length; j++) {
      sums[at + j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
    }
  }

  private static void layer(double[] weights, int from, double[] in, double[] out) {
    sum(weights, from, in, out);
    add(1, weights, from + in.length * out.length, out.length, out, 0);
  }

  /** The sums of rows of weights, each times what goes in. */
  private static void sum(double[] weights, int from, double[] in, double[] out) {
    int width = out.length;
    Arrays.fill(out, 0);
    int i = 0;
    for (; i + TOGETHER <= in.length; i += TOGETHER) {
      addRows(weights, from + i * width, in[i], in[i + 1], in[i + 2], in[i + 3], out);
    }
    for (; i < in.length; i++) {
      add(in[i], weights, from + i * width, width, out, 0);
    }
  }

  private static void addRows(
      double[] weights, int at, double a, double b, double c, double d, double[] out) {
    int width = out.length;
    int second = at + width;
    int third = second + width;
    int fourth = third + width;
    for (int j = 0; j < width; j++) {
      out[j] +=
          a * weights[at + j]
              + b * weights[second + j]
              + c * weights[third + j]
              + d * weights[fourth + j];
    }
  }

  private static void add(double factor, double[] row, int from, int width, double[] sums, int at) {
    for (int j = 0; j < width; j++) {
      sums[at + j] += factor * row[from + j];
    }
  }

  private static void bend(double[] values, double[] bent) {
    for (int i = 0; i < values.length; i++) {
      bent[i] = values[i] / (1 + FastMath.exp(-values[i]));
    }
  }

  /** s′ = σ (1 + v (1 − σ)) with σ = 1 / (1 + e^(−v)). */
  private static void unbend(double[] values, double[] slopesOut, double[] slopesIn) {
    for (int i = 0; i < values.length; i++) {
      double share = 1 / (1 + FastMath.exp(-values[i]));
      slopesIn[i] = slopesOut[i] * share * (1 + values[i] * (1 - share));
    }
  }
}
