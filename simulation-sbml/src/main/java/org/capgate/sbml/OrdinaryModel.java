package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Layout;
import org.capgate.equations.Statement;
import org.capgate.equations.Symbol;
import org.capgate.exposure.ExposureTerms;
import org.capgate.scenario.Scenario;

/**
 * A scenario as ordinary differential equations with numbers: what every other simulator can be
 * given. Firing rates and binding, which CapGate solves as algebraic equations, relax with their
 * time constants from consistent values. Immutable.
 *
 * @param startHours time of the scenario (h) at which the document's time is 0
 * @param constants numbers that stay
 * @param switched numbers that only events change, with their values at the start
 * @param variables what has a rate
 * @param rules explicit values, each after those it depends on
 * @param starts initial values that follow from constants, instead of those of the variables
 * @param events at which switched numbers change, in order of time
 * @param compoundOfLevel compound, by name of the symbol that is its level at its targets
 */
record OrdinaryModel(
    double startHours,
    List<Value> constants,
    List<Value> switched,
    List<Variable> variables,
    List<Rule> rules,
    List<Rule> starts,
    List<Event> events,
    Map<String, String> compoundOfLevel) {

  /** A symbol and its number. */
  record Value(Symbol symbol, double value) {
    /** The number as what something becomes. */
    Rule asRule() {
      return new Rule(symbol, new Formula.Plain(Expressions.quantity(value, symbol.unit())));
    }
  }

  /** An unknown with its initial value and its rate per hour. */
  record Variable(Symbol symbol, double initial, Expression ratePerHour) {}

  /** An explicit value. */
  record Rule(Symbol symbol, Formula formula) {}

  /**
   * Numbers that change at one time.
   *
   * @param atHours time of the document (h), > 0
   * @param changes what each becomes, from the values before
   */
  record Event(double atHours, List<Rule> changes) {
    Event {
      changes = List.copyOf(changes);
    }
  }

  OrdinaryModel {
    constants = List.copyOf(constants);
    switched = List.copyOf(switched);
    variables = List.copyOf(variables);
    rules = List.copyOf(rules);
    starts = List.copyOf(starts);
    events = List.copyOf(events);
    compoundOfLevel = Map.copyOf(compoundOfLevel);
  }

  /**
   * The model of a scenario.
   *
   * @param startHours time of the scenario (h) that becomes 0; nothing is given before
   * @throws IllegalArgumentException for a treatment that cannot be written
   */
  static OrdinaryModel of(Scenario scenario, double startHours) {
    ExposureTerms terms = ExposureTerms.of(scenario.exposure());
    return of(
        scenario,
        new ExposureRules(
            terms,
            scenario.laboratory().model().ordinaryEquations().layout().inputs(),
            startHours));
  }

  /** The model of a scenario with what is given stated in another way. */
  static OrdinaryModel of(Scenario scenario, GivenRules given) {
    return of(
        scenario.laboratory().model().ordinaryEquations(),
        scenario.laboratory().parameters(scenario.genotype(), scenario.stress().level()),
        scenario.settled().state(),
        given);
  }

  /**
   * A system without algebraic variables in numbers.
   *
   * @param parameters in the order of the layout, as is the next; neither is modified
   * @throws IllegalArgumentException where a variable has no rate, or two symbols have one name
   */
  static OrdinaryModel of(
      EquationSystem system, double[] parameters, double[] state, GivenRules exposure) {
    Layout layout = system.layout();
    List<Value> constants = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      constants.add(new Value(layout.parameters().get(i), parameters[i]));
    }
    constants.addAll(exposure.constants());
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      Symbol symbol = layout.variables().get(i);
      Statement statement = system.equationOf(symbol).statement();
      if (statement.role() != Statement.Role.DIFFERENTIAL) {
        throw new IllegalArgumentException("%s has no rate".formatted(symbol.name()));
      }
      variables.add(new Variable(symbol, state[i], statement.evaluated()));
    }
    variables.addAll(exposure.variables());
    List<Rule> rules = new ArrayList<>(exposure.rules());
    for (Equation equation : system.equations()) {
      if (equation.statement().role() == Statement.Role.EXPLICIT) {
        rules.add(new Rule(equation.symbol(), new Formula.Plain(equation.statement().evaluated())));
      }
    }
    OrdinaryModel model =
        new OrdinaryModel(
            exposure.startHours(),
            constants,
            exposure.switched(),
            variables,
            inOrder(rules),
            exposure.starts(),
            exposure.events(),
            exposure.compoundOfLevel());
    model.requireOneNameEach();
    return model;
  }

  /** All symbols, the unknowns first. */
  List<Symbol> symbols() {
    List<Symbol> all = new ArrayList<>();
    variables.forEach(variable -> all.add(variable.symbol()));
    constants.forEach(constant -> all.add(constant.symbol()));
    switched.forEach(number -> all.add(number.symbol()));
    rules.forEach(rule -> all.add(rule.symbol()));
    return all;
  }

  /** What is observed, in order of statement. */
  List<Symbol> readouts() {
    return rules.stream().map(Rule::symbol).filter(s -> s.kind() == Kind.READOUT).toList();
  }

  private void requireOneNameEach() {
    Set<String> seen = new LinkedHashSet<>(List.of(Formula.TIME.name()));
    for (Symbol symbol : symbols()) {
      if (!seen.add(symbol.name())) {
        throw new IllegalArgumentException(
            "two symbols are named '%s' in the exported model".formatted(symbol.name()));
      }
    }
  }

  private static List<Rule> inOrder(List<Rule> rules) {
    Map<String, Rule> byName = new HashMap<>();
    rules.forEach(rule -> byName.put(rule.symbol().name(), rule));
    List<Rule> ordered = new ArrayList<>();
    Set<String> placed = new LinkedHashSet<>();
    rules.forEach(rule -> place(rule, byName, placed, ordered));
    return ordered;
  }

  private static void place(
      Rule rule, Map<String, Rule> byName, Set<String> placed, List<Rule> ordered) {
    if (!placed.add(rule.symbol().name())) {
      return; // a system is checked to have no circle of definitions
    }
    for (Symbol used : rule.formula().operand().symbols()) {
      Rule before = byName.get(used.name());
      if (before != null) {
        place(before, byName, placed, ordered);
      }
    }
    ordered.add(rule);
  }
}
