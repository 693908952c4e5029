package org.capgate.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;

/**
 * Fits an emulator to samples by stochastic gradient descent (Adam: Kingma and Ba 2015,
 * doi:10.48550/arXiv.1412.6980), with a rate that rises over the first tenth of the steps and then
 * falls to 0. What is made small is the mean over samples of
 *
 * <pre>ω Σ_k (ŷ_k − y_k)² / (1 + (y_k/4)²)</pre>
 *
 * <p>A sample in which the logarithm of the density is lower by x than in the best one counts with
 * ω = 1 / (1 + x/20), and numbers far from 0, the bounds, count less: the numbers should be right
 * where the walks go. Sums run in an order that does not depend on the number of threads.
 */
final class EmulatorFit {
  private static final double FALL = 20;
  private static final double NEAR = 4;
  private static final double TOLERANCE = 1e-9; // what varies less does not vary
  private static final double ERRORS = 2; // standard deviations of the residuals

  private static final double HIDDEN = 2.5; // units in each hidden layer, by dimension

  private static final int STRIPES = 8;
  private static final int SAMPLES_PER_STRIPE = 16;
  private static final int BATCH = STRIPES * SAMPLES_PER_STRIPE;
  private static final double MOST_RATE = 5e-3;
  private static final double RISING = 0.1; // of all steps
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double LEAST_ROOT = 1e-8;

  private final List<Sample> samples;
  private final int hidden;
  private final int threads;
  private final int[] varying;
  private final double[] counts; // ω
  private final double[] centres;
  private final double[] scales;
  private final double[] means;
  private final double[] deviations;
  private final Layers layers;
  private final Layers.Work[][] work;
  private final double[][] slopes; // by stripe

  /**
   * What went into a simulation and what came out.
   *
   * @param logDensity of the point, that follows from the numbers
   */
  record Sample(double[] point, double[] numbers, double logDensity) {}

  private EmulatorFit(List<Sample> samples, int threads) {
    this.samples = samples;
    this.threads = threads;
    varying = varying(samples);
    double best = samples.stream().mapToDouble(Sample::logDensity).max().orElseThrow();
    counts =
        samples.stream().mapToDouble(one -> 1 / (1 + (best - one.logDensity()) / FALL)).toArray();
    int dimensions = samples.get(0).point().length;
    centres = new double[dimensions];
    scales = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      int at = i;
      double[] moments =
          moments(samples.stream().mapToDouble(one -> Emulator.bent(one.point()[at])).toArray());
      centres[i] = moments[0];
      scales[i] = moments[1];
    }
    means = new double[varying.length];
    deviations = new double[varying.length];
    for (int k = 0; k < varying.length; k++) {
      int at = varying[k];
      double[] moments = moments(samples.stream().mapToDouble(one -> one.numbers()[at]).toArray());
      means[k] = moments[0];
      deviations[k] = moments[1];
    }
    hidden = (int) (HIDDEN * dimensions);
    layers = new Layers(dimensions, hidden, varying.length);
    work = new Layers.Work[STRIPES][SAMPLES_PER_STRIPE];
    for (Layers.Work[] stripe : work) {
      Arrays.setAll(stripe, k -> layers.new Work());
    }
    slopes = new double[STRIPES][layers.weights()];
  }

  private double[] moments(double[] values) {
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i];
      mean += counts[i] * values[i];
    }
    mean /= sum;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += counts[i] * (values[i] - mean) * (values[i] - mean);
    }
    return new double[] {mean, Math.max(Math.sqrt(squares / sum), Double.MIN_NORMAL)};
  }

  private static int[] varying(List<Sample> samples) {
    double[] first = samples.get(0).numbers();
    return IntStream.range(0, first.length)
        .filter(
            k ->
                samples.stream()
                    .anyMatch(
                        one ->
                            Math.abs(one.numbers()[k] - first[k]) > TOLERANCE * Math.abs(first[k])))
        .toArray();
  }

  /**
   * Fits.
   *
   * @param samples at least one
   * @param epochs how often every sample is looked at
   * @param seed of the weights to begin with and of the order of samples
   * @param threads ≥ 1
   */
  static Emulator of(List<Sample> samples, int epochs, long seed, int threads) {
    return new EmulatorFit(samples, threads).fitted(epochs, seed);
  }

  private Emulator fitted(int epochs, long seed) {
    RandomStream stream = RandomStream.of(seed, 0, 0, "weights of an emulator");
    double[] weights = new double[layers.weights()];
    for (int i = 0; i < weights.length; i++) {
      double root = Math.sqrt(1.0 / layers.fanIn(i));
      weights[i] = layers.isConstant(i) ? 0 : root * stream.nextGaussian();
    }
    int[] order = IntStream.range(0, samples.size()).toArray();
    int batches = (samples.size() + BATCH - 1) / BATCH;
    double[] first = new double[weights.length];
    double[] second = new double[weights.length];
    int steps = epochs * batches;
    for (int step = 0; step < steps; step++) {
      int batch = step % batches;
      if (batch == 0) {
        shuffle(order, stream);
      }
      int from = batch * BATCH;
      slope(weights, order, from, Math.min(from + BATCH, order.length));
      double rising = (step + 1) / (RISING * steps);
      double falling = (steps - step) / ((1 - RISING) * steps);
      double rate = MOST_RATE * Math.min(rising, falling);
      double firstBias = 1 - StrictMath.pow(FIRST_DECAY, step + 1.0);
      double secondBias = 1 - StrictMath.pow(SECOND_DECAY, step + 1.0);
      descend(weights, first, second, rate / firstBias, 1 / secondBias);
    }
    return emulator(weights);
  }

  private static void shuffle(int[] order, RandomStream stream) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void descend(
      double[] weights, double[] first, double[] second, double rate, double correction) {
    double[] sum = slopes[0];
    for (int stripe = 1; stripe < STRIPES; stripe++) {
      double[] more = slopes[stripe];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      double slope = sum[i];
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      weights[i] -= rate * first[i] / (Math.sqrt(correction * second[i]) + LEAST_ROOT);
    }
  }

  /** The slopes by the weights at a batch, summed in stripes. */
  private void slope(double[] weights, int[] order, int from, int to) {
    double[] turned = layers.turned(weights);
    OrderedParallel.map(
        STRIPES, threads, stripe -> slope(stripe, weights, turned, order, from, to), done -> {});
  }

  private int slope(int stripe, double[] weights, double[] turned, int[] order, int from, int to) {
    Arrays.fill(slopes[stripe], 0);
    int count = 0;
    for (int i = from + stripe; i < to; i += STRIPES) {
      Layers.Work one = work[stripe][count++];
      Sample sample = samples.get(order[i]);
      forwards(sample, weights, one);
      double factor = counts[order[i]] / (to - from);
      for (int k = 0; k < varying.length; k++) {
        double number = sample.numbers()[varying[k]];
        double off = means[k] + deviations[k] * one.output()[k] - number;
        one.slopes()[k] = factor * nearness(number) * off * deviations[k];
      }
      one.backwards(turned);
    }
    layers.addSlopes(work[stripe], count, slopes[stripe]);
    return count;
  }

  /** How much a number counts. */
  private static double nearness(double number) {
    double share = number / NEAR;
    return 1 / (1 + share * share);
  }

  private void forwards(Sample sample, double[] weights, Layers.Work one) {
    Emulator.scale(sample.point(), centres, scales, one.input());
    one.forwards(weights);
  }

  private Emulator emulator(double[] weights) {
    double[] numbers = samples.get(0).numbers().clone();
    return new Emulator(
        hidden, centres, scales, varying, numbers, errors(weights), means, deviations, weights);
  }

  /**
   * Two standard deviations of the residuals, by place among the numbers: a walk that keeps far
   * from walls it knows roughly leaves corners for which its density is too low slowly.
   */
  private double[] errors(double[] weights) {
    double[] squares = new double[varying.length];
    double[] sums = new double[varying.length];
    Layers.Work one = layers.new Work();
    for (int i = 0; i < counts.length; i++) {
      Sample sample = samples.get(i);
      forwards(sample, weights, one);
      for (int k = 0; k < varying.length; k++) {
        double number = sample.numbers()[varying[k]];
        double off = means[k] + deviations[k] * one.output()[k] - number;
        double count = counts[i] * nearness(number);
        sums[k] += count;
        squares[k] += count * off * off;
      }
    }
    double[] errors = new double[samples.get(0).numbers().length];
    for (int k = 0; k < varying.length; k++) {
      errors[varying[k]] = ERRORS * Math.sqrt(squares[k] / sums[k]);
    }
    return errors;
  }
}
