package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.exposure.Site;
import org.capgate.model.DrugLevel;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Route;

/**
 * The compartments that compounds pass through: depots, plasma with its peripheral tissue, brain,
 * and what they form (Eqs. T1, T2 and T8 as one differential equation each). Everything is 0 until
 * something is given.
 */
final class KineticCompartments {
  private static final Unit PER_HOUR = Unit.PER_HOUR;
  private static final Unit VOLUME = KineticRules.LITRE_PER_KILOGRAM;
  private static final Unit FLOW = VOLUME.per(Unit.HOUR);
  private static final Unit AMOUNT = Unit.MICROMOLAR.times(VOLUME);

  /** The state that an entrance leads into, and the share that arrives. */
  record Into(Symbol state, Expression share) {}

  /**
   * What is at the targets of a compound, or the activation of an actuator in cells.
   *
   * @param cells word of the cells that carry an actuator; empty for a compound
   */
  record Level(Compound compound, String cells, Expression atTargets) {}

  private final KineticNumbers numbers;
  private final String species;
  private final Map<Schedule.Entrance, Expression> rates;
  private final Map<Schedule.Entrance, Into> intos = new LinkedHashMap<>();
  private final Map<Symbol, Expression> ratesOf = new LinkedHashMap<>();
  private final List<OrdinaryModel.Rule> rules = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final Map<String, Expression> formed = new LinkedHashMap<>(); // amount per hour
  private final Map<String, Map<Site, Expression>> ofAnalyte = new LinkedHashMap<>();
  private final Map<String, String> compoundOfLevel = new LinkedHashMap<>();

  /**
   * @param subject whose species and preparation it is
   * @param entrances that are used
   * @param rates at which something enters, for entrances where it does
   */
  KineticCompartments(
      Scenario subject,
      KineticNumbers numbers,
      List<Schedule.Entrance> entrances,
      Map<Schedule.Entrance, Expression> rates) {
    this.numbers = numbers;
    this.rates = rates;
    species = subject.species().word();
    CompoundCatalogue compounds = subject.laboratory().compounds();
    Set<String> given = new LinkedHashSet<>();
    for (Schedule.Entrance entrance : entrances) {
      Compound compound = compounds.named(entrance.compound());
      if (compound.kind() == Compound.Kind.ACTUATOR) {
        actuator(entrance, compound);
      } else if (subject.preparation() == Preparation.SLICE) {
        bath(entrance, compound);
      } else {
        given.add(compound.name());
      }
    }
    for (Compound compound : formationOrder(given, subject, compounds)) {
      List<Schedule.Entrance> own =
          entrances.stream().filter(one -> one.compound().equals(compound.name())).toList();
      body(compound, compound.kinetics(subject.species()).orElseThrow(), own);
    }
    concentrations();
  }

  /** Unit of what enters at once, and, per hour, of a rate; of a level where it is no body. */
  static Unit unit(Schedule.Entrance entrance) {
    if (isBody(entrance)) {
      return AMOUNT;
    }
    return entrance.how().equals(Route.BATH.word()) ? Unit.MICROMOLAR : Unit.DIMENSIONLESS;
  }

  /** Whether it leads into a body, not into a bath or the cells that carry an actuator. */
  static boolean isBody(Schedule.Entrance entrance) {
    return Route.words().contains(entrance.how()) && !entrance.how().equals(Route.BATH.word());
  }

  Into into(Schedule.Entrance entrance) {
    return Objects.requireNonNull(intos.get(entrance));
  }

  List<Level> levels() {
    return levels;
  }

  List<OrdinaryModel.Rule> rules() {
    return rules;
  }

  Map<String, String> compoundOfLevel() {
    return compoundOfLevel;
  }

  List<OrdinaryModel.Variable> variables() {
    return ratesOf.entrySet().stream()
        .map(entry -> new OrdinaryModel.Variable(entry.getKey(), 0, entry.getValue()))
        .toList();
  }

  private void actuator(Schedule.Entrance entrance, Compound compound) {
    Symbol relaxation = numbers.of(compound.name() + "/relaxationPerHour", PER_HOUR);
    Symbol activation = state(Unit.DIMENSIONLESS, "activation", compound.name(), entrance.how());
    ratesOf.put(activation, relaxation.times(entering(entrance).minus(activation)));
    levels.add(new Level(compound, entrance.how(), activation));
  }

  private void bath(Schedule.Entrance entrance, Compound compound) {
    Symbol atCells = state(Unit.MICROMOLAR, "cells", compound.name(), "micromolar");
    Expression follows = Expressions.quantity(Kinetics.BATH_PER_HOUR, PER_HOUR);
    ratesOf.put(atCells, follows.times(entering(entrance).minus(atCells)));
    measured(compound, Site.BRAIN, atCells);
    levels.add(new Level(compound, "", atCells));
  }

  private Expression entering(Schedule.Entrance entrance) {
    return Objects.requireNonNull(rates.get(entrance));
  }

  private void body(Compound compound, Kinetics kinetics, List<Schedule.Entrance> entrances) {
    String name = compound.name();
    String path = "%s/kinetics/%s/".formatted(name, species);
    Symbol amount = state(AMOUNT, "central", name);
    Expression inflow = formed.getOrDefault(name, Expressions.quantity(0, AMOUNT.times(PER_HOUR)));
    Optional<Expression> aside = Optional.empty(); // what was given into the brain
    for (Schedule.Entrance entrance : entrances) {
      String route = "%sroutes/%s/".formatted(path, entrance.how());
      Symbol arriving = numbers.of(route + "bioavailability", Unit.DIMENSIONLESS);
      if (entrance.how().equals(Route.INTRAVENOUS.word())) {
        intos.put(entrance, new Into(amount, arriving));
        inflow =
            rates.containsKey(entrance) ? inflow.plus(arriving.times(entering(entrance))) : inflow;
        continue;
      }
      boolean isBrain = entrance.how().equals(Route.INTRACEREBROVENTRICULAR.word());
      Symbol leaves =
          numbers.of(route + (isBrain ? "outflowPerHour" : "absorptionPerHour"), PER_HOUR);
      Symbol depot = state(AMOUNT, "depot", name, entrance.how());
      Expression outflow = leaves.times(depot);
      boolean isDivided = kinetics.formsAtFirstPass(Route.of(entrance.how()));
      Expression held = isDivided ? Expressions.quantity(1, Unit.DIMENSIONLESS) : arriving;
      ratesOf.put(
          depot,
          rates.containsKey(entrance)
              ? held.times(entering(entrance)).minus(outflow)
              : outflow.negate());
      intos.put(entrance, new Into(depot, held));
      inflow = inflow.plus(isDivided ? arriving.times(outflow) : outflow);
      if (isDivided) {
        firstPass(kinetics, path, outflow.minus(arriving.times(outflow)));
      }
      if (isBrain) {
        aside = Optional.of(depot.over(numbers.of(route + "brainLitresPerKilogram", VOLUME)));
      }
    }
    Symbol volume = numbers.of(path + "central/volumeLitresPerKilogram", VOLUME);
    Symbol clearance = numbers.of(path + "central/clearanceLitresPerHourPerKilogram", FLOW);
    Expression plasma =
        rule(Unit.MICROMOLAR, amount.over(volume), "concentration in plasma", "plasma", name);
    Expression eliminated = clearance.times(plasma);
    Expression change = inflow.minus(eliminated);
    if (kinetics.peripheral().isPresent()) {
      change = change.minus(exchange(path, name, plasma));
    }
    ratesOf.put(amount, change);
    for (Kinetics.Formation formation : kinetics.metabolites()) {
      form(path, formation, "fraction", eliminated);
    }
    brain(compound, path, plasma, aside);
  }

  /** What does not arrive as what was given arrives in part as metabolites. */
  private void firstPass(Kinetics kinetics, String path, Expression lost) {
    for (Kinetics.Formation formation : kinetics.metabolites()) {
      if (formation.firstPassFraction() > 0) {
        form(path, formation, "firstPassFraction", lost);
      }
    }
  }

  private void form(String path, Kinetics.Formation formation, String share, Expression from) {
    Symbol fraction =
        numbers.of(
            "%smetabolites/%s/%s".formatted(path, formation.compound(), share), Unit.DIMENSIONLESS);
    formed.merge(formation.compound(), fraction.times(from), Expression::plus);
  }

  /** What flows from plasma into its peripheral tissue, which is added. */
  private Expression exchange(String path, String name, Expression plasma) {
    Symbol flow = numbers.of(path + "peripheral/exchangeLitresPerHourPerKilogram", FLOW);
    Symbol volume = numbers.of(path + "peripheral/volumeLitresPerKilogram", VOLUME);
    Symbol amount = state(AMOUNT, "peripheral", name);
    Expression net = flow.times(plasma.minus(amount.over(volume)));
    ratesOf.put(amount, net);
    return net;
  }

  private void brain(
      Compound compound, String path, Expression plasma, Optional<Expression> aside) {
    Symbol partition = numbers.of(path + "brain/partitionCoefficient", Unit.DIMENSIONLESS);
    Symbol equilibration = numbers.of(path + "brain/equilibrationPerHour", PER_HOUR);
    Symbol site = state(Unit.MICROMOLAR, "brain", compound.name());
    ratesOf.put(site, equilibration.times(partition.times(plasma).minus(site)));
    Expression inBrain = aside.map(site::plus).orElse(site);
    measured(compound, Site.PLASMA, plasma);
    measured(compound, Site.BRAIN, inBrain);
    levels.add(new Level(compound, "", inBrain));
  }

  /** What a trapping target sees: it follows the brain with the rate of unbinding (Eq. T3). */
  Expression trapped(Level level, String target) {
    String name = level.compound().name();
    Symbol off = numbers.of("%s/targets/%s/offPerHour".formatted(name, target), PER_HOUR);
    Symbol site = state(Unit.MICROMOLAR, "trapped", name, target);
    ratesOf.putIfAbsent(site, off.times(level.atTargets().minus(site)));
    return site;
  }

  /** Where rounding leaves less than nothing, there is nothing. */
  Symbol positive(Level level, Expression value, Unit unit, String... words) {
    String id = KineticNumbers.id(words);
    Symbol symbol = new Symbol(id, Kind.DEFINED, unit, level.compound().name() + " at its targets");
    if (compoundOfLevel.put(id, level.compound().name()) == null) {
      rules.add(new OrdinaryModel.Rule(symbol, new Formula.PositivePart(value)));
    }
    return symbol;
  }

  private void measured(Compound compound, Site site, Expression micromolar) {
    ofAnalyte
        .computeIfAbsent(compound.analyte(), analyte -> new LinkedHashMap<>())
        .merge(site, micromolar, Expression::plus);
  }

  private void concentrations() {
    for (DrugLevel level : DrugLevel.values()) {
      Expression value =
          ofAnalyte
              .getOrDefault(level.analyte(), Map.of())
              .getOrDefault(level.site(), Expressions.quantity(0, Unit.MICROMOLAR));
      Symbol symbol =
          new Symbol(
              level.variable().name(),
              Kind.READOUT,
              Unit.MICROMOLAR,
              level.variable().description());
      rules.add(new OrdinaryModel.Rule(symbol, new Formula.PositivePart(value)));
    }
  }

  private static Symbol state(Unit unit, String... words) {
    return new Symbol(KineticNumbers.id(words), Kind.STATE, unit, String.join(" ", words));
  }

  private Symbol rule(Unit unit, Expression value, String description, String... words) {
    Symbol symbol = new Symbol(KineticNumbers.id(words), Kind.DEFINED, unit, description);
    rules.add(new OrdinaryModel.Rule(symbol, new Formula.Plain(value)));
    return symbol;
  }

  /** The compounds and everything formed from them, each after everything it is formed from. */
  private static List<Compound> formationOrder(
      Set<String> given, Scenario subject, CompoundCatalogue compounds) {
    List<Compound> finished = new ArrayList<>();
    given.forEach(name -> visit(compounds.named(name), subject, compounds, finished));
    List<Compound> order = new ArrayList<>();
    finished.forEach(compound -> order.add(0, compound));
    return order;
  }

  private static void visit(
      Compound compound, Scenario subject, CompoundCatalogue compounds, List<Compound> finished) {
    if (finished.contains(compound)) {
      return;
    }
    for (Kinetics.Formation one :
        compound.kinetics(subject.species()).orElseThrow().metabolites()) {
      visit(compounds.named(one.compound()), subject, compounds, finished);
    }
    finished.add(compound);
  }
}
