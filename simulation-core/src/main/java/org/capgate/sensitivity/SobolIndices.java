package org.capgate.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.capgate.ensemble.Tasks;
import org.capgate.random.RandomStream;
import org.capgate.sweep.ScrambledSobol;

/**
 * Shares of the variance of a response that each of k independent, uniform inputs accounts for:
 * alone (first order), and together with all others (total). Estimated from N·(k + 2) evaluations
 * by Jansen's formulas (Saltelli and others 2010, Computer Physics Communications 181:259, table
 * 2):
 *
 * <pre>S_i = 1 − Σ_j (f(B)_j − f(A_B^i)_j)² / (2·N·V),   T_i = Σ_j (f(A)_j − f(A_B^i)_j)² / (2·N·V)
 * </pre>
 *
 * where A and B are the two halves of N shifted Sobol points of 2k dimensions and A_B^i is A with
 * input i of B. Intervals come from drawing the N rows anew with replacement.
 *
 * <p>Evaluations without a value: an index is estimated from the rows in which all of its values
 * exist. Its bounds say how low and how high it could be if every missing value lay anywhere
 * between the lowest and the highest value that was seen.
 */
public final class SobolIndices {
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  private final int inputs;
  private final int rows;
  private final double[][] a; // [output][row]
  private final double[][] b;
  private final double[][][] ab; // [output][input][row]
  private final long seed;

  private SobolIndices(
      int inputs, int rows, double[][] a, double[][] b, double[][][] ab, long seed) {
    this.inputs = inputs;
    this.rows = rows;
    this.a = a;
    this.b = b;
    this.ab = ab;
    this.seed = seed;
  }

  /**
   * An estimate.
   *
   * @param value NaN when the response does not vary, or no row is complete
   * @param low lower end of the 95 % bootstrap interval
   * @param high upper end
   * @param least the least it could be, given what is missing; the value when nothing is
   * @param most the most it could be
   */
  public record Estimate(double value, double low, double high, double least, double most) {}

  /**
   * The indices of one input for one number of the response.
   *
   * @param first first order
   * @param total total
   * @param missingShare of the rows, those that lack a value for the total index
   */
  public record Index(Estimate first, Estimate total, double missingShare) {}

  /**
   * Evaluates the response; the same bits for any number of threads.
   *
   * @param response of points of [0, 1)^k
   * @param inputs k, at most 500
   * @param rows N ≥ 2, best a power of two
   * @param seed of the shift of the points and of the bootstrap
   * @param threads ≥ 1
   * @param done told the number of finished rows, each of k + 2 evaluations
   */
  public static SobolIndices of(
      Response response, int inputs, int rows, long seed, int threads, IntConsumer done) {
    return of(response, inputs, rows, seed, Tasks.on(threads, done));
  }

  /** As {@link #of(Response, int, int, long, int, IntConsumer)}, one task for each row. */
  public static SobolIndices of(Response response, int inputs, int rows, long seed, Tasks tasks) {
    double[][] points = ScrambledSobol.points(rows, 2 * inputs, seed);
    List<double[]> values =
        tasks.numbers("", rows, row -> evaluated(response, points[row], inputs));
    int outputs = values.get(0).length / (inputs + 2);
    double[][] a = new double[outputs][rows];
    double[][] b = new double[outputs][rows];
    double[][][] ab = new double[outputs][inputs][rows];
    for (int row = 0; row < rows; row++) {
      double[] of = values.get(row);
      for (int out = 0; out < outputs; out++) {
        a[out][row] = of[inputs * outputs + out];
        b[out][row] = of[(inputs + 1) * outputs + out];
        for (int i = 0; i < inputs; i++) {
          ab[out][i][row] = of[i * outputs + out];
        }
      }
    }
    return new SobolIndices(inputs, rows, a, b, ab, seed);
  }

  /** A with each input of B in turn, then A, then B. */
  private static double[] evaluated(Response response, double[] both, int inputs) {
    List<double[]> values = new ArrayList<>();
    double[] first = Arrays.copyOf(both, inputs);
    for (int i = 0; i < inputs; i++) {
      double[] mixed = first.clone();
      mixed[i] = both[inputs + i];
      values.add(response.at(mixed));
    }
    values.add(response.at(first));
    values.add(response.at(Arrays.copyOfRange(both, inputs, 2 * inputs)));
    return values.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** How many numbers the response has. */
  public int outputs() {
    return a.length;
  }

  /** Share of all evaluations that gave no value of an output. */
  public double missingShare(int output) {
    long missing = missing(a[output]) + missing(b[output]);
    for (double[] column : ab[output]) {
      missing += missing(column);
    }
    return missing / ((inputs + 2.0) * rows);
  }

  private static long missing(double[] values) {
    return Arrays.stream(values).filter(Double::isNaN).count();
  }

  /** Mean over the points of A and B that have a value. */
  public double mean(int output) {
    return Spread.of(a[output], b[output], everyRow()).mean;
  }

  /** Variance over the points of A and B that have a value. */
  public double variance(int output) {
    return Spread.of(a[output], b[output], everyRow()).variance;
  }

  /**
   * The indices of all inputs for one output, in their order.
   *
   * @param replicates of the bootstrap, ≥ 1
   */
  public List<Index> indices(int output, int replicates) {
    Spread spread = Spread.of(a[output], b[output], everyRow());
    int[][] drawn = new int[replicates][rows];
    Spread[] spreads = new Spread[replicates];
    for (int r = 0; r < replicates; r++) {
      RandomStream stream = RandomStream.of(seed, r, output, "bootstrap of indices");
      for (int j = 0; j < rows; j++) {
        drawn[r][j] = stream.nextInt(rows);
      }
      spreads[r] = Spread.of(a[output], b[output], drawn[r]);
    }
    List<Index> indices = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      Terms first = Terms.ofFirst(a[output], b[output], ab[output][i], spread);
      Terms total = Terms.ofTotal(a[output], ab[output][i], spread);
      indices.add(
          new Index(
              estimate(first, spread, drawn, spreads),
              estimate(total, spread, drawn, spreads),
              total.missingShare()));
    }
    return indices;
  }

  private Estimate estimate(Terms terms, Spread spread, int[][] drawn, Spread[] spreads) {
    double[] anew = new double[drawn.length];
    for (int r = 0; r < anew.length; r++) {
      anew[r] = terms.mean(drawn[r]) / spreads[r].variance;
    }
    Arrays.sort(anew);
    double value = terms.mean(everyRow()) / spread.variance;
    boolean isWhole = terms.missingShare() == 0 && spread.missingShare == 0;
    double seen = (1 - terms.missingShare()) * terms.mean(everyRow());
    double lowest = seen + terms.leastMissing;
    double highest = seen + terms.mostMissing;
    double least = lowest / (lowest > 0 ? spread.mostVariance() : spread.leastVariance());
    double most = highest / (highest > 0 ? spread.leastVariance() : spread.mostVariance());
    return new Estimate(
        value,
        quantile(anew, LOWER),
        quantile(anew, UPPER),
        isWhole ? value : Math.min(value, Math.max(0, least)),
        isWhole ? value : Math.max(value, Math.min(1, most)));
  }

  private static double quantile(double[] ascending, double share) {
    double place = share * (ascending.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }

  private int[] everyRow() {
    int[] every = new int[rows];
    for (int j = 0; j < rows; j++) {
      every[j] = j;
    }
    return every;
  }

  /**
   * What is averaged over rows.
   *
   * @param ofRows NaN where a value is missing
   * @param leastMissing what the missing ones could at least add to the mean over all rows
   * @param mostMissing what they could add at most
   */
  private record Terms(double[] ofRows, double leastMissing, double mostMissing) {
    static Terms ofTotal(double[] a, double[] mixed, Spread spread) {
      double[] terms = new double[a.length];
      double most = 0;
      for (int j = 0; j < terms.length; j++) {
        terms[j] = 0.5 * (a[j] - mixed[j]) * (a[j] - mixed[j]);
        if (Double.isNaN(terms[j])) {
          double farthest = spread.farthest(a[j], mixed[j]);
          most += 0.5 * farthest * farthest;
        }
      }
      return new Terms(terms, 0, most / terms.length);
    }

    static Terms ofFirst(double[] a, double[] b, double[] mixed, Spread spread) {
      double[] terms = new double[a.length];
      double most = 0;
      for (int j = 0; j < terms.length; j++) {
        terms[j] = (b[j] - spread.mean) * (mixed[j] - a[j]);
        if (Double.isNaN(terms[j])) {
          most += spread.farthest(b[j], spread.mean) * spread.farthest(a[j], mixed[j]);
        }
      }
      return new Terms(terms, -most / terms.length, most / terms.length);
    }

    double mean(int[] rows) {
      double sum = 0;
      int seen = 0;
      for (int j : rows) {
        if (!Double.isNaN(ofRows[j])) {
          sum += ofRows[j];
          seen++;
        }
      }
      return sum / seen;
    }

    double missingShare() {
      return missing(ofRows) / (double) ofRows.length;
    }
  }

  /** Mean and variance of two columns together. */
  private record Spread(
      double mean, double variance, double lowest, double highest, double missingShare) {
    static Spread of(double[] a, double[] b, int[] rows) {
      double sum = 0;
      int seen = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (double[] column : new double[][] {a, b}) {
        for (int j : rows) {
          if (!Double.isNaN(column[j])) {
            sum += column[j];
            lowest = Math.min(lowest, column[j]);
            highest = Math.max(highest, column[j]);
            seen++;
          }
        }
      }
      double mean = sum / seen;
      double squares = 0;
      for (double[] column : new double[][] {a, b}) {
        for (int j : rows) {
          if (!Double.isNaN(column[j])) {
            squares += (column[j] - mean) * (column[j] - mean);
          }
        }
      }
      double variance = lowest == highest ? Double.NaN : squares / seen;
      return new Spread(mean, variance, lowest, highest, 1 - seen / (2.0 * rows.length));
    }

    /** How far two values are apart, or could be where one or both are missing. */
    double farthest(double one, double other) {
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        return Math.abs(one - other);
      }
      double known = Double.isNaN(one) ? other : one;
      return Double.isNaN(known) ? highest - lowest : Math.max(highest - known, known - lowest);
    }

    /** If all that is missing were the mean. */
    double leastVariance() {
      return (1 - missingShare) * variance;
    }

    /** If all that is missing were as far from the mean as anything seen. */
    double mostVariance() {
      double farthest = Math.max(highest - mean, mean - lowest);
      return (1 - missingShare) * variance + missingShare * farthest * farthest;
    }
  }
}
