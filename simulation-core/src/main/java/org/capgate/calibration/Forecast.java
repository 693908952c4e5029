package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.commons.math3.util.FastMath;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.JudgementBounds;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.uncertainty.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * How probable the results of experiments are over all parameter sets that agree with the findings.
 *
 * <p>An experiment that looks for a change can end in three ways: an increase, no change, a
 * decrease. It measures the simulated relative change x with the error of its assay ({@link
 * Scatter}) and calls a change what is larger than half way between the most drift and the least
 * change of the vocabulary, c = 7.5 %:
 *
 * <pre>increase Φ((x − c)/σ),   decrease Φ((−x − c)/σ),   no change: the rest</pre>
 *
 * <p>A row with a published range, and a reduced response, can hold or not, as in {@link
 * Likelihood}. The mean over the sets is what the equations say. They are wrong in some part of all
 * cases, whatever their parameters: what they say counts for 1 − {@link #MISSED}, and the rest is
 * spread evenly over the ways the experiment can end.
 */
public final class Forecast {
  /**
   * Part of the cases in which the equations do not tell (ASSUMED, 0.05 to 0.3; of the 35
   * expectations, which no set was drawn for, 6 are called wrong).
   */
  public static final double MISSED = 0.15;

  /** Changes between no change and a change. */
  private static final double CALLED =
      (JudgementBounds.MOST_DRIFT + JudgementBounds.LEAST_CHANGE) / 2;

  private final List<Row> rows;

  /** By set and row. */
  private final List<List<@Nullable Outcome>> bySet;

  private Forecast(List<Row> rows, List<List<@Nullable Outcome>> bySet) {
    this.rows = List.copyOf(rows);
    this.bySet = bySet;
  }

  /**
   * What is forecast of one row.
   *
   * @param finding the row
   * @param shareOfSets share of the sets under which the row passes, in [0, 1]
   * @param byEquations probability of what the row states, if the equations hold
   * @param endings probabilities of all ways to end where they may not, what the row states first
   * @param changes relative changes over the sets, or simulated numbers of a row with a value
   * @param informationBits what the experiment is expected to tell of the parameters: the mutual
   *     information between its end and the set (bits)
   * @param sets under which it could be simulated
   */
  public record Row(
      Finding finding,
      double shareOfSets,
      double byEquations,
      List<Double> endings,
      Optional<Quantiles> changes,
      double informationBits,
      int sets) {
    public Row {
      endings = List.copyOf(endings);
    }

    /** Whether the row states what is forecast to be most probable. */
    public boolean isCalledRight() {
      return endings.stream().allMatch(other -> probability() >= other);
    }

    /** Probability of what the row states, where the equations may not hold. */
    public double probability() {
      return endings.isEmpty() ? Double.NaN : endings.get(0);
    }
  }

  /**
   * Forecasts rows in the vocabulary of findings.
   *
   * @param done told how many sets are done
   */
  public static Forecast of(
      FindingsEvaluator evaluator,
      ParameterEnsemble sets,
      List<Finding> asked,
      Scatter scatter,
      int threads,
      IntConsumer done) {
    List<List<@Nullable Outcome>> bySet = bySet(evaluator, sets, asked, scatter, threads, done);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      int index = i;
      List<@Nullable Outcome> outcomes = bySet.stream().map(all -> all.get(index)).toList();
      double[] weights = new double[outcomes.size()];
      Arrays.fill(weights, 1);
      rows.add(row(asked.get(i), outcomes, weights));
    }
    return new Forecast(rows, bySet);
  }

  /** In the order they were asked for. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * What one row is expected to tell of another: the mutual information between their ends over the
   * sets under which both can be simulated (bits), 0 where there is none.
   *
   * <pre>I(A; B) = H(A) + H(B) − H(A, B),   p(a, b) = mean over sets of p(a | set) p(b | set)</pre>
   *
   * @param row index of a row
   * @param other index of another: of the experiment that may be done
   */
  public double bitsAbout(int row, int other) {
    double[] one = new double[0];
    double[] two = new double[0];
    double[] both = new double[0];
    int count = 0;
    for (List<@Nullable Outcome> outcomes : bySet) {
      Outcome a = outcomes.get(row);
      Outcome b = outcomes.get(other);
      if (a == null || b == null) {
        continue;
      }
      if (count++ == 0) {
        one = new double[a.probabilities.length];
        two = new double[b.probabilities.length];
        both = new double[one.length * two.length];
      }
      for (int i = 0; i < one.length; i++) {
        one[i] += a.probabilities[i];
        for (int k = 0; k < two.length; k++) {
          both[i * two.length + k] += a.probabilities[i] * b.probabilities[k];
        }
      }
      for (int k = 0; k < two.length; k++) {
        two[k] += b.probabilities[k];
      }
    }
    int sets = Math.max(1, count);
    return Math.max(0, bits(parts(one, sets)) + bits(parts(two, sets)) - bits(parts(both, sets)));
  }

  private static double[] parts(double[] sums, int count) {
    return Arrays.stream(sums).map(sum -> sum / count).toArray();
  }

  /** How a row ends under one set. */
  record Outcome(boolean passes, double change, double[] probabilities) {}

  static List<List<@Nullable Outcome>> bySet(
      FindingsEvaluator evaluator,
      ParameterEnsemble sets,
      List<Finding> asked,
      Scatter scatter,
      int threads,
      IntConsumer done) {
    Likelihood experiments = Likelihood.ofExperimentsToCome(asked, scatter);
    return OrderedParallel.map(
        sets.size(),
        threads,
        set -> {
          FindingsEvaluator own =
              evaluator.withParameters(sets.member(set, ParameterSet.standard()));
          Likelihood.Judged judged = experiments.new Judged(own);
          List<@Nullable Outcome> outcomes = new ArrayList<>();
          asked.forEach(finding -> outcomes.add(outcome(judged, finding)));
          return outcomes;
        },
        done);
  }

  /** Null where it cannot be simulated. */
  private static @Nullable Outcome outcome(Likelihood.Judged judged, Finding finding) {
    Optional<List<Likelihood.Row>> rows = judged.rows(List.of(finding));
    Evaluation evaluation = judged.of(finding.id());
    if (rows.isEmpty() || evaluation == null) {
      return null;
    }
    Likelihood.Row row = rows.get().get(0);
    double change =
        finding.expected() == Expectation.VALUE
            ? row.number()
            : evaluation.relativeChange().orElse(row.number());
    return new Outcome(evaluation.passed(), change, probabilities(finding, row));
  }

  /** Of what the row states first. */
  private static double[] probabilities(Finding finding, Likelihood.Row row) {
    boolean looksForChange =
        finding.magnitude().isEmpty()
            && finding.expected() != Expectation.REDUCED
            && finding.expected() != Expectation.VALUE;
    if (!looksForChange) {
      double holds = FastMath.exp(row.logProbability());
      return new double[] {holds, 1 - holds};
    }
    double up = Normal.share((row.number() - CALLED) / row.deviation());
    double down = Normal.share((-row.number() - CALLED) / row.deviation());
    double none = Math.max(0, 1 - up - down);
    return finding.expected() == Expectation.NO_CHANGE
        ? new double[] {none, up, down}
        : new double[] {up, none, down};
  }

  /** The weighted mean over sets. */
  static Row row(Finding finding, List<@Nullable Outcome> outcomes, double[] weights) {
    double sum = 0;
    double passing = 0;
    double[] mean = new double[0];
    double within = 0;
    List<Double> changes = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome == null) {
        continue;
      }
      if (mean.length == 0) {
        mean = new double[outcome.probabilities.length];
      }
      sum += weights[i];
      passing += outcome.passes ? weights[i] : 0;
      within += weights[i] * bits(outcome.probabilities);
      for (int k = 0; k < mean.length; k++) {
        mean[k] += weights[i] * outcome.probabilities[k];
      }
      changes.add(outcome.change);
    }
    if (changes.isEmpty()) {
      return new Row(finding, Double.NaN, Double.NaN, List.of(), Optional.empty(), 0, 0);
    }
    double total = sum;
    double[] probabilities = Arrays.stream(mean).map(part -> part / total).toArray();
    return new Row(
        finding,
        passing / sum,
        probabilities[0],
        Arrays.stream(probabilities)
            .map(part -> (1 - MISSED) * part + MISSED / probabilities.length)
            .boxed()
            .toList(),
        Optional.of(Quantiles.of(changes.stream().mapToDouble(Double::doubleValue).toArray())),
        Math.max(0, bits(probabilities) - within / sum),
        changes.size());
  }

  private static double bits(double[] probabilities) {
    double bits = 0;
    for (double part : probabilities) {
      bits -= part > 0 ? part * FastMath.log(2, part) : 0;
    }
    return bits;
  }
}
