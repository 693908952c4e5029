package org.capgate.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.ensemble.OrderedParallel;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Fits quadratic functions to the numbers of a simulation by weighted least squares with a small
 * penalty on every coefficient but the constant (ridge regression),
 *
 * <pre>(Σ ω φ φᵀ + λ Σ ω) β = Σ ω φ y,   φ = (1, w_j, w_i w_j for i ≤ j)</pre>
 *
 * <p>A sample in which the logarithm of the density is lower by x than in the best one counts with
 * ω = 1 / (1 + x/20): the numbers should be right where the walks go. Sums run in the order of the
 * samples, whatever the number of threads.
 */
final class EmulatorFit {
  private static final double RIDGE = 0.003;
  private static final double LINEAR_SHARE = 0.1; // of the penalty
  private static final double FALL = 20;
  private static final double TOLERANCE = 1e-9; // what varies less does not vary
  private static final double ERRORS = 2; // standard deviations of the residuals
  private static final int BLOCK = 16; // samples whose terms stay near the processor
  private static final int STRIPES = 16;

  private final List<Sample> samples;
  private final Axes axes;
  private final int[] varying;
  private final double[] weights;
  private final int terms;
  private final double[][] gram; // by term, from the diagonal on
  private final double[][] products; // by term and what varies

  /**
   * What went into a simulation and what came out.
   *
   * @param logDensity of the inputs, that follows from the numbers
   */
  record Sample(double[] inputs, double[] numbers, double logDensity) {}

  private EmulatorFit(List<Sample> samples, Axes axes) {
    this.samples = samples;
    this.axes = axes;
    varying = varying(samples);
    double best = samples.stream().mapToDouble(Sample::logDensity).max().orElseThrow();
    weights =
        samples.stream().mapToDouble(one -> 1 / (1 + (best - one.logDensity()) / FALL)).toArray();
    terms = terms(axes.count());
    gram = new double[terms][];
    products = new double[terms][varying.length];
  }

  /** How many coefficients a number has. */
  static int terms(int dimensions) {
    return 1 + dimensions + dimensions * (dimensions + 1) / 2;
  }

  /**
   * Fits.
   *
   * @param samples more than there are {@link #terms}
   * @param axes of the inputs
   * @param threads ≥ 1
   */
  static Emulator of(List<Sample> samples, Axes axes, int threads) {
    EmulatorFit fit = new EmulatorFit(samples, axes);
    OrderedParallel.map(STRIPES, threads, fit::sum, done -> {});
    return fit.solved();
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

  /** Every sixteenth term of the sums. */
  private int sum(int stripe) {
    for (int term = stripe; term < terms; term += STRIPES) {
      gram[term] = new double[terms];
    }
    double[][] rows = new double[BLOCK][terms];
    for (int from = 0; from < samples.size(); from += BLOCK) {
      int count = Math.min(BLOCK, samples.size() - from);
      for (int i = 0; i < count; i++) {
        fillTerms(axes.coordinates(samples.get(from + i).inputs()), rows[i]);
      }
      for (int term = stripe; term < terms; term += STRIPES) {
        for (int i = 0; i < count; i++) {
          add(term, rows[i], from + i);
        }
      }
    }
    return stripe;
  }

  private static void fillTerms(double[] coordinates, double[] row) {
    int next = 0;
    row[next++] = 1;
    for (double coordinate : coordinates) {
      row[next++] = coordinate;
    }
    for (int i = 0; i < coordinates.length; i++) {
      for (int j = i; j < coordinates.length; j++) {
        row[next++] = coordinates[i] * coordinates[j];
      }
    }
  }

  private void add(int term, double[] row, int sample) {
    double factor = weights[sample] * row[term];
    double[] sums = gram[term];
    for (int other = term; other < terms; other++) {
      sums[other] += factor * row[other];
    }
    double[] numbers = samples.get(sample).numbers();
    double[] ofNumbers = products[term];
    for (int k = 0; k < varying.length; k++) {
      ofNumbers[k] += factor * numbers[varying[k]];
    }
  }

  private Emulator solved() {
    double sum = Arrays.stream(weights).sum();
    DMatrixRMaj matrix = new DMatrixRMaj(terms, terms);
    for (int i = 0; i < terms; i++) {
      for (int j = i; j < terms; j++) {
        matrix.unsafe_set(i, j, gram[i][j]);
        matrix.unsafe_set(j, i, gram[i][j]);
      }
      double penalty = i == 0 ? 0 : i <= axes.count() ? LINEAR_SHARE * RIDGE : RIDGE;
      matrix.unsafe_set(i, i, gram[i][i] + penalty * sum);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(terms);
    if (!solver.setA(matrix)) {
      throw new IllegalStateException("the samples of an emulator do not tell its terms apart");
    }
    DMatrixRMaj coefficients = new DMatrixRMaj(terms, varying.length);
    solver.solve(new DMatrixRMaj(products), coefficients);
    return emulator(coefficients);
  }

  private Emulator emulator(DMatrixRMaj coefficients) {
    int dimensions = axes.count();
    double[] constants = row(coefficients, 0);
    double[][] linear = new double[dimensions][];
    double[][][] quadratic = new double[dimensions][dimensions][];
    int next = 1;
    for (int i = 0; i < dimensions; i++) {
      linear[i] = row(coefficients, next++);
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = i; j < dimensions; j++) {
        double[] both = row(coefficients, next++);
        if (i != j) {
          Arrays.setAll(both, k -> both[k] / 2);
        }
        quadratic[i][j] = both;
        quadratic[j][i] = both;
      }
    }
    double[] numbers = samples.get(0).numbers().clone();
    Emulator exact =
        new Emulator(
            axes, varying, numbers, new double[numbers.length], constants, linear, quadratic);
    return new Emulator(axes, varying, numbers, errors(exact), constants, linear, quadratic);
  }

  /**
   * Two standard deviations of the residuals, by place among the numbers: a walk that keeps far
   * from walls it knows roughly leaves corners for which its density is too low slowly.
   */
  private double[] errors(Emulator emulator) {
    double[] squares = new double[varying.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double[] values = emulator.at(axes.coordinates(samples.get(i).inputs()));
      sum += weights[i];
      for (int k = 0; k < varying.length; k++) {
        double off = values[k] - samples.get(i).numbers()[varying[k]];
        squares[k] += weights[i] * off * off;
      }
    }
    double[] errors = new double[samples.get(0).numbers().length];
    for (int k = 0; k < varying.length; k++) {
      errors[varying[k]] = ERRORS * Math.sqrt(squares[k] / sum);
    }
    return errors;
  }

  private static double[] row(DMatrixRMaj matrix, int row) {
    double[] values = new double[matrix.getNumCols()];
    Arrays.setAll(values, k -> matrix.get(row, k));
    return values;
  }
}
