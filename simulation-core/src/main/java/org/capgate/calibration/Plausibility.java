package org.capgate.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.Standing;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.solver.Solvers;

/**
 * How special a parameter set is: the share of random sets that still reproduce the established
 * findings, and which findings break.
 *
 * <p>Fitted parameters are drawn log-uniformly (uniformly where the range starts at zero) from the
 * part of their plausible range within a factor of the fitted value, or for a range that starts at
 * or below zero within the share 1 − 1/factor of its width: factor ∞ is the whole range. As a
 * control, the same draws are evaluated again after the 4E-BP1 shares of the two classes of cells
 * are exchanged. Sample i depends on the seed and i alone.
 */
public final class Plausibility {
  /** Verdicts hardly move below this; ten times as many samples are worth more. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private static final String SHARE_EXCITATORY = "fourEbp1ShareExcitatory";
  private static final String SHARE_INHIBITORY = "fourEbp1ShareInhibitory";

  private final FindingsEvaluator evaluator;
  private final ParameterSet fitted;
  private final List<Finding> established;
  private final long seed;
  private final double factor;

  /**
   * Asks about a fitted set.
   *
   * @param findings of which the established ones are used
   * @param factor ≥ 1, how far from the fitted value a draw may lie; infinite for the whole
   *     plausible range
   */
  public Plausibility(ParameterSet fitted, List<Finding> findings, long seed, double factor) {
    this(FindingsEvaluator.standard(), fitted, findings, seed, factor);
  }

  /** The same under other mechanisms or compounds, which the evaluator brings. */
  public Plausibility(
      FindingsEvaluator evaluator,
      ParameterSet fitted,
      List<Finding> findings,
      long seed,
      double factor) {
    this.evaluator = evaluator.withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE));
    this.fitted = fitted;
    this.established =
        findings.stream().filter(finding -> finding.standing() == Standing.ESTABLISHED).toList();
    this.seed = seed;
    this.factor = factor;
  }

  /**
   * What was found.
   *
   * @param samples drawn
   * @param allPassed samples that reproduce every established finding
   * @param meanPassedShare mean share of established findings that a sample reproduces, in [0, 1]
   * @param broken how many samples break each finding, by id in the order of the findings
   */
  public record Report(
      int samples, int allPassed, double meanPassedShare, Map<String, Integer> broken) {}

  /** Evaluates random sets around the fitted one. */
  public Report sample(int samples, int threads, IntConsumer done) {
    return report(OrderedParallel.map(samples, threads, number -> broken(drawn(number)), done));
  }

  /**
   * The control: the same sets with the 4E-BP1 shares of excitatory and inhibitory neurons
   * exchanged.
   */
  public Report sampleShuffled(int samples, int threads, IntConsumer done) {
    return report(
        OrderedParallel.map(samples, threads, number -> broken(exchanged(drawn(number))), done));
  }

  /** Ids of the established findings that a set does not reproduce. */
  private List<String> broken(ParameterSet parameters) {
    List<String> broken = new ArrayList<>();
    try {
      for (Evaluation evaluation :
          evaluator
              .withParameters(parameters)
              .evaluate("plausibility", established)
              .evaluations()) {
        if (!evaluation.passed()) {
          broken.add(evaluation.finding().id());
        }
      }
    } catch (RuntimeException noRestingState) {
      established.forEach(finding -> broken.add(finding.id()));
    }
    return broken;
  }

  private ParameterSet drawn(int number) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : fitted.parameters()) {
      if (parameter.isFitted()) {
        RandomStream stream = RandomStream.of(seed, number, 0, parameter.name());
        values.put(parameter.name(), drawn(parameter, stream));
      }
    }
    return fitted.with(values);
  }

  private double drawn(Parameter parameter, RandomStream stream) {
    if (parameter.low() > 0) {
      return stream.logUniform(
          Math.max(parameter.low(), parameter.value() / factor),
          Math.min(parameter.high(), parameter.value() * factor));
    }
    double reach = (1 - 1 / factor) * (parameter.high() - parameter.low());
    return stream.uniform(
        Math.max(parameter.low(), parameter.value() - reach),
        Math.min(parameter.high(), parameter.value() + reach));
  }

  private static ParameterSet exchanged(ParameterSet set) {
    return set.with(
        Map.of(
            SHARE_EXCITATORY,
            set.value(SHARE_INHIBITORY),
            SHARE_INHIBITORY,
            set.value(SHARE_EXCITATORY)));
  }

  private Report report(List<List<String>> brokenBySample) {
    Map<String, Integer> broken = new LinkedHashMap<>();
    established.forEach(finding -> broken.put(finding.id(), 0));
    int allPassed = 0;
    double passed = 0;
    for (List<String> ids : brokenBySample) {
      allPassed += ids.isEmpty() ? 1 : 0;
      passed += established.size() - ids.size();
      ids.forEach(id -> broken.merge(id, 1, Integer::sum));
    }
    double findings = (double) brokenBySample.size() * established.size();
    return new Report(
        brokenBySample.size(), allPassed, findings == 0 ? 0 : passed / findings, broken);
  }
}
