package org.capgate.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.evidence.Finding;

/**
 * The likelihood as a function of the numbers of its rows, two a row: how far the simulated number
 * is inside each of the bounds that count, in σ, as t with
 *
 * <pre>distance = t √(1 + (t/10)²)</pre>
 *
 * <p>so that what is far from any bound varies less, and t can be emulated where it matters. As
 * {@link Likelihood#log}, to four digits, in a hundred-thousandth of the time, and with errors that
 * the numbers may have.
 */
final class RowNumbers {
  private static final int PER_ROW = 2;
  private static final double BEND = 10;

  /** So many σ inside its bounds a row is certain, whatever error it shares. */
  private static final double CERTAIN = 12;

  private final double[] powers;
  private final int[][] experiments; // rows of each

  /** Of the rows of findings, in their order. */
  RowNumbers(List<Finding> findings) {
    powers =
        findings.stream().mapToDouble(finding -> Likelihood.power(finding.standing())).toArray();
    Map<String, List<Integer>> byExperiment = new LinkedHashMap<>();
    for (int row = 0; row < findings.size(); row++) {
      byExperiment
          .computeIfAbsent(SharedError.experiment(findings.get(row)), first -> new ArrayList<>())
          .add(row);
    }
    experiments =
        byExperiment.values().stream()
            .map(rows -> rows.stream().mapToInt(row -> row).toArray())
            .toArray(int[][]::new);
  }

  /** The numbers of rows. */
  static double[] of(List<Likelihood.Row> rows) {
    double[] numbers = new double[PER_ROW * rows.size()];
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
   * ln of the probability.
   *
   * @param numbers as {@link #of} gives them
   * @param errors standard deviations of errors of the numbers
   */
  double log(double[] numbers, double[] errors) {
    double sum = 0;
    for (int[] rows : experiments) {
      double least = Double.POSITIVE_INFINITY;
      for (int row : rows) {
        double nearer = Math.min(numbers[PER_ROW * row], numbers[PER_ROW * row + 1]);
        least = Math.min(least, distance(nearer) / deviation(row, numbers, errors));
      }
      if (least < CERTAIN) {
        sum += logOfExperiment(rows, numbers, errors);
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

  private double logOfExperiment(int[] rows, double[] numbers, double[] errors) {
    double[] below = new double[rows.length];
    double[] above = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double deviation = deviation(rows[i], numbers, errors);
      below[i] = distance(numbers[PER_ROW * rows[i]]) / deviation;
      above[i] = distance(numbers[PER_ROW * rows[i] + 1]) / deviation;
    }
    if (rows.length == 1) {
      return powers[rows[0]] * QuickNormal.logProbability(-below[0], above[0]);
    }
    return SharedError.logMean(
        shared -> {
          double error = SharedError.SHARED_ROOT * shared;
          double log = 0;
          for (int i = 0; i < rows.length; i++) {
            log +=
                powers[rows[i]]
                    * QuickNormal.logProbability(
                        (-below[i] - error) / SharedError.OWN_ROOT,
                        (above[i] - error) / SharedError.OWN_ROOT);
          }
          return log;
        });
  }
}
