package org.capgate.sampling;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * How far draws of several chains can be trusted (Vehtari, Gelman, Simpson, Carpenter and Bürkner
 * 2021, Bayesian Analysis 16, 667, doi:10.1214/20-BA1221). NaN where chains are shorter than six
 * draws or all draws are equal.
 *
 * @param rHat rank-normalised split R-hat, the larger of that of the draws and of their distances
 *     from the median: 1 when the chains agree in place and in spread
 * @param bulkSize how many independent draws would say as much about the middle
 * @param tailSize the same about the 5 % and 95 % quantiles, the smaller of both
 */
public record Convergence(double rHat, double bulkSize, double tailSize) {
  private static final int LEAST_DRAWS = 6;

  /**
   * Of draws.
   *
   * @param chains [chain][draw], chains of equal length; not modified
   */
  public static Convergence of(double[][] chains) {
    int length = chains[0].length;
    double[] sorted = Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
    if (length < LEAST_DRAWS || sorted[0] == sorted[sorted.length - 1]) {
      return new Convergence(Double.NaN, Double.NaN, Double.NaN);
    }
    double[][] halves = halves(chains);
    double[][] ranked = rankNormalised(halves);
    double median = quantile(sorted, 0.5);
    double[][] distances = rankNormalised(mapped(halves, value -> Math.abs(value - median)));
    return new Convergence(
        Math.max(rHat(ranked), rHat(distances)),
        size(ranked),
        Math.min(
            tailSize(halves, quantile(sorted, 0.05)), tailSize(halves, quantile(sorted, 0.95))));
  }

  private static double tailSize(double[][] halves, double quantile) {
    return size(mapped(halves, value -> value <= quantile ? 1 : 0));
  }

  /** First and second half of every chain; the middle draw of an odd number is left out. */
  private static double[][] halves(double[][] chains) {
    double[][] halves = new double[2 * chains.length][];
    int half = chains[0].length / 2;
    for (int i = 0; i < chains.length; i++) {
      int length = chains[i].length;
      halves[2 * i] = Arrays.copyOfRange(chains[i], 0, half);
      halves[2 * i + 1] = Arrays.copyOfRange(chains[i], length - half, length);
    }
    return halves;
  }

  /** Each value becomes the normal quantile of its rank among all; equal ones share theirs. */
  private static double[][] rankNormalised(double[][] chains) {
    int length = chains[0].length;
    int count = chains.length * length;
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(chains[a / length][a % length], chains[b / length][b % length]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] normal = new double[chains.length][length];
    int from = 0;
    while (from < count) {
      double value = chains[order[from] / length][order[from] % length];
      int to = from + 1;
      while (to < count && chains[order[to] / length][order[to] % length] == value) {
        to++;
      }
      double rank = 0.5 * (from + 1 + to); // ranks from + 1 to `to`
      double share = (rank - 3.0 / 8.0) / (count + 1.0 / 4.0);
      double quantile = Math.sqrt(2) * Erf.erfInv(2 * share - 1);
      for (int i = from; i < to; i++) {
        normal[order[i] / length][order[i] % length] = quantile;
      }
      from = to;
    }
    return normal;
  }

  private static double rHat(double[][] chains) {
    int length = chains[0].length;
    double within =
        Arrays.stream(chains).mapToDouble(Convergence::variance).average().orElseThrow();
    double between = variance(Arrays.stream(chains).mapToDouble(Convergence::mean).toArray());
    return Math.sqrt(between / within + (length - 1.0) / length);
  }

  /**
   * The number of draws over their autocorrelation time, whose sum ends where pairs of neighbouring
   * lags turn negative and is made to fall monotonically (Geyer 1992).
   */
  private static double size(double[][] chains) {
    int length = chains[0].length;
    double[] means = Arrays.stream(chains).mapToDouble(Convergence::mean).toArray();
    double within = covariance(chains, means, 0) * length / (length - 1);
    double total = within * (length - 1) / length + variance(means);
    double[] correlation = new double[length];
    correlation[0] = 1;
    correlation[1] = 1 - (within - covariance(chains, means, 1)) / total;
    int last = 0; // even lag of the last pair looked at
    double even = correlation[0];
    double odd = correlation[1];
    while (last < length - 5 && even + odd > 0) {
      last += 2;
      even = 1 - (within - covariance(chains, means, last)) / total;
      odd = 1 - (within - covariance(chains, means, last + 1)) / total;
      if (even + odd >= 0) {
        correlation[last] = even;
        correlation[last + 1] = odd;
      }
    }
    if (even > 0) {
      correlation[last] = even;
    }
    for (int lag = 2; lag <= last - 2; lag += 2) {
      double before = correlation[lag - 2] + correlation[lag - 1];
      if (correlation[lag] + correlation[lag + 1] > before) {
        correlation[lag] = 0.5 * before;
        correlation[lag + 1] = 0.5 * before;
      }
    }
    double time = -1 + correlation[last];
    for (int lag = 0; lag < last; lag++) {
      time += 2 * correlation[lag];
    }
    double count = (double) chains.length * length;
    return count / Math.max(time, 1 / StrictMath.log10(count));
  }

  /** Mean over the chains of the autocovariance at a lag. */
  private static double covariance(double[][] chains, double[] means, int lag) {
    double sum = 0;
    for (int c = 0; c < chains.length; c++) {
      double[] chain = chains[c];
      for (int i = lag; i < chain.length; i++) {
        sum += (chain[i] - means[c]) * (chain[i - lag] - means[c]);
      }
    }
    return sum / ((double) chains.length * chains[0].length);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  /** Between neighbouring order statistics linearly. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }

  private static double[][] mapped(double[][] chains, DoubleUnaryOperator mapping) {
    return Arrays.stream(chains)
        .map(chain -> Arrays.stream(chain).map(mapping).toArray())
        .toArray(double[][]::new);
  }
}
