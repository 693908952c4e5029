package org.capgate.trial;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The best rule of at most two questions for each subject: all first questions are tried, each with
 * the best second one for either answer. Thresholds are eighths of the subjects.
 */
final class RuleSearch {
  private static final int PARTS = 8;

  /** Fewer subjects than this share behind an answer say nothing. */
  private static final double LEAST_SHARE = 0.03;

  private final double[][] values; // [subject][arm]
  private final int[] allowed; // features that may be asked for
  private final double[][] thresholds; // [feature][part]
  private final int[][] parts; // [subject][feature]
  private final int least;

  private RuleSearch(double[][] features, double[][] values, int[] subjects, int[] allowed) {
    this.values = values;
    this.allowed = allowed;
    int count = features[0].length;
    thresholds = new double[count][PARTS - 1];
    parts = new int[features.length][count];
    least = Math.max(2, (int) (LEAST_SHARE * subjects.length));
    for (int feature : allowed) {
      double[] sorted = Arrays.stream(subjects).mapToDouble(i -> features[i][feature]).toArray();
      Arrays.sort(sorted);
      for (int part = 1; part < PARTS; part++) {
        thresholds[feature][part - 1] = sorted[(sorted.length - 1) * part / PARTS];
      }
      for (int i : subjects) {
        int part = 0;
        while (part < PARTS - 1 && features[i][feature] > thresholds[feature][part]) {
          part++;
        }
        parts[i][feature] = part;
      }
    }
  }

  /** A rule and the sum of what it is worth for those it was found in. */
  private record Found(Rule rule, double worth) {}

  /**
   * The best rule.
   *
   * @param features [subject][feature]
   * @param values [subject][arm]
   * @param subjects those it is found in, at least one
   * @param questions 0, 1 or 2
   * @param allowed features that may be asked for
   */
  static Rule best(
      double[][] features, double[][] values, int[] subjects, int questions, int[] allowed) {
    return new RuleSearch(features, values, subjects, allowed).found(subjects, questions).rule();
  }

  private Found found(int[] subjects, int questions) {
    Found best = same(subjects);
    if (questions == 0) {
      return best;
    }
    if (questions == 1) {
      return question(subjects, best);
    }
    for (int feature : allowed) {
      for (int part = 0; part < PARTS - 1; part++) {
        int[] yes = answering(subjects, feature, part, true);
        int[] no = answering(subjects, feature, part, false);
        if (yes.length < least || no.length < least) {
          continue;
        }
        Found one = found(yes, questions - 1);
        Found other = found(no, questions - 1);
        if (one.worth() + other.worth() > best.worth() + 1e-9) {
          best =
              new Found(
                  new Rule.Question(feature, thresholds[feature][part], one.rule(), other.rule()),
                  one.worth() + other.worth());
        }
      }
    }
    return best;
  }

  private int[] answering(int[] subjects, int feature, int part, boolean yes) {
    return Arrays.stream(subjects).filter(i -> (parts[i][feature] <= part) == yes).toArray();
  }

  private Found same(int[] subjects) {
    double[] sums = new double[values[0].length];
    for (int i : subjects) {
      for (int arm = 0; arm < sums.length; arm++) {
        sums[arm] += values[i][arm];
      }
    }
    int best = best(sums);
    return new Found(new Rule.Same(best), sums[best]);
  }

  private static int best(double[] sums) {
    return IntStream.range(0, sums.length)
        .reduce((a, b) -> sums[b] > sums[a] ? b : a)
        .orElseThrow();
  }

  private Found question(int[] subjects, Found best) {
    Found found = best;
    int arms = values[0].length;
    for (int feature : allowed) {
      double[][] sums = new double[PARTS][arms];
      int[] counts = new int[PARTS];
      for (int i : subjects) {
        int part = parts[i][feature];
        counts[part]++;
        for (int arm = 0; arm < arms; arm++) {
          sums[part][arm] += values[i][arm];
        }
      }
      double[] yes = new double[arms];
      int answered = 0;
      for (int part = 0; part < PARTS - 1; part++) {
        answered += counts[part];
        double[] no = new double[arms];
        for (int arm = 0; arm < arms; arm++) {
          yes[arm] += sums[part][arm];
          for (int rest = part + 1; rest < PARTS; rest++) {
            no[arm] += sums[rest][arm];
          }
        }
        int one = best(yes);
        int other = best(no);
        boolean isEnough = answered >= least && subjects.length - answered >= least;
        if (isEnough && yes[one] + no[other] > found.worth() + 1e-9) {
          found =
              new Found(
                  new Rule.Question(
                      feature, thresholds[feature][part], new Rule.Same(one), new Rule.Same(other)),
                  yes[one] + no[other]);
        }
      }
    }
    return found;
  }
}
