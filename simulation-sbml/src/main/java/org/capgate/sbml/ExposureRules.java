package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.exposure.ExposureTerms;
import org.capgate.model.DrugLevel;
import org.capgate.treatment.Target;

/**
 * What is given, as explicit functions of the time since the last breakpoint and of coefficients
 * that an event replaces at each breakpoint. No simulator needs to integrate a concentration, and
 * each restarts where something is given.
 */
final class ExposureRules implements GivenRules {
  /** Rates closer than this, relative to the larger, are a series instead of a difference. */
  private static final double CLOSE = 1e-4;

  private static final Expression ONE = Expressions.number(1);

  private final double startHours;
  private final List<OrdinaryModel.Rule> rules = new ArrayList<>();
  private final List<List<OrdinaryModel.Value>> segments = new ArrayList<>();
  private final List<Double> breakpointsHours;
  private final List<Symbol> functions = new ArrayList<>();
  private final Map<String, String> compoundOfLevel = new LinkedHashMap<>();
  private int coefficients;

  /**
   * @param inputs of the equations, one per {@link Target} in its order
   * @param startHours time of the scenario that becomes 0; nothing is given before
   */
  ExposureRules(ExposureTerms terms, List<Symbol> inputs, double startHours) {
    this.startHours = startHours;
    breakpointsHours = terms.breakpointsHours();
    breakpointsHours.forEach(hours -> segments.add(new ArrayList<>()));
    segments.add(new ArrayList<>());
    Symbol since = time(terms);
    terms.groups().forEach(group -> basis(group, since));
    List<Symbol> levels = new ArrayList<>();
    for (int i = 0; i < terms.levels().size(); i++) {
      levels.add(level(terms, i));
    }
    effects(terms, inputs, levels);
    concentrations(terms);
  }

  @Override
  public double startHours() {
    return startHours;
  }

  @Override
  public List<OrdinaryModel.Rule> rules() {
    return rules;
  }

  /** Compound by name of the symbol that is its level at its targets. */
  @Override
  public Map<String, String> compoundOfLevel() {
    return compoundOfLevel;
  }

  /** What events change, as it is at the start. */
  @Override
  public List<OrdinaryModel.Value> switched() {
    return segments.get(firstSegment());
  }

  /** One per breakpoint after the start, with what differs from before. */
  @Override
  public List<OrdinaryModel.Event> events() {
    List<OrdinaryModel.Event> events = new ArrayList<>();
    for (int segment = firstSegment() + 1; segment < segments.size(); segment++) {
      List<OrdinaryModel.Value> before = segments.get(segment - 1);
      List<OrdinaryModel.Rule> changes =
          segments.get(segment).stream()
              .filter(value -> !before.contains(value))
              .map(OrdinaryModel.Value::asRule)
              .toList();
      events.add(new OrdinaryModel.Event(breakpointsHours.get(segment - 1) - startHours, changes));
    }
    return events;
  }

  /** The segment in which the document starts: what is given at its start is given already. */
  private int firstSegment() {
    return (int) breakpointsHours.stream().filter(hours -> hours <= startHours).count();
  }

  private Symbol time(ExposureTerms terms) {
    if (terms.breakpointsHours().isEmpty()) {
      return Formula.TIME;
    }
    Symbol last =
        symbol("lastGivenHours", Kind.PARAMETER, Unit.HOUR, "time of the last breakpoint");
    for (int segment = 0; segment < segments.size(); segment++) {
      double at = segment == 0 ? 0 : breakpointsHours.get(segment - 1) - startHours;
      segments.get(segment).add(new OrdinaryModel.Value(last, at));
    }
    return rule(
        "sinceGivenHours",
        Unit.HOUR,
        "time since the last breakpoint",
        new Formula.Plain(Formula.TIME.minus(last)));
  }

  /** Divided differences of exp(λt) in λ; of one or two rates. */
  private void basis(List<Double> rates, Symbol since) {
    if (rates.size() > 2) {
      throw new IllegalArgumentException(
          "three rates of one exposure lie within a twentieth of each other, which cannot be exported");
    }
    String number = Integer.toString(functions.size() + 1);
    double a = rates.get(0);
    Symbol first = exponential("decay" + number, a, since);
    functions.add(first);
    if (rates.size() == 2) {
      functions.add(pair(number, a, rates.get(1), first, since));
    }
  }

  private Symbol pair(String number, double a, double b, Symbol first, Symbol since) {
    String name = "transit" + number + "Hours";
    String description = "divided difference of two decays with close rates";
    double distance = a - b;
    if (Math.abs(distance) > CLOSE * Math.max(Math.abs(a), Math.abs(b))) {
      Symbol second = exponential("decay" + number + "Second", b, since);
      Expression difference = first.minus(second).over(perHour(distance));
      return rule(name, Unit.HOUR, description, new Formula.Plain(difference));
    }
    Symbol slower = a >= b ? first : exponential("decay" + number + "Second", b, since);
    Expression x = perHour(Math.abs(distance)).times(since);
    Expression series = ONE; // (1 − exp(−x))/x, of which four terms are exact for so small an x
    for (int k = 5; k >= 2; k--) {
      series = ONE.minus(x.over(k).times(series));
    }
    return rule(name, Unit.HOUR, description, new Formula.Plain(since.times(slower).times(series)));
  }

  private Symbol exponential(String name, double ratePerHour, Symbol since) {
    return rule(
        name,
        Unit.DIMENSIONLESS,
        "decay since the last breakpoint",
        new Formula.Exponential(perHour(ratePerHour).times(since)));
  }

  private Symbol level(ExposureTerms terms, int index) {
    ExposureTerms.Level level = terms.levels().get(index);
    boolean isActivation =
        terms.effects().stream()
            .anyMatch(effect -> effect.level() == index && effect.isProportional());
    String name = "level" + (index + 1) + (isActivation ? "" : "Micromolar");
    compoundOfLevel.put(name, level.compound());
    return rule(
        name,
        isActivation ? Unit.DIMENSIONLESS : Unit.MICROMOLAR,
        "%s at its targets".formatted(level.compound()),
        new Formula.PositivePart(
            sum(level.coefficients(), isActivation ? Unit.DIMENSIONLESS : Unit.MICROMOLAR)));
  }

  /** Σ coefficient · function, with the coefficients of each segment. */
  private Expression sum(List<List<Double>> bySegment, Unit unit) {
    Expression sum = Expressions.quantity(0, unit);
    for (int m = 0; m <= functions.size(); m++) {
      int function = m;
      if (bySegment.stream().allMatch(row -> row.get(function) == 0)) {
        continue;
      }
      boolean isConstant = m == functions.size();
      Symbol coefficient =
          symbol(
              "coefficient" + ++coefficients,
              Kind.PARAMETER,
              isConstant ? unit : unit.per(functions.get(m).unit()),
              "coefficient since the last breakpoint");
      for (int segment = 0; segment < segments.size(); segment++) {
        segments
            .get(segment)
            .add(new OrdinaryModel.Value(coefficient, bySegment.get(segment).get(m)));
      }
      sum = sum.plus(isConstant ? coefficient : coefficient.times(functions.get(m)));
    }
    return sum;
  }

  /** In the order of the effects. */
  private void effects(ExposureTerms terms, List<Symbol> inputs, List<Symbol> levels) {
    Map<Target, Expression> net = new LinkedHashMap<>();
    for (int i = 0; i < terms.effects().size(); i++) {
      ExposureTerms.Effect effect = terms.effects().get(i);
      Symbol one = effect(effect, levels.get(effect.level()), i + 1);
      net.merge(
          effect.target(),
          one,
          (before, last) -> KineticEffects.combined(effect.target(), before, last));
    }
    for (Target target : Target.values()) {
      Expression value = net.getOrDefault(target, Expressions.number(0));
      rules.add(new OrdinaryModel.Rule(inputs.get(target.ordinal()), new Formula.Plain(value)));
    }
  }

  private Symbol effect(ExposureTerms.Effect effect, Symbol level, int number) {
    String description =
        "effect of %s on %s".formatted(level.description(), effect.target().word());
    Expression scale = Expressions.number(effect.scale());
    String name = "effect" + number;
    if (effect.isProportional()) {
      return rule(name, Unit.DIMENSIONLESS, description, new Formula.Plain(scale.times(level)));
    }
    Expression ratio =
        level.over(Expressions.quantity(effect.potencyMicromolar(), Unit.MICROMOLAR));
    Symbol occupied =
        rule(
            "occupancy" + number,
            Unit.DIMENSIONLESS,
            "level over half-maximal level, to the power of the Hill slope",
            effect.hillSlope() == 1
                ? new Formula.Plain(ratio)
                : new Formula.RealPower(ratio, effect.hillSlope()));
    return rule(
        name,
        Unit.DIMENSIONLESS,
        description,
        new Formula.Plain(scale.times(occupied).over(ONE.plus(occupied))));
  }

  private void concentrations(ExposureTerms terms) {
    for (DrugLevel level : DrugLevel.values()) {
      List<List<Double>> bySegment =
          terms.concentrations().stream()
              .filter(one -> one.analyte().equals(level.analyte()) && one.site() == level.site())
              .map(ExposureTerms.Concentration::coefficients)
              .findFirst()
              .orElse(List.of());
      String name = level.variable().name();
      Symbol symbol =
          new Symbol(name, Kind.READOUT, Unit.MICROMOLAR, level.variable().description());
      rules.add(
          new OrdinaryModel.Rule(
              symbol,
              new Formula.PositivePart(
                  bySegment.isEmpty()
                      ? Expressions.quantity(0, Unit.MICROMOLAR)
                      : sum(bySegment, Unit.MICROMOLAR))));
    }
  }

  private Symbol rule(String name, Unit unit, String description, Formula formula) {
    Symbol symbol = symbol(name, Kind.DEFINED, unit, description);
    rules.add(new OrdinaryModel.Rule(symbol, formula));
    return symbol;
  }

  private static Symbol symbol(String name, Kind kind, Unit unit, String description) {
    return new Symbol(name, kind, unit, description);
  }

  private static Expression perHour(double rate) {
    return Expressions.quantity(rate, Unit.PER_HOUR);
  }
}
