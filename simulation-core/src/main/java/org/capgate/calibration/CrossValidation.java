package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.commons.math3.util.FastMath;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.Standing;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.jspecify.annotations.Nullable;

/**
 * How often findings would have been called right by the others: each experiment (rows of one
 * source, subject and readout) is left out in turn, and its rows are forecast from the sets,
 * weighted as if they had been drawn without it.
 *
 * <pre>weight ∝ min(1/p, mean(1/p) √sets),   p: probability of the experiment under the set</pre>
 *
 * <p>The cut at √sets times the mean keeps a single set from deciding (Ionides 2008,
 * doi:10.1198/106186008X320456). The equations themselves were made in sight of all findings, so
 * this flatters them; what was kept aside does not.
 */
public final class CrossValidation {
  private static final int GROUPS = 5;

  private final List<Left> rows;

  private CrossValidation(List<Left> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * A finding forecast without its experiment.
   *
   * @param forecast from the weighted sets
   * @param baseRate share of the other experiments' rows of this form that state the same, which is
   *     what somebody without a model would say
   * @param effectiveSets how many equally weighted sets tell as much
   */
  public record Left(Forecast.Row forecast, double baseRate, double effectiveSets) {}

  /** Leaves out every experiment of the findings. */
  public static CrossValidation of(
      FindingsEvaluator evaluator,
      ParameterEnsemble sets,
      List<Finding> findings,
      Scatter scatter,
      int threads,
      IntConsumer done) {
    Likelihood likelihood = new Likelihood(findings, scatter);
    List<List<Forecast.@Nullable Outcome>> outcomes =
        Forecast.bySet(evaluator, sets, findings, scatter, threads, done);
    List<Optional<double[]>> logs =
        OrderedParallel.map(
            sets.size(),
            threads,
            set ->
                likelihood.logs(
                    evaluator.withParameters(sets.member(set, ParameterSet.standard()))),
            finished -> {});
    List<Left> rows = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.standing() == Standing.CONFLICTING) {
        continue;
      }
      int index = i;
      int experiment = likelihood.experimentOf(finding);
      double[] weights = weights(logs, experiment);
      Forecast.Row forecast =
          Forecast.row(finding, outcomes.stream().map(all -> all.get(index)).toList(), weights);
      double sum = Arrays.stream(weights).sum();
      double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
      rows.add(
          new Left(
              forecast, baseRate(findings, finding, likelihood, experiment), sum * sum / squares));
    }
    return new CrossValidation(rows);
  }

  /** Of sets, as if they had been drawn without an experiment. */
  static double[] weights(List<Optional<double[]>> logs, int experiment) {
    double[] logWeights =
        logs.stream()
            .mapToDouble(log -> log.map(all -> -all[experiment]).orElse(Double.NEGATIVE_INFINITY))
            .toArray();
    double largest = Arrays.stream(logWeights).max().orElseThrow();
    double[] weights = Arrays.stream(logWeights).map(log -> FastMath.exp(log - largest)).toArray();
    double cut = Arrays.stream(weights).average().orElseThrow() * Math.sqrt(weights.length);
    return Arrays.stream(weights).map(weight -> Math.min(weight, cut)).toArray();
  }

  private static double baseRate(
      List<Finding> findings, Finding finding, Likelihood likelihood, int experiment) {
    double same = 1; // one of each way to end has been seen, so that no rate is 0
    double all = endings(finding);
    for (Finding other : findings) {
      if (other.standing() != Standing.CONFLICTING
          && endings(other) == endings(finding)
          && likelihood.experimentOf(other) != experiment) {
        same += other.expected() == finding.expected() || endings(finding) == 2 ? 1 : 0;
        all++;
      }
    }
    return endings(finding) == 2 ? 0.5 : same / all;
  }

  private static int endings(Finding finding) {
    return finding.magnitude().isPresent()
            || finding.expected() == Expectation.REDUCED
            || finding.expected() == Expectation.VALUE
        ? 2
        : 3;
  }

  /** One row a finding, in their order. */
  public List<Left> rows() {
    return rows;
  }

  /** Share of the rows that are called right, in [0, 1]. */
  public double shareCalledRight() {
    return rows.stream().filter(row -> row.forecast().isCalledRight()).count()
        / (double) rows.size();
  }

  /**
   * What was said against what happened.
   *
   * @param from least probability of the group
   * @param said mean probability that was given to endings of experiments
   * @param happened share of these endings that happened
   * @param count how many there are
   */
  public record Group(double from, double said, double happened, int count) {}

  /**
   * Groups of endings by the probability they were given, a fifth wide; empty ones are left out.
   */
  public static List<Group> reliability(List<Forecast.Row> forecasts) {
    List<Group> groups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      double from = (double) group / GROUPS;
      double to = group + 1 == GROUPS ? 2 : (group + 1.0) / GROUPS;
      double said = 0;
      int happened = 0;
      int count = 0;
      for (Forecast.Row forecast : forecasts) {
        for (int ending = 0; ending < forecast.endings().size(); ending++) {
          double probability = forecast.endings().get(ending);
          if (from <= probability && probability < to) {
            said += probability;
            happened += ending == 0 ? 1 : 0;
            count++;
          }
        }
      }
      if (count > 0) {
        groups.add(new Group(from, said / count, (double) happened / count, count));
      }
    }
    return List.copyOf(groups);
  }

  /** Mean of log₂ of the probability that was given to what was found; 0 would be perfect. */
  public double score() {
    return rows.stream()
        .mapToDouble(row -> FastMath.log(2, row.forecast().probability()))
        .average()
        .orElseThrow();
  }

  /** The same score of somebody who knows only how often experiments end in each way. */
  public double baseScore() {
    return rows.stream()
        .mapToDouble(row -> FastMath.log(2, row.baseRate()))
        .average()
        .orElseThrow();
  }
}
