package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capgate.equations.Symbol;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Mechanisms;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Varied;
import org.capgate.steady.SteadyStateException;

/**
 * Scenarios with the same equations as one SBML model with numbers of each: the conditions of a
 * PEtab problem.
 */
final class PetabModel {
  /** Settled states are found to about 1e-12; what moves less than this does not move. */
  private static final double SAME = 1e-9;

  /** What is smaller is a rounding error of 0. */
  private static final double LEAST = 1e-6;

  private final ScenarioFile file;
  private final double startHours;
  private final int part;
  private final Map<String, Scenario> scenarios;
  private final Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
  private final OrdinaryModel first;

  private PetabModel(
      ScenarioFile file, double startHours, int part, Map<String, Scenario> scenarios) {
    this.file = file;
    this.startHours = startHours;
    this.part = part;
    this.scenarios = scenarios;
    scenarios.forEach((label, scenario) -> numbers.put(label, numbers(model(scenario))));
    first = model(scenarios.values().iterator().next());
  }

  /**
   * One model for each choice of mechanisms among the scenarios of a file.
   *
   * @param startHours time of the scenarios (h) that is 0 in the models
   */
  static List<PetabModel> of(ScenarioFile file, double startHours) {
    Map<Mechanisms, Map<String, Scenario>> byMechanisms = new LinkedHashMap<>();
    file.scenarios()
        .forEach(
            (label, scenario) ->
                byMechanisms
                    .computeIfAbsent(scenario.mechanisms(), key -> new LinkedHashMap<>())
                    .put(label, scenario));
    List<PetabModel> models = new ArrayList<>();
    byMechanisms
        .values()
        .forEach(group -> models.add(new PetabModel(file, startHours, models.size() + 1, group)));
    return models;
  }

  /** The scenarios with all that the file states. */
  ScenarioFile file() {
    return file;
  }

  double startHours() {
    return startHours;
  }

  /** Labels of the scenarios, in order. */
  List<String> labels() {
    return List.copyOf(scenarios.keySet());
  }

  /** The scenario of a label. */
  Scenario scenario(String label) {
    return Objects.requireNonNull(scenarios.get(label));
  }

  /** Whether something is called so in the model. */
  boolean has(String id) {
    return first.symbols().stream().anyMatch(symbol -> symbol.name().equals(id));
  }

  /** Whether it is a number or an initial value. */
  boolean hasNumber(String id) {
    return numbers.values().iterator().next().containsKey(id);
  }

  /** A number or initial value of a scenario. */
  double number(String label, String id) {
    return Objects.requireNonNull(Objects.requireNonNull(numbers.get(label)).get(id));
  }

  /**
   * Numbers and initial values that are not the same in all scenarios, in the order of the model.
   *
   * @param free names of numbers that are set alike in all of them
   */
  List<String> conditionColumns(List<String> free) {
    List<String> ids = free.stream().map(KineticNumbers::id).toList();
    return numbers.values().iterator().next().keySet().stream()
        .filter(id -> !ids.contains(id))
        .filter(id -> numbers.values().stream().map(one -> one.get(id)).distinct().count() > 1)
        .toList();
  }

  /** The model as SBML, with the numbers of the first scenario. */
  String sbml() {
    return SbmlDocument.of(
        first,
        file.scenario().species(),
        new SbmlDocument.Origin(file.toYaml(), startHours, part),
        List.of(
            "A CapGate model for PEtab. A hypothesis tool built on rodent and clinical literature;"
                + " not medical advice.",
            "Time is in hours; time 0 is %s h of the scenarios. Initial values are those of the settled untreated state."
                .formatted(Digits.of(startHours)),
            "Firing rates and binding, which CapGate solves as algebraic equations, relax with their time constants."));
  }

  /**
   * Why a number cannot be estimated with this model: its initial values and references are numbers
   * of the settled state, so only what does not move them can. Empty when it can.
   */
  Optional<String> objection(Varied free) {
    for (Map.Entry<String, Scenario> entry : scenarios.entrySet()) {
      for (double value : new double[] {free.low(), free.high()}) {
        Optional<String> moved = moved(entry.getKey(), entry.getValue(), free, value);
        if (moved.isPresent()) {
          return moved;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> moved(String label, Scenario scenario, Varied free, double value) {
    String own = KineticNumbers.id(free.name());
    Map<String, Double> at = Map.of(free.name(), value);
    Map<String, Double> before = numbers(model(with(scenario, Map.of(free.name(), free.value()))));
    Map<String, Double> after;
    try {
      after = numbers(model(with(scenario, at)));
    } catch (SteadyStateException unsettled) {
      return Optional.of(
          "'%s' has no settled state when it is %s".formatted(label, Digits.of(value)));
    }
    if (!before.containsKey(own)) {
      return Optional.of("the model of '%s' has no such number".formatted(label));
    }
    if (!before.keySet().equals(after.keySet())) {
      return Optional.of("it moves when something of '%s' is given".formatted(label));
    }
    for (Map.Entry<String, Double> number : before.entrySet()) {
      double there = Objects.requireNonNull(after.get(number.getKey()));
      double size = Math.max(LEAST, Math.max(Math.abs(there), Math.abs(number.getValue())));
      if (!number.getKey().equals(own) && Math.abs(there - number.getValue()) > SAME * size) {
        return Optional.of(
            "it moves %s of '%s' from %s to %s, which the exported model holds as a number; fit it with CapGate itself"
                .formatted(number.getKey(), label, Digits.of(number.getValue()), Digits.of(there)));
      }
    }
    return Optional.empty();
  }

  private static Scenario with(Scenario scenario, Map<String, Double> changed) {
    return scenario.toBuilder().parameters(scenario.parameters().with(changed)).build();
  }

  private OrdinaryModel model(Scenario scenario) {
    List<Symbol> inputs = scenario.laboratory().model().ordinaryEquations().layout().inputs();
    List<Scenario> all = List.copyOf(scenarios.values());
    return OrdinaryModel.of(scenario, new KineticRules(all, scenario, inputs, startHours));
  }

  /** Constants and initial values by name, and the times of events, which are no numbers. */
  private static Map<String, Double> numbers(OrdinaryModel model) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    model.constants().forEach(one -> numbers.put(one.symbol().name(), one.value()));
    model.variables().forEach(one -> numbers.put(one.symbol().name(), one.initial()));
    return numbers;
  }
}
