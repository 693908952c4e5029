package org.capgate.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.capgate.evidence.Comparison;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.evidence.Magnitude;
import org.capgate.evidence.Standing;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyStateException;

/**
 * How far a parameter set is from reproducing findings, as one number: the weighted sum over
 * findings of s(1 + s)/2, where the shortfall s is 0 inside the bounds with a margin, 1 about one
 * bound's width outside, and 4 where nothing could be simulated. The margin keeps the fitted set
 * away from the edge of a bound. A settled untreated state that is not damped with a margin adds a
 * term of the same form.
 *
 * <p>It sees numbers and bounds of findings only. Where a finding states that a mutant does not
 * respond, the wild type's response to the same treatment is evaluated too, since the bound is a
 * share of it.
 */
final class Misfit {
  private static final double WEIGHT_OF_EXPECTATIONS = 0.35;
  private static final double NOT_SIMULATED = 4;
  private static final double LEAST_CHANGE_WITH_MARGIN = 0.17;
  private static final double MOST_DRIFT_WITH_MARGIN = 0.033;
  private static final double MOST_SHARE_WITH_MARGIN = 0.19;
  private static final double WEIGHT_OF_STABILITY = 0.7;

  /** Damping asked of every oscillating motion of an untreated subject. */
  private static final double STABILITY_MARGIN_PER_HOUR = 0.012;

  /**
   * Real motions slower than this, such as the serotonergic adaptation, are no loss of stability.
   */
  private static final double SLOWEST_DECAY_PER_HOUR = 0.0014;

  private static final double UNIT_OF_DRIFT = 0.04;
  private static final double UNIT_OF_CHANGE = 0.1;

  private final List<Finding> findings;
  private final List<Finding> all;
  private final Set<Condition> untreatedConditions = new LinkedHashSet<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, String> wildTypeOf = new HashMap<>();

  Misfit(List<Finding> published, List<Finding> expectations) {
    findings = new ArrayList<>(published);
    findings.addAll(expectations);
    published.forEach(
        finding ->
            weights.put(finding.id(), finding.standing() == Standing.CONFLICTING ? 0.0 : 1.0));
    expectations.forEach(finding -> weights.put(finding.id(), WEIGHT_OF_EXPECTATIONS));
    findings.forEach(finding -> untreatedConditions.add(finding.condition().untreated()));
    all = new ArrayList<>(findings);
    Map<Object, String> known = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.expected() == Expectation.NO_CHANGE
          && !finding.condition().genotype().isWildType()
          && !finding.condition().treatment().isNone()) {
        Condition wildType = finding.condition().wildType();
        List<Object> key = List.of(wildType, finding.readout(), finding.at());
        String id =
            known.computeIfAbsent(
                key,
                missing -> {
                  Finding companion = WildTypeCompanion.of(finding);
                  all.add(companion);
                  return companion.id();
                });
        wildTypeOf.put(finding.id(), id);
      }
    }
  }

  double of(FindingsEvaluator evaluator) {
    FindingsReport report = evaluator.evaluate("calibration", all);
    Map<String, Evaluation> byId = new HashMap<>();
    report.evaluations().forEach(evaluation -> byId.put(evaluation.finding().id(), evaluation));
    double sum = 0;
    for (Finding finding : findings) {
      double shortfall = compressed(shortfall(finding, byId));
      sum += weights.getOrDefault(finding.id(), 1.0) * shortfall * (1 + shortfall) / 2;
    }
    for (Condition untreated : untreatedConditions) {
      double shortfall = instability(evaluator, untreated);
      sum += WEIGHT_OF_STABILITY * shortfall * (1 + shortfall) / 2;
    }
    return sum;
  }

  /** How far the settled state is from being stable with a margin, in margins. */
  private static double instability(FindingsEvaluator evaluator, Condition untreated) {
    Eigenvalues eigenvalues;
    try {
      eigenvalues = evaluator.settled(untreated).eigenvalues();
    } catch (SteadyStateException doesNotSettle) {
      return NOT_SIMULATED;
    }
    double[] real = eigenvalues.realPerHour();
    double[] imaginary = eigenvalues.imaginaryPerHour();
    double growthPerHour = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < real.length; i++) {
      if (imaginary[i] != 0 || real[i] > -SLOWEST_DECAY_PER_HOUR) {
        growthPerHour = Math.max(growthPerHour, real[i]);
      }
    }
    return Math.min(NOT_SIMULATED, Math.max(0, growthPerHour / STABILITY_MARGIN_PER_HOUR + 1));
  }

  /**
   * Keeps a slope far outside the bounds, and everything simulated below what could not be
   * simulated.
   */
  private static double compressed(double shortfall) {
    double linear = NOT_SIMULATED / 2;
    double beyond = Math.max(0, shortfall - linear);
    return shortfall == NOT_SIMULATED
        ? NOT_SIMULATED
        : Math.min(shortfall, linear) + linear * beyond / (beyond + 8);
  }

  private double shortfall(Finding finding, Map<String, Evaluation> byId) {
    Evaluation evaluation = byId.get(finding.id());
    if (evaluation == null || evaluation.value().isEmpty()) {
      return NOT_SIMULATED;
    }
    double change = evaluation.relativeChange().orElse(0);
    return switch (finding.expected()) {
      case INCREASE -> directed(finding, evaluation, change);
      case DECREASE -> directed(finding, evaluation, -change);
      case NO_CHANGE -> unchanged(finding, Math.abs(change), byId);
      case REDUCED -> reduced(finding, change, byId);
      case VALUE ->
          finding
              .magnitude()
              .map(magnitude -> outside(magnitude, evaluation.value().getAsDouble(), evaluation))
              .orElse(0.0);
    };
  }

  private static double directed(Finding finding, Evaluation evaluation, double change) {
    double shortfall = Math.max(0, (LEAST_CHANGE_WITH_MARGIN - change) / UNIT_OF_CHANGE);
    OptionalDouble reference = evaluation.reference();
    if (finding.magnitude().isPresent() && reference.isPresent()) {
      double absolute = Math.abs(evaluation.value().getAsDouble() - reference.getAsDouble());
      shortfall += outside(finding.magnitude().get(), absolute);
    }
    return shortfall;
  }

  private double unchanged(Finding finding, double change, Map<String, Evaluation> byId) {
    double shortfall = Math.max(0, (change - MOST_DRIFT_WITH_MARGIN) / UNIT_OF_DRIFT);
    Evaluation wildType = byId.get(wildTypeOf.getOrDefault(finding.id(), ""));
    if (wildType != null) {
      double response = Math.abs(wildType.relativeChange().orElse(0));
      shortfall = Math.max(shortfall, (change - MOST_SHARE_WITH_MARGIN * response) / UNIT_OF_DRIFT);
    }
    return shortfall;
  }

  private static double reduced(Finding finding, double change, Map<String, Evaluation> byId) {
    Evaluation other =
        finding.versus() instanceof Comparison.OtherFinding named ? byId.get(named.id()) : null;
    if (other == null || other.relativeChange().isEmpty()) {
      return NOT_SIMULATED;
    }
    double theirs = other.relativeChange().getAsDouble();
    double share = change / theirs;
    return theirs == 0 ? NOT_SIMULATED : Math.max(0, Math.max(share - 0.82, 0.18 - share) / 0.3);
  }

  private static double outside(Magnitude magnitude, double value, Evaluation evaluation) {
    return magnitude.ofPeak() ? (evaluation.passed() ? 0 : 1) : outside(magnitude, value);
  }

  private static double outside(Magnitude magnitude, double value) {
    double width = magnitude.high() - magnitude.low();
    double margin = 0.12 * width;
    return 2
        * Math.max(0, Math.max(magnitude.low() + margin - value, value - magnitude.high() + margin))
        / width;
  }
}
