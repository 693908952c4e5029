package org.capgate.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntConsumer;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.jspecify.annotations.Nullable;

/**
 * What leans on each parameter, one at a time: it is lowered and raised by a share of its value, or
 * of its range where the value is 0, never beyond its plausible range, and every finding is
 * evaluated again. Says nothing about changing several at once; see {@link Plausibility}. Tied
 * parameters move with the one they are tied to and are not moved on their own.
 */
public final class Influence {
  /** Verdicts hardly move below this. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private final FindingsEvaluator evaluator;
  private final ParameterSet base;
  private final List<Finding> all = new ArrayList<>();
  private final Set<String> probes = new LinkedHashSet<>();
  private final double share;

  /**
   * @param evaluator with the mechanisms and compounds that count
   * @param base parameters as they are
   * @param findings whose verdicts are watched
   * @param probes findings with a reference whose simulated values are watched; ids differ from
   *     those of the findings
   * @param share by which a parameter is moved, in (0, 1)
   */
  public Influence(
      FindingsEvaluator evaluator,
      ParameterSet base,
      List<Finding> findings,
      List<Finding> probes,
      double share) {
    this.evaluator = evaluator.withIntegrator(Solvers.rodas4(RELATIVE_TOLERANCE));
    this.base = base;
    this.share = share;
    all.addAll(findings);
    all.addAll(probes);
    probes.forEach(probe -> this.probes.add(probe.id()));
  }

  /**
   * What happened when one parameter was moved.
   *
   * @param parameter its name
   * @param low the lower value it was given
   * @param high the higher value it was given
   * @param flipped ids of findings whose verdict changed at either value, in their order
   * @param moves by probe: the larger change of its value at the two ends as a share of its
   *     response |value − reference| at the unchanged parameters; infinite where it could not be
   *     simulated
   */
  public record Lean(
      String parameter, double low, double high, List<String> flipped, Map<String, Double> moves) {
    public Lean {
      flipped = List.copyOf(flipped);
      moves = new LinkedHashMap<>(moves);
    }
  }

  /** The parameters that are moved, in the order of the set: those of a range with a width. */
  public List<Parameter> moved() {
    return base.parameters().stream()
        .filter(parameter -> parameter.tiedTo().isEmpty() && parameter.low() < parameter.high())
        .toList();
  }

  /** Moves each in turn. */
  public List<Lean> compute(int threads, IntConsumer done) {
    Map<String, Evaluation> unchanged = evaluate(base);
    List<Parameter> parameters = moved();
    return OrderedParallel.map(
        parameters.size(), threads, number -> lean(parameters.get(number), unchanged), done);
  }

  private Lean lean(Parameter parameter, Map<String, Evaluation> unchanged) {
    double step =
        share
            * (parameter.value() == 0
                ? parameter.high() - parameter.low()
                : Math.abs(parameter.value()));
    double low = Math.max(parameter.low(), parameter.value() - step);
    double high = Math.min(parameter.high(), parameter.value() + step);
    Set<String> flipped = new LinkedHashSet<>();
    Map<String, Double> moves = new LinkedHashMap<>();
    for (double value : new double[] {low, high}) {
      if (value == parameter.value()) {
        continue;
      }
      Map<String, Evaluation> changed = evaluate(base.with(Map.of(parameter.name(), value)));
      for (Finding finding : all) {
        Evaluation before = unchanged.get(finding.id());
        Evaluation after = changed.get(finding.id());
        if (probes.contains(finding.id())) {
          moves.merge(finding.id(), move(before, after), Math::max);
        } else if (before == null || after == null || before.passed() != after.passed()) {
          flipped.add(finding.id());
        }
      }
    }
    List<String> ordered = all.stream().map(Finding::id).filter(flipped::contains).toList();
    return new Lean(parameter.name(), low, high, ordered, moves);
  }

  private static double move(@Nullable Evaluation before, @Nullable Evaluation after) {
    if (before == null || after == null) {
      return Double.POSITIVE_INFINITY;
    }
    OptionalDouble from = before.value();
    OptionalDouble to = after.value();
    OptionalDouble reference = before.reference();
    if (from.isEmpty() || to.isEmpty() || reference.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double response = Math.abs(from.getAsDouble() - reference.getAsDouble());
    return Math.abs(to.getAsDouble() - from.getAsDouble()) / response;
  }

  /** Empty where the changed wild type has no resting state. */
  private Map<String, Evaluation> evaluate(ParameterSet parameters) {
    Map<String, Evaluation> byId = new LinkedHashMap<>();
    try {
      evaluator
          .withParameters(parameters)
          .evaluate("influence", all)
          .evaluations()
          .forEach(evaluation -> byId.put(evaluation.finding().id(), evaluation));
    } catch (SteadyStateException noRestingState) {
      byId.clear();
    }
    return byId;
  }
}
