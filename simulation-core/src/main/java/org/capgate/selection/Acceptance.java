package org.capgate.selection;

import java.util.Arrays;
import org.capgate.random.RandomStream;

/**
 * Which of a sample are taken: each with the probability min(1, β·r), r the ratio of the wanted
 * density to that of the sample (Allen, Rieger and Musante 2016, CPT Pharmacometrics Syst Pharmacol
 * 5, 140, doi:10.1002/psp4.12063). Where Allen estimates both densities from data of single
 * patients, here means, deviations and shares of groups are all there is, and r is that of the
 * distribution nearest to the sample which has them, see {@link Tilt}.
 */
final class Acceptance {
  /** By how many standard errors a fitted average may move as β is raised above 1/max r. */
  private static final double TOLERATED = 0.5;

  private static final double[] QUANTILES = {0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999};

  private final double[] probabilities; // one for each of the sample
  private final double effective;
  private final double beta;

  private Acceptance(double[] probabilities, double effective, double beta) {
    this.probabilities = probabilities;
    this.effective = effective;
    this.beta = beta;
  }

  /**
   * Chooses β as large as it can be without moving any fitted average noticeably.
   *
   * @param conditions [sample][condition]
   */
  static Acceptance of(double[] multipliers, double[][] conditions) {
    double[] ratios = Tilt.weights(multipliers, conditions);
    double[] wanted = averages(ratios, conditions);
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    for (double quantile : QUANTILES) {
      double at = sorted[(int) (quantile * (sorted.length - 1))];
      double[] tried = at > 0 ? clipped(ratios, 1 / at) : ratios;
      if (distance(wanted, averages(tried, conditions)) <= TOLERATED) {
        return new Acceptance(tried, effective(ratios), at > 0 ? 1 / at : 1);
      }
    }
    return new Acceptance(ratios, effective(ratios), 1);
  }

  private static double[] clipped(double[] ratios, double beta) {
    return Arrays.stream(ratios).map(ratio -> Math.min(1, beta * ratio)).toArray();
  }

  private static double[] averages(double[] weights, double[][] conditions) {
    double[] averages = new double[conditions[0].length];
    double total = 0;
    for (int n = 0; n < weights.length; n++) {
      total += weights[n];
      for (int i = 0; i < averages.length; i++) {
        averages[i] += weights[n] * conditions[n][i];
      }
    }
    for (int i = 0; i < averages.length; i++) {
      averages[i] /= total;
    }
    return averages;
  }

  private static double distance(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  /** Kish's number of equally weighted ones that would say as much as the weighted. */
  private static double effective(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return sum * sum / squares;
  }

  /** With which probability one of the sample is taken. */
  double probability(int index) {
    return probabilities[index];
  }

  /** As many of equal weight would say as much as the sample, weighted by r. */
  double effectiveNumber() {
    return effective;
  }

  /** β, relative to that with which the likeliest is just taken for sure. */
  double beta() {
    return beta;
  }

  /** Whether one is taken, which follows from (seed, its number) alone. */
  boolean takes(int index, long seed, long number) {
    return RandomStream.of(seed, number, 0, "selection").nextDouble() < probabilities[index];
  }
}
