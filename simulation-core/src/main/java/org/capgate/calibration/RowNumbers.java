package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.capgate.evidence.Finding;

/**
 * The likelihood as a function of the numbers of its rows, two a row: how far the simulated number
 * is inside each of the bounds that count, in σ, as t with
 *
 * <pre>distance = t √(1 + (t/10)²)</pre>
 *
 * <p>so that what is far from any bound varies less, and t can be emulated where it matters. As
 * {@link Likelihood#log}, to four digits, in a few hundredths of a millisecond, and with errors
 * that the numbers may have. A treatment whose effect is to die away ({@link Aftermath}) is one
 * more row without an upper bound.
 */
final class RowNumbers {
  private static final int PER_ROW = 2;
  private static final double BEND = 10;

  /** Of mood: the bound of what comes later is a wall, this is how steep it counts here. */
  private static final double MARGIN = 0.005;

  /** So many σ inside its bounds a row is certain, whatever error it shares. */
  private static final double CERTAIN = 12;

  private final double[] powers;
  private final int[][] experiments; // rows of each

  /**
   * Of the rows of findings, in their order, and treatments whose effect is to die away.
   *
   * @param treatments how many
   */
  RowNumbers(List<Finding> findings, int treatments) {
    powers = new double[findings.size() + treatments];
    Arrays.setAll(
        powers, row -> row < findings.size() ? Likelihood.power(findings.get(row).standing()) : 1);
    Map<String, List<Integer>> byExperiment = new LinkedHashMap<>();
    for (int row = 0; row < findings.size(); row++) {
      byExperiment
          .computeIfAbsent(SharedError.experiment(findings.get(row)), first -> new ArrayList<>())
          .add(row);
    }
    experiments =
        Stream.concat(
                byExperiment.values().stream()
                    .map(rows -> rows.stream().mapToInt(row -> row).toArray()),
                IntStream.range(findings.size(), powers.length).mapToObj(row -> new int[] {row}))
            .toArray(int[][]::new);
  }

  /**
   * The numbers of rows and treatments.
   *
   * @param margins by treatment, see {@link Aftermath#margins}
   */
  static double[] of(List<Likelihood.Row> rows, double[] margins) {
    double[] numbers = new double[PER_ROW * (rows.size() + margins.length)];
    for (int i = 0; i < margins.length; i++) {
      int at = PER_ROW * (rows.size() + i);
      numbers[at] = bent(margins[i] / MARGIN);
      numbers[at + 1] = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < rows.size(); i++) {
      Likelihood.Row row = rows.get(i);
      double low = row.low() + row.inset();
      double high = row.high() - row.inset();
      numbers[PER_ROW * i] = bent((row.number() - low) / row.deviation());
      numbers[PER_ROW * i + 1] = bent((high - row.number()) / row.deviation());
    }
    return numbers;
  }

  /** The t of a distance. */
  private static double bent(double distance) {
    if (Double.isInfinite(distance)) {
      return distance;
    }
    double share = 2 * distance / BEND;
    double root = Math.sqrt((Math.sqrt(1 + share * share) - 1) / 2);
    return Math.copySign(BEND * root, distance);
  }

  private static double distance(double bent) {
    double share = bent / BEND;
    return bent * Math.sqrt(1 + share * share);
  }

  /** By how much the distance changes with t. */
  private static double slope(double bent) {
    double squared = bent / BEND * (bent / BEND);
    return (1 + 2 * squared) / Math.sqrt(1 + squared);
  }

  /**
   * ln of the probability, and its slopes, for which the errors count as the same everywhere.
   *
   * @param numbers as {@link #of} gives them
   * @param errors standard deviations of errors of the numbers
   * @param slopes receives those by the numbers
   */
  double log(double[] numbers, double[] errors, double[] slopes) {
    Arrays.fill(slopes, 0);
    double sum = 0;
    for (int[] rows : experiments) {
      double least = Double.POSITIVE_INFINITY;
      for (int row : rows) {
        double nearer = Math.min(numbers[PER_ROW * row], numbers[PER_ROW * row + 1]);
        least = Math.min(least, distance(nearer) / deviation(row, numbers, errors));
      }
      if (least < CERTAIN) {
        sum += logOfExperiment(rows, numbers, errors, slopes);
      }
    }
    return sum;
  }

  /** Of the error of the assay and that of the number, in σ. */
  private static double deviation(int row, double[] numbers, double[] errors) {
    int low = PER_ROW * row;
    int nearer = numbers[low] < numbers[low + 1] ? low : low + 1;
    double error = errors[nearer] * slope(numbers[nearer]);
    return Math.sqrt(1 + error * error);
  }

  private double logOfExperiment(int[] rows, double[] numbers, double[] errors, double[] slopes) {
    double[] deviations = new double[rows.length];
    double[] below = new double[rows.length];
    double[] above = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      deviations[i] = deviation(rows[i], numbers, errors);
      below[i] = distance(numbers[PER_ROW * rows[i]]) / deviations[i];
      above[i] = distance(numbers[PER_ROW * rows[i] + 1]) / deviations[i];
    }
    double[] byDistance = new double[PER_ROW * rows.length];
    double log =
        rows.length == 1
            ? powers[rows[0]] * logProbability(below, above, 0, 0, 1, byDistance)
            : sharedLog(rows, below, above, byDistance);
    for (int i = 0; i < byDistance.length; i++) {
      int row = i / PER_ROW;
      int number = PER_ROW * rows[row] + i % PER_ROW;
      if (byDistance[i] != 0) {
        slopes[number] +=
            powers[rows[row]] * byDistance[i] * slope(numbers[number]) / deviations[row];
      }
    }
    return log;
  }

  private double sharedLog(int[] rows, double[] below, double[] above, double[] byDistance) {
    int nodes = SharedError.count();
    double[] logs = new double[nodes];
    double[][] slopes = new double[nodes][byDistance.length];
    double own = SharedError.OWN_ROOT;
    for (int node = 0; node < nodes; node++) {
      double error = SharedError.SHARED_ROOT * SharedError.node(node);
      for (int i = 0; i < rows.length; i++) {
        logs[node] += powers[rows[i]] * logProbability(below, above, i, error, own, slopes[node]);
      }
    }
    double mean = SharedError.logMean(logs);
    for (int node = 0; node < nodes; node++) {
      double share = SharedError.weight(node) * FastMath.exp(logs[node] - mean);
      for (int i = 0; i < byDistance.length; i++) {
        byDistance[i] += share * slopes[node][i];
      }
    }
    return mean;
  }

  /** Of a row when all of its experiment are off by an error; slopes by both distances. */
  private static double logProbability(
      double[] below, double[] above, int i, double error, double own, double[] slopes) {
    double from = (-below[i] - error) / own;
    double to = (above[i] - error) / own;
    double log = QuickNormal.logProbability(from, to);
    slopes[PER_ROW * i] = QuickNormal.density(from, log) / own;
    slopes[PER_ROW * i + 1] = QuickNormal.density(to, log) / own;
    return log;
  }
}
