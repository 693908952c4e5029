package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.ensemble.BlockRow;
import org.capgate.ensemble.Blocks;
import org.capgate.model.Readout;
import org.capgate.population.Varied;
import org.capgate.random.RandomStream;

/**
 * Which arm is best for whom, what knowing that would be worth, and how much of it a rule of one or
 * two questions gets. A rule is found in nine tenths of the subjects and tried on the last, in
 * turn.
 */
public final class TailoringReport {
  private static final int FOLDS = 10;
  private static final double[] PRICES = {0, 0.5, 1, 2}; // multiples of the stated one
  private static final int STATED = 2;

  private final Trial trial;
  private final Tailoring asked;
  private final double[] visits;
  private final List<String> arms;
  private final List<double[]> benefits = new ArrayList<>(); // [arm]
  private final List<double[]> liabilities = new ArrayList<>(); // [arm]
  private final List<double[]> features = new ArrayList<>();
  private final double[] farthest; // by feature, largest difference between arms
  private long subject = -1;
  private int attempts;
  private double[][] truth = {}; // [arm][visit]
  private double[][] measured = {};
  private double[][][] read = {}; // [arm][readout][visit]
  private boolean[] isKnown = {};

  TailoringReport(Trial trial, Tailoring asked, Blocks blocks) {
    this.trial = trial;
    this.asked = asked;
    visits = trial.visitsHours();
    arms = trial.arms().stream().map(Arm::name).toList();
    farthest = new double[asked.features().size()];
    blocks.forEachRow(this::read);
    endSubject();
  }

  private void read(BlockRow row) {
    long number = (long) row.number("subject");
    if (number != subject) {
      endSubject();
      subject = number;
      truth = new double[arms.size()][visits.length];
      measured = new double[arms.size()][visits.length];
      read = new double[arms.size()][trial.readouts().size()][visits.length];
      isKnown = new boolean[arms.size()];
      attempts = row.isMissing("candidates") ? 0 : (int) row.number("candidates");
    }
    if (row.isMissing("timeHours")) {
      return;
    }
    int arm = arms.indexOf(row.text("arm"));
    int visit = trial.visit(row.number("timeHours"));
    isKnown[arm] = true;
    truth[arm][visit] = row.number(trial.trueColumn());
    measured[arm][visit] = row.number(trial.measuredColumn());
    for (int i = 0; i < read[arm].length; i++) {
      read[arm][i][visit] = row.number(trial.readouts().get(i).quantity());
    }
  }

  private void endSubject() {
    if (subject < 0 || !IntStream.range(0, isKnown.length).allMatch(arm -> isKnown[arm])) {
      return;
    }
    double[] benefit = new double[arms.size()];
    double[] liability = new double[arms.size()];
    for (int arm = 0; arm < benefit.length; arm++) {
      benefit[arm] = benefit(truth[arm]);
      liability[arm] = liability(read[arm]);
    }
    benefits.add(benefit);
    liabilities.add(liability);
    features.add(known());
  }

  /** The mean fall of the score over time, by trapezia (points). */
  private double benefit(double[] score) {
    double area = 0;
    List<Double> hours = asked.atHours();
    for (int i = 1; i < hours.size(); i++) {
      double before = score[trial.visit(hours.get(i - 1))];
      double after = score[trial.visit(hours.get(i))];
      area += (hours.get(i) - hours.get(i - 1)) * (score[0] - (before + after) / 2);
    }
    return area / (hours.get(hours.size() - 1) - hours.get(0));
  }

  private double liability(double[][] readouts) {
    double sum = 0;
    for (int i = 0; i < readouts.length; i++) {
      if (trial.readouts().get(i).name().equals(asked.liability())) {
        for (double hours : asked.liabilityAtHours()) {
          sum += Math.max(0, readouts[i][trial.visit(hours)] - readouts[i][0]);
        }
      }
    }
    return sum;
  }

  private double[] known() {
    double[] known = new double[asked.features().size()];
    double[] numbers = trial.drawn(subject, attempts).values();
    RandomStream errors = RandomStream.of(trial.seed(), subject, 0, "features");
    for (int i = 0; i < known.length; i++) {
      Feature feature = asked.features().get(i);
      double[] ofArms = new double[arms.size()];
      for (int arm = 0; arm < ofArms.length; arm++) {
        ofArms[arm] = value(feature, arm, numbers);
        farthest[i] = Math.max(farthest[i], Math.abs(ofArms[arm] - ofArms[0]));
      }
      known[i] = ofArms[0] * (1 + feature.error() * errors.nextGaussian());
    }
    return known;
  }

  private double value(Feature feature, int arm, double[] numbers) {
    if (feature.kind() == Feature.Kind.NUMBER) {
      List<String> names = trial.population().varied().stream().map(Varied::name).toList();
      return numbers[names.indexOf(feature.of())];
    }
    int visit = trial.visit(feature.atHours());
    if (feature.kind() == Feature.Kind.READOUT) {
      List<String> names = trial.readouts().stream().map(Readout::name).toList();
      return read[arm][names.indexOf(feature.of())][visit];
    }
    double score = measured[arm][visit];
    double first = measured[arm][0];
    return feature.kind() == Feature.Kind.MEASURED
        ? score
        : first == 0 ? 0 : 100 * (first - score) / first;
  }

  /** Features that are not the same in all arms, because these have parted before; no rule asks. */
  public List<String> tooLate() {
    return IntStream.range(0, farthest.length)
        .filter(i -> farthest[i] > TOLERATED)
        .mapToObj(i -> asked.features().get(i).name())
        .toList();
  }

  /** Arms that are alike so far differ by the error of integration, or one step of a scale. */
  private static final double TOLERATED = 1.5;

  private int[] allowed() {
    List<String> late = tooLate();
    return IntStream.range(0, farthest.length)
        .filter(i -> !late.contains(asked.features().get(i).name()))
        .toArray();
  }

  private double[][] values(double price) {
    return IntStream.range(0, benefits.size())
        .mapToObj(
            i ->
                IntStream.range(0, arms.size())
                    .mapToDouble(
                        arm ->
                            benefits.get(i)[arm]
                                - price * asked.pointsPerUnit() * liabilities.get(i)[arm])
                    .toArray())
        .toArray(double[][]::new);
  }

  /** What a rule found in other subjects gains for each, over the best arm for those others. */
  private Moments gains(double[][] values, int questions, int[] allowed) {
    double[][] known = features.toArray(double[][]::new);
    Moments gains = new Moments();
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      int[] others = IntStream.range(0, values.length).filter(i -> i % FOLDS != own).toArray();
      Rule rule = RuleSearch.best(known, values, others, questions, allowed);
      Rule same = RuleSearch.best(known, values, others, 0, allowed);
      for (int i = fold; i < values.length; i += FOLDS) {
        gains.add(values[i][rule.arm(known[i])] - values[i][same.arm(known[i])]);
      }
    }
    return gains;
  }

  private Rule rule(double[][] values, int questions) {
    int[] all = IntStream.range(0, values.length).toArray();
    return RuleSearch.best(features.toArray(double[][]::new), values, all, questions, allowed());
  }

  /** How many subjects were simulated in every arm; tables need 20. */
  public int subjects() {
    return benefits.size();
  }

  /**
   * For some prices of liability, as multiples of the stated one: the best arm for all and what it
   * is worth, what would be gained if the best were known for each, and what rules gain in subjects
   * they were not found in, with 95 % intervals (points of the score).
   */
  public Table summary() {
    TableBuilder table =
        Table.builder()
            .number("price")
            .text("bestForAll")
            .number("worth")
            .number("gainIfKnown")
            .number("gainOfOneQuestion")
            .number("oneLow")
            .number("oneHigh")
            .number("gainOfTwoQuestions")
            .number("twoLow")
            .number("twoHigh")
            .text("rule");
    for (double price : PRICES) {
      double[][] values = values(price);
      int same = rule(values, 0).arm(new double[0]);
      Moments worth = new Moments();
      Moments known = new Moments();
      for (double[] one : values) {
        worth.add(one[same]);
        known.add(Arrays.stream(one).max().orElseThrow() - one[same]);
      }
      Moments first = gains(values, 1, allowed());
      Moments second = gains(values, 2, allowed());
      table.row(
          price,
          arms.get(same),
          worth.mean(),
          known.mean(),
          first.mean(),
          first.mean() - Power.halfWidth(first),
          first.mean() + Power.halfWidth(first),
          second.mean(),
          second.mean() - Power.halfWidth(second),
          second.mean() + Power.halfWidth(second),
          words(values));
    }
    return table.build();
  }

  private String words(double[][] values) {
    return rule(values, 2).words(asked.features().stream().map(Feature::name).toList(), arms);
  }

  /** Whether the rule of two questions at the stated price gains more than nothing, for sure. */
  public boolean isWorthAsking() {
    Moments gains = gains(values(PRICES[STATED]), 2, allowed());
    return gains.mean() - Power.halfWidth(gains) > 0;
  }

  /** The rule of two questions at the stated price, found in all subjects, in words. */
  public String rule() {
    return words(values(PRICES[STATED]));
  }

  /**
   * Each arm at the stated price: for which share it is the best, with its 95 % interval, and its
   * mean benefit, liability and worth.
   */
  public Table arms() {
    double[][] values = values(PRICES[STATED]);
    TableBuilder table =
        Table.builder()
            .text("arm")
            .number("bestFor")
            .number("low")
            .number("high")
            .number("benefit")
            .number("liability")
            .number("worth");
    for (int arm = 0; arm < arms.size(); arm++) {
      int own = arm;
      long best =
          Arrays.stream(values)
              .filter(one -> one[own] == Arrays.stream(one).max().orElseThrow())
              .count();
      double[] ends = Power.interval(best, values.length);
      table.row(
          arms.get(arm),
          (double) best / values.length,
          ends[0],
          ends[1],
          benefits.stream().mapToDouble(one -> one[own]).average().orElse(Double.NaN),
          liabilities.stream().mapToDouble(one -> one[own]).average().orElse(Double.NaN),
          Arrays.stream(values).mapToDouble(one -> one[own]).average().orElse(Double.NaN));
    }
    return table.build();
  }

  /**
   * Each feature at the stated price: its correlation with what a subject would gain by its best
   * arm, and what one question about it alone gains in subjects it was not found in.
   */
  public Table features() {
    double[][] values = values(PRICES[STATED]);
    int same = rule(values, 0).arm(new double[0]);
    double[] gained =
        Arrays.stream(values)
            .mapToDouble(one -> Arrays.stream(one).max().orElseThrow() - one[same])
            .toArray();
    TableBuilder table =
        Table.builder()
            .text("feature")
            .number("correlation")
            .number("gainOfOneQuestion")
            .number("low")
            .number("high");
    for (int feature : allowed()) {
      int own = feature;
      double[] known = features.stream().mapToDouble(one -> one[own]).toArray();
      Moments gains = gains(values, 1, new int[] {feature});
      table.row(
          asked.features().get(feature).name(),
          correlation(known, gained),
          gains.mean(),
          gains.mean() - Power.halfWidth(gains),
          gains.mean() + Power.halfWidth(gains));
    }
    return table.build();
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  }
}
