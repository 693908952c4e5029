package org.capgate.exposure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.treatment.Action;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundSource;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;

/**
 * The compartments one given compound and its metabolites pass through, as one triangular system,
 * and where in it doses enter and concentrations are read.
 *
 * <p>Amounts (µmol per kg of body weight) in depots and central compartments, concentrations (µM)
 * in brains. A central compartment that exchanges with a peripheral one is written as two parallel
 * modes, amount = m₁ + m₂, with rates
 *
 * <pre>α, β = ½·(s ± √(s² − 4·k₁₀·k₂₁)),   s = k₁₀ + k₁₂ + k₂₁        (Eq. T8)</pre>
 *
 * of which an input enters m₁ with the share (α − k₂₁)/(α − β) and m₂ with (k₂₁ − β)/(α − β); both
 * are positive.
 */
final class Disposition {

  /**
   * One substance, or the drive of one actuator, and where it is read.
   *
   * @param key tells substances apart: the name of the compound, for actuators with the class of
   *     cells
   * @param analyte what it is measured as
   * @param actions what it acts on
   * @param plasmaMicromolar plasma concentration
   * @param brainMicromolar concentration at the cells
   * @param trappedMicromolar concentration seen by trapping targets
   */
  record Substance(
      String key,
      String analyte,
      List<? extends Action> actions,
      WeightedStates plasmaMicromolar,
      WeightedStates brainMicromolar,
      Map<Target, WeightedStates> trappedMicromolar) {

    /** The concentration a target sees. */
    WeightedStates at(Action action) {
      return trappedMicromolar.getOrDefault(action.target(), brainMicromolar);
    }

    WeightedStates concentration(Site site) {
      return site == Site.PLASMA ? plasmaMicromolar : brainMicromolar;
    }
  }

  private final TriangularSystem system;
  private final List<Substance> substances;
  private final EnumMap<Route, WeightedStates> entrances;

  private Disposition(
      TriangularSystem system,
      List<Substance> substances,
      EnumMap<Route, WeightedStates> entrances) {
    this.system = system;
    this.substances = List.copyOf(substances);
    this.entrances = entrances;
  }

  TriangularSystem system() {
    return system;
  }

  /** The given compound first, then its metabolites. */
  List<Substance> substances() {
    return substances;
  }

  /**
   * States a dose of 1 µmol/kg (1 µM/h for a bath, 1 for an actuator) enters, with the share that
   * arrives.
   */
  WeightedStates entrance(Route route) {
    WeightedStates entrance = entrances.get(route);
    if (entrance == null) {
      throw new IllegalStateException("no entrance for " + route);
    }
    return entrance;
  }

  /** In the body of a species; the compound and its metabolites have kinetics for it. */
  static Disposition inVivo(
      Compound compound, Species species, Set<Route> routes, CompoundSource catalogue) {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    EnumMap<Route, WeightedStates> entrances = new EnumMap<>(Route.class);
    Map<String, WeightedStates> formation = new LinkedHashMap<>(); // µmol/kg/h per name
    List<Substance> substances = new ArrayList<>();
    for (Compound current : formationOrder(compound, species, catalogue)) {
      Kinetics kinetics = current.kinetics(species).orElseThrow();
      WeightedStates inflow = formation.getOrDefault(current.name(), new WeightedStates(List.of()));
      WeightedStates aside = new WeightedStates(List.of()); // icv dose in the brain, µM
      boolean given = current == compound;
      if (given) {
        for (Route route : routes) {
          if (route != Route.INTRAVENOUS) {
            Kinetics.Absorption way = way(kinetics, route);
            int depot = builder.add(way.ratePerHour());
            WeightedStates outflow = WeightedStates.of(depot, way.ratePerHour());
            boolean isDivided = kinetics.formsAtFirstPass(route); // then the depot holds all of it
            entrances.put(route, WeightedStates.of(depot, isDivided ? 1 : way.bioavailability()));
            inflow = inflow.and(isDivided ? outflow.times(way.bioavailability()) : outflow);
            if (isDivided) {
              addFirstPass(kinetics, outflow.times(1 - way.bioavailability()), formation);
            }
            if (route == Route.INTRACEREBROVENTRICULAR) {
              aside = WeightedStates.of(depot, 1 / way.brainLitresPerKilogram());
            }
          }
        }
      }
      WeightedStates shares = central(builder, kinetics);
      fill(builder, inflow, shares);
      if (given && routes.contains(Route.INTRAVENOUS)) {
        double arriving = way(kinetics, Route.INTRAVENOUS).bioavailability();
        entrances.put(Route.INTRAVENOUS, shares.times(arriving));
      }
      double volume = kinetics.central().volumeLitresPerKilogram();
      WeightedStates amount = sum(shares);
      WeightedStates plasma = amount.times(1 / volume);
      Kinetics.Brain brain = kinetics.brain();
      int site = builder.add(brain.equilibrationPerHour());
      fill(
          builder,
          plasma.times(brain.partitionCoefficient() * brain.equilibrationPerHour()),
          WeightedStates.of(site, 1));
      WeightedStates inBrain = WeightedStates.of(site, 1).and(aside);
      substances.add(
          new Substance(
              current.name(),
              current.analyte(),
              current.targets(),
              plasma,
              inBrain,
              traps(builder, current, inBrain)));
      double eliminatedPerHour = kinetics.central().clearanceLitresPerHourPerKilogram() / volume;
      for (Kinetics.Formation formed : kinetics.metabolites()) {
        formation.merge(
            formed.compound(),
            amount.times(formed.fraction() * eliminatedPerHour),
            WeightedStates::and);
      }
    }
    return new Disposition(builder.build(), substances, entrances);
  }

  /**
   * Metabolites formed on the way from a depot to plasma arrive there as fast as what was given.
   *
   * @param lost what leaves the depot and does not arrive as what was given (µmol/kg/h)
   * @param formation what flows into each metabolite, is added to
   */
  private static void addFirstPass(
      Kinetics kinetics, WeightedStates lost, Map<String, WeightedStates> formation) {
    for (Kinetics.Formation formed : kinetics.metabolites()) {
      if (formed.firstPassFraction() > 0) {
        formation.merge(
            formed.compound(), lost.times(formed.firstPassFraction()), WeightedStates::and);
      }
    }
  }

  /** In the bath of a slice: the concentration at the cells follows the bath; no metabolites. */
  static Disposition inBath(Compound compound) {
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    int cells = builder.add(Kinetics.BATH_PER_HOUR);
    EnumMap<Route, WeightedStates> entrances = new EnumMap<>(Route.class);
    entrances.put(Route.BATH, WeightedStates.of(cells, Kinetics.BATH_PER_HOUR));
    WeightedStates site = WeightedStates.of(cells, 1);
    WeightedStates nowhere = new WeightedStates(List.of());
    Substance substance =
        new Substance(
            compound.name(),
            compound.analyte(),
            compound.targets(),
            nowhere,
            site,
            traps(builder, compound, site));
    return new Disposition(builder.build(), List.of(substance), entrances);
  }

  /**
   * The activation of an actuator in [0, 1], which follows its being switched on and off; entered
   * as a bath is.
   */
  static Disposition ofActuator(Compound compound, Cells cells) {
    Compound.Actuator actuator = compound.actuator().orElseThrow();
    TriangularSystem.Builder builder = new TriangularSystem.Builder();
    int activation = builder.add(actuator.relaxationPerHour());
    List<Action> actions = new ArrayList<>();
    if (cells.include(CellClass.EXCITATORY)) {
      actions.add(new Action.Drive(Target.EXCITABILITY_EXCITATORY, actuator.drive()));
    }
    if (cells.include(CellClass.INHIBITORY)) {
      actions.add(new Action.Drive(Target.EXCITABILITY_INHIBITORY, actuator.drive()));
    }
    EnumMap<Route, WeightedStates> entrances = new EnumMap<>(Route.class);
    entrances.put(Route.BATH, WeightedStates.of(activation, actuator.relaxationPerHour()));
    WeightedStates nowhere = new WeightedStates(List.of());
    Substance substance =
        new Substance(
            compound.name() + " " + cells.word(),
            "", // an activation is no concentration of anything
            actions,
            nowhere,
            WeightedStates.of(activation, 1),
            Map.of());
    return new Disposition(builder.build(), List.of(substance), entrances);
  }

  private static Kinetics.Absorption way(Kinetics kinetics, Route route) {
    Kinetics.Absorption way = kinetics.routes().get(route);
    if (way == null) {
      throw new IllegalStateException("route " + route + " was not checked");
    }
    return way;
  }

  /** Adds the central compartment and returns the shares in which an input enters its modes. */
  private static WeightedStates central(TriangularSystem.Builder builder, Kinetics kinetics) {
    double volume = kinetics.central().volumeLitresPerKilogram();
    double k10 = kinetics.central().clearanceLitresPerHourPerKilogram() / volume;
    if (kinetics.peripheral().isEmpty()) {
      return WeightedStates.of(builder.add(k10), 1);
    }
    Kinetics.Peripheral peripheral = kinetics.peripheral().get();
    double k12 = peripheral.exchangeLitresPerHourPerKilogram() / volume;
    double k21 =
        peripheral.exchangeLitresPerHourPerKilogram() / peripheral.volumeLitresPerKilogram();
    double s = k10 + k12 + k21;
    // s² − 4·k10·k21, written as a sum of positive terms
    double root = Math.sqrt((k10 + k12 - k21) * (k10 + k12 - k21) + 4 * k12 * k21);
    double alpha = 0.5 * (s + root);
    double beta = k10 * k21 / alpha; // no cancellation, unlike ½·(s − root)
    int fast = builder.add(alpha);
    int slow = builder.add(beta);
    return WeightedStates.of(fast, (alpha - k21) / (alpha - beta))
        .and(WeightedStates.of(slow, (k21 - beta) / (alpha - beta)));
  }

  private static WeightedStates sum(WeightedStates shares) {
    return new WeightedStates(
        shares.terms().stream().map(term -> new WeightedStates.Term(term.state(), 1)).toList());
  }

  /** Lets the sources flow into states in the given shares. */
  private static void fill(
      TriangularSystem.Builder builder, WeightedStates sources, WeightedStates shares) {
    for (WeightedStates.Term into : shares.terms()) {
      for (WeightedStates.Term from : sources.terms()) {
        builder.feed(from.state(), into.state(), from.weight() * into.weight());
      }
    }
  }

  /** One slow site per unbinding rate; targets with equal rates share it. */
  private static Map<Target, WeightedStates> traps(
      TriangularSystem.Builder builder, Compound compound, WeightedStates inBrain) {
    Map<Double, WeightedStates> byRate = new LinkedHashMap<>();
    Map<Target, WeightedStates> byTarget = new EnumMap<>(Target.class);
    for (TargetAction action : compound.targets()) {
      if (action.isTrapping()) {
        WeightedStates site = byRate.get(action.offPerHour());
        if (site == null) {
          int state = builder.add(action.offPerHour());
          site = WeightedStates.of(state, 1);
          fill(builder, inBrain.times(action.offPerHour()), site);
          byRate.put(action.offPerHour(), site);
        }
        byTarget.put(action.target(), site);
      }
    }
    return byTarget;
  }

  /** The compound and everything formed from it, each after everything it is formed from. */
  private static List<Compound> formationOrder(
      Compound compound, Species species, CompoundSource catalogue) {
    List<Compound> finished = new ArrayList<>();
    visit(compound, species, catalogue, finished);
    List<Compound> order = new ArrayList<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      order.add(finished.get(i));
    }
    return order;
  }

  private static void visit(
      Compound compound, Species species, CompoundSource catalogue, List<Compound> finished) {
    if (finished.contains(compound)) {
      return;
    }
    for (Kinetics.Formation formed : compound.kinetics(species).orElseThrow().metabolites()) {
      visit(catalogue.named(formed.compound()), species, catalogue, finished);
    }
    finished.add(compound);
  }
}
