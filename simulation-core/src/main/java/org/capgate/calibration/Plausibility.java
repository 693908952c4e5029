package org.capgate.calibration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.capgate.analysis.KnownResults;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.Standing;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.solver.Solvers;
import org.capgate.uncertainty.ParameterEnsemble;

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

  private static final double MOST = 0.95; // of the established findings

  private static final String SHARE_EXCITATORY = "fourEbp1ShareExcitatory";
  private static final String SHARE_INHIBITORY = "fourEbp1ShareInhibitory";

  private final FindingsEvaluator evaluator;
  private final ParameterSet fitted;
  private final List<Finding> established;
  private final long seed;
  private final double factor;
  private final KnownResults known;

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
    this(
        evaluator.withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE)),
        fitted,
        findings.stream().filter(finding -> finding.standing() == Standing.ESTABLISHED).toList(),
        seed,
        factor,
        KnownResults.none());
  }

  private Plausibility(
      FindingsEvaluator evaluator,
      ParameterSet fitted,
      List<Finding> established,
      long seed,
      double factor,
      KnownResults known) {
    this.evaluator = evaluator;
    this.fitted = fitted;
    this.established = established;
    this.seed = seed;
    this.factor = factor;
    this.known = known;
  }

  /** The same, where sets that are known already are not evaluated again. */
  public Plausibility remembering(KnownResults results) {
    return new Plausibility(evaluator, fitted, established, seed, factor, results);
  }

  /**
   * What was found.
   *
   * @param samples drawn
   * @param allPassed samples that reproduce every established finding
   * @param mostPassed samples that reproduce 95 % of them or more
   * @param meanPassedShare mean share of established findings that a sample reproduces, in [0, 1]
   * @param broken how many samples break each finding, by id in the order of the findings
   */
  public record Report(
      int samples,
      int allPassed,
      int mostPassed,
      double meanPassedShare,
      Map<String, Integer> broken) {}

  /** Evaluates random sets around the fitted one. */
  public Report sample(int samples, int threads, IntConsumer done) {
    return report(
        OrderedParallel.map(
            samples, threads, number -> broken("set " + number, () -> drawn(number)), done));
  }

  /**
   * The control: the same sets with the 4E-BP1 shares of excitatory and inhibitory neurons
   * exchanged.
   */
  public Report sampleShuffled(int samples, int threads, IntConsumer done) {
    return report(
        OrderedParallel.map(
            samples,
            threads,
            number -> broken("exchanged set " + number, () -> exchanged(drawn(number))),
            done));
  }

  /** Evaluates the sets of an ensemble. */
  public Report members(ParameterEnsemble ensemble, int threads, IntConsumer done) {
    return report(
        OrderedParallel.map(
            ensemble.size(),
            threads,
            number ->
                broken(
                    "member %s of %s".formatted(number, ensemble),
                    () -> ensemble.member(number, fitted)),
            done));
  }

  /** Ids of the established findings that a set does not reproduce. */
  private List<String> broken(String key, Supplier<ParameterSet> parameters) {
    double[] indices = known.get(key, () -> broken(parameters.get()));
    return Arrays.stream(indices).mapToObj(i -> established.get((int) i).id()).toList();
  }

  /** Their places in the list of established findings. */
  private double[] broken(ParameterSet parameters) {
    try {
      List<Evaluation> evaluations =
          evaluator.withParameters(parameters).evaluate("plausibility", established).evaluations();
      return IntStream.range(0, established.size())
          .filter(i -> !evaluations.get(i).passed())
          .asDoubleStream()
          .toArray();
    } catch (RuntimeException noRestingState) {
      return IntStream.range(0, established.size()).asDoubleStream().toArray();
    }
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
    int mostPassed = 0;
    double passed = 0;
    for (List<String> ids : brokenBySample) {
      allPassed += ids.isEmpty() ? 1 : 0;
      mostPassed += ids.size() <= (1 - MOST) * established.size() ? 1 : 0;
      passed += established.size() - ids.size();
      ids.forEach(id -> broken.merge(id, 1, Integer::sum));
    }
    double findings = (double) brokenBySample.size() * established.size();
    return new Report(
        brokenBySample.size(),
        allPassed,
        mostPassed,
        findings == 0 ? 0 : passed / findings,
        broken);
  }
}
