package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.capgate.equations.Expression;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.scenario.Scenario;

/**
 * What is given, as compartments with rates, in which every number of a compound is a constant of
 * its own name: the form for fits, where such numbers move. Doses are constants too, so that one
 * document serves several scenarios, which differ in numbers alone.
 */
final class KineticRules implements GivenRules {
  static final Unit LITRE_PER_KILOGRAM = Unit.base("L").per(Unit.KILOGRAM);

  /** µmol per kg of body weight, which is µM times litres per kg. */
  private static final Unit AMOUNT = Unit.MICROMOLAR.times(LITRE_PER_KILOGRAM);

  private final double startHours;
  private final Schedule schedule;
  private final List<OrdinaryModel.Value> constants = new ArrayList<>();
  private final List<OrdinaryModel.Value> switched = new ArrayList<>();
  private final List<OrdinaryModel.Rule> starts = new ArrayList<>();
  private final SortedMap<Double, List<OrdinaryModel.Rule>> changes = new TreeMap<>();
  private final KineticCompartments compartments;
  private final KineticEffects effects;

  /**
   * @param all scenarios that the document serves
   * @param own whose numbers it has
   * @param inputs of the equations, one per target in its order
   * @param startHours time of the scenarios that becomes 0; nothing is given before
   */
  KineticRules(List<Scenario> all, Scenario own, List<Symbol> inputs, double startHours) {
    this.startHours = startHours;
    schedule = Schedule.of(own);
    List<Schedule> schedules = all.stream().map(Schedule::of).toList();
    KineticNumbers numbers = new KineticNumbers(own.parameters());
    List<Schedule.Entrance> entrances =
        schedules.stream().flatMap(one -> one.entrances().stream()).distinct().toList();
    Map<Schedule.Entrance, Expression> rates = new LinkedHashMap<>();
    for (Schedule.Entrance entrance : entrances) {
      TreeSet<Double> hours = new TreeSet<>();
      schedules.forEach(one -> hours.addAll(one.rateHours(entrance)));
      if (!hours.isEmpty()) {
        rates.put(entrance, rate(entrance, hours));
      }
    }
    compartments = new KineticCompartments(own, numbers, entrances, rates);
    for (Schedule.Entrance entrance : entrances) {
      TreeSet<Double> hours = new TreeSet<>();
      schedules.forEach(one -> hours.addAll(one.bolusHours(entrance)));
      boluses(entrance, hours);
    }
    effects = new KineticEffects(compartments, numbers, inputs);
    constants.addAll(0, numbers.all());
  }

  /** The rate of an entrance, which events change, each to a constant. */
  private Symbol rate(Schedule.Entrance entrance, TreeSet<Double> hours) {
    Unit unit = KineticCompartments.unit(entrance).per(Unit.HOUR);
    if (!KineticCompartments.isBody(entrance)) {
      unit = KineticCompartments.unit(entrance);
    }
    String name = KineticNumbers.id("input", entrance.compound(), entrance.how());
    Symbol rate = new Symbol(name, Kind.PARAMETER, unit, "what enters now");
    switched.add(new OrdinaryModel.Value(rate, 0));
    int number = 0;
    for (double at : hours) {
      Symbol becomes =
          new Symbol(
              name + "From" + ++number,
              Kind.PARAMETER,
              unit,
              "what enters from the change number %s on".formatted(number));
      constants.add(new OrdinaryModel.Value(becomes, schedule.rate(entrance, at)));
      change(at, rate, becomes);
    }
    return rate;
  }

  private void boluses(Schedule.Entrance entrance, TreeSet<Double> hours) {
    int number = 0;
    for (double at : hours) {
      Symbol amount =
          new Symbol(
              KineticNumbers.id("dose", entrance.compound(), entrance.how()) + ++number,
              Kind.PARAMETER,
              AMOUNT,
              "dose number %s".formatted(number));
      constants.add(new OrdinaryModel.Value(amount, schedule.bolus(entrance, at)));
      KineticCompartments.Into into = compartments.into(entrance);
      Expression jump = into.share().times(amount);
      change(at, into.state(), at > startHours ? into.state().plus(jump) : jump);
    }
  }

  private void change(double atHours, Symbol symbol, Expression becomes) {
    OrdinaryModel.Rule rule = new OrdinaryModel.Rule(symbol, new Formula.Plain(becomes));
    if (atHours > startHours) {
      changes.computeIfAbsent(atHours - startHours, at -> new ArrayList<>()).add(rule);
    } else {
      starts.add(rule);
    }
  }

  @Override
  public double startHours() {
    return startHours;
  }

  @Override
  public List<OrdinaryModel.Value> constants() {
    return constants;
  }

  @Override
  public List<OrdinaryModel.Value> switched() {
    return switched;
  }

  @Override
  public List<OrdinaryModel.Variable> variables() {
    return compartments.variables();
  }

  @Override
  public List<OrdinaryModel.Rule> rules() {
    List<OrdinaryModel.Rule> all = new ArrayList<>(compartments.rules());
    all.addAll(effects.rules());
    return all;
  }

  @Override
  public List<OrdinaryModel.Rule> starts() {
    return starts;
  }

  @Override
  public List<OrdinaryModel.Event> events() {
    return changes.entrySet().stream()
        .map(entry -> new OrdinaryModel.Event(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public Map<String, String> compoundOfLevel() {
    return compartments.compoundOfLevel();
  }
}
