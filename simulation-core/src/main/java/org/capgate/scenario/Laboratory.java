package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.OdeSystem;
import org.capgate.exposure.Exposure;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.MoodModel;
import org.capgate.model.ParameterSet;
import org.capgate.steady.ChangingSystem;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStateException;
import org.capgate.steady.SteadyStates;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * One parameter set under one choice of mechanisms: its reference state, and the settled state of
 * every genotype and stress level that was asked for. Everything in here follows from the two; the
 * settled states asked for last are kept so that many scenarios share them.
 *
 * <p>With the shipped numbers a settled state is followed from that of the wild type. With others
 * it is the one that Newton's method finds from the state that the same subject settles in with the
 * shipped numbers, and where that is not near, stable and in range, it is followed from the wild
 * type, too. So it does not depend on what was asked before.
 */
public final class Laboratory {
  /**
   * Steps in which a total is changed, so that the settled state is followed rather than jumped to.
   */
  private static final int CONTINUATION_STEPS = 8;

  /** The one property of the cells that says what compounds do to them. */
  private static final String NMDA_SELECTIVITY = "cells/nmdaSelectivity";

  /** A settled state is found again within milliseconds; each takes about 20 kB. */
  private static final int MOST_SETTLED = 256;

  private static final int MOST_LABORATORIES = 4;

  /** Each takes about 100 kB. */
  private static final int MOST_IN_FORCE = 16;

  private static final Settled WILD_TYPE = new Settled(Genotype.wildType(), 0);
  private static final Map<Key, Laboratory> RECENT =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Laboratory> eldest) {
          return size() > MOST_LABORATORIES;
        }
      };

  private static final Map<Key, Optional<Laboratory>> SHIPPED =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Laboratory>> eldest) {
          return size() > MOST_LABORATORIES;
        }
      };

  /** Parameter sets that differ in the equations alone share the compounds and their exposures. */
  private static final Map<Stated, CompoundCatalogue> IN_FORCE =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Stated, CompoundCatalogue> eldest) {
          return size() > MOST_IN_FORCE;
        }
      };

  private final MoodModel model;

  /** The one with the shipped numbers; null in that one, and where it has no reference state. */
  private final @Nullable Laboratory shipped;

  private final double[] reference;
  private final double[] wildType;
  private final double[] wildTypeState;
  private final CompoundCatalogue compounds;
  private final Key key;
  private @Nullable String digestOfNumbers; // made when first asked for
  private final Map<Settled, SteadyState> settled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Settled, SteadyState> eldest) {
          return size() > MOST_SETTLED;
        }
      };

  private Laboratory(Key key) {
    model = MoodModel.of(key.mechanisms());
    this.key = key;
    shipped = shipped(key);
    double[] unreferenced = model.wildType(key.parameters());
    double[] followed = followedReference(unreferenced);
    reference = followed == null ? statedReference(unreferenced) : followed;
    wildType = model.withReferences(unreferenced, reference);
    wildTypeState = model.wildTypeState(reference);
    if (followed == null) {
      SteadyStates.requireStable(
          new Change(WILD_TYPE).relaxingAt(0, wildTypeState),
          wildTypeState,
          "the untreated wild type at its stated firing rates");
    }
    compounds = inForce(key.parameters(), key.compounds());
  }

  /** Compounds with the numbers that a parameter set states of them; recent ones are kept. */
  static CompoundCatalogue inForce(ParameterSet parameters, CompoundCatalogue compounds) {
    Stated stated =
        new Stated(compounds, parameters.compoundNumbers(), parameters.value(NMDA_SELECTIVITY));
    synchronized (IN_FORCE) {
      CompoundCatalogue known = IN_FORCE.get(stated);
      if (known != null) {
        return known;
      }
    }
    CompoundCatalogue made =
        compounds.withNumbers(stated.numbers).withNmdaSelectivity(stated.selectivity);
    synchronized (IN_FORCE) {
      IN_FORCE.put(stated, made);
    }
    return made;
  }

  /** What numbers of compounds follow from. */
  private record Stated(
      CompoundCatalogue compounds, Map<String, Double> numbers, double selectivity) {}

  private static @Nullable Laboratory shipped(Key key) {
    Key unchanged = new Key(key.parameters().unchanged(), key.mechanisms(), key.compounds());
    if (unchanged.equals(key)) {
      return null;
    }
    synchronized (SHIPPED) {
      return SHIPPED.computeIfAbsent(unchanged, Laboratory::attempted).orElse(null);
    }
  }

  private static Optional<Laboratory> attempted(Key key) {
    try {
      return Optional.of(new Laboratory(key));
    } catch (SteadyStateException noReferenceState) {
      return Optional.empty();
    }
  }

  /** The reference state the wild type settles in from a guess; null when that leads nowhere. */
  private double @Nullable [] followedReference(double[] unreferenced) {
    try {
      if (shipped != null) {
        OdeSystem compiled = model.referenceSystem(unreferenced, shipped.reference);
        Optional<double[]> near =
            SteadyStates.nearest(compiled, 0, shipped.reference)
                .or(() -> SteadyStates.near(compiled, 0, shipped.reference))
                .filter(SteadyState::isStable)
                .map(SteadyState::state)
                .filter(state -> isInRange(unreferenced, state));
        if (near.isPresent()) {
          return near.get();
        }
      }
      double[] found = SteadyStates.find(model.referenceSystem(unreferenced), 0).state();
      return isInRange(unreferenced, found) ? found : null;
    } catch (SteadyStateException leadsNowhere) {
      return null;
    }
  }

  private boolean isInRange(double[] unreferenced, double[] referenceState) {
    double[] referenced = model.withReferences(unreferenced, referenceState);
    return model.outOfRange(referenced, model.wildTypeState(referenceState)).isEmpty();
  }

  /** The reference state at the firing rates the parameters state, which may be unstable. */
  private double[] statedReference(double[] unreferenced) {
    OdeSystem system = model.referenceSystemFromBelow(unreferenced);
    return SteadyStates.fromAfar(system, 0, system.initialState(), model.statedAtRest()).state();
  }

  /**
   * Value of a variable in the untreated wild type without stress.
   *
   * @param variable a name of the layout of {@link #model}
   */
  public double untreatedWildType(String variable) {
    return wildTypeState[model.variableIndex(variable)];
  }

  /** The reference state, in which the settled wild type comes first; a fresh array. */
  double[] reference() {
    return reference.clone();
  }

  /** Parameters of the wild type without stress, references still 0; a fresh array. */
  double[] unreferenced() {
    return model.wildType(key.parameters());
  }

  /** The laboratory of other numbers, made anew and not kept. */
  Laboratory with(Map<String, Double> numbers) {
    return new Laboratory(
        new Key(key.parameters().with(numbers), key.mechanisms(), key.compounds()));
  }

  /** The laboratory for these; recent ones are kept. */
  static Laboratory of(
      ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {
    Key key = new Key(parameters, mechanisms, compounds);
    synchronized (RECENT) {
      for (Map.Entry<Key, Laboratory> entry : RECENT.entrySet()) {
        if (entry.getKey().holds(parameters, mechanisms, compounds)) { // sooner than hashing
          return entry.getValue();
        }
      }
      Laboratory known = RECENT.get(key);
      if (known != null) {
        return known;
      }
    }
    Laboratory made = new Laboratory(key); // two threads may both make it: the same bits
    synchronized (RECENT) {
      RECENT.put(key, made);
    }
    return made;
  }

  /** The model under the chosen mechanisms. */
  public MoodModel model() {
    return model;
  }

  /** The compounds with the fitted numbers of the parameter set. */
  public CompoundCatalogue compounds() {
    return compounds;
  }

  /** Equal for equal numbers behind every name. */
  synchronized String digestOfNumbers() {
    if (digestOfNumbers == null) {
      digestOfNumbers = Scenario.digestOfNumbers(key.parameters(), key.compounds());
    }
    return digestOfNumbers;
  }

  /** Parameters of a genotype under stress, with the references of the wild type; a fresh array. */
  public double[] parameters(Genotype genotype, double chronicStress) {
    return model.with(wildType, genotype, chronicStress);
  }

  /**
   * The settled untreated state of a genotype, lifelong, under lasting stress in [0, 1].
   *
   * @throws SteadyStateException when there is none, saying why
   */
  public SteadyState settled(Genotype genotype, double chronicStress) {
    Settled target = new Settled(genotype, chronicStress);
    synchronized (settled) {
      SteadyState known = settled.get(target);
      if (known != null) {
        return known;
      }
    }
    SteadyState found = settle(target); // two threads may both find it: the same bits
    synchronized (settled) {
      settled.put(target, found);
    }
    return found;
  }

  private SteadyState settle(Settled target) {
    Change change = new Change(target);
    if (target.equals(WILD_TYPE)) {
      return SteadyStates.find(change.at(1, wildTypeState), 0);
    }
    Optional<SteadyState> near = nearShipped(change);
    if (near.isPresent()) {
      return near.get();
    }
    SteadyState followed = followed(change);
    if (followed != null && followed.isStable()) {
      return followed;
    }
    try {
      return SteadyStates.follow(change, wildTypeState);
    } catch (SteadyStateException noStableOne) {
      if (followed != null) {
        return followed;
      }
      throw noStableOne;
    }
  }

  /** The state next to the shipped one, or to that moved as that of the wild type has moved. */
  private Optional<SteadyState> nearShipped(Change change) {
    if (shipped == null) {
      return Optional.empty();
    }
    double[] theirs;
    try {
      SteadyState settledThere =
          shipped.settled(change.target.genotype(), change.target.chronicStress());
      if (!settledThere.isStable()) {
        return Optional.empty();
      }
      theirs = settledThere.state();
    } catch (SteadyStateException unsettledThere) {
      return Optional.empty();
    }
    double[] moved = theirs.clone();
    for (int i = 0; i < moved.length; i++) {
      double factor = wildTypeState[i] / shipped.wildTypeState[i];
      moved[i] *= factor > 0 && factor < Double.POSITIVE_INFINITY ? factor : 1;
    }
    return next(change, moved).or(() -> next(change, theirs));
  }

  /** The stable state in range that Newton's method finds from a guess. */
  private static Optional<SteadyState> next(Change change, double[] guess) {
    return SteadyStates.near(change.at(1, guess), 0, guess)
        .filter(SteadyState::isStable)
        .filter(found -> change.objection(1, found.state()).isEmpty());
  }

  /** The state followed from that of the wild type in a few strides; null where it gets lost. */
  private @Nullable SteadyState followed(Change change) {
    try {
      double[] state = wildTypeState;
      for (int step = 1; step < CONTINUATION_STEPS; step++) {
        double share = (double) step / CONTINUATION_STEPS;
        state = SteadyStates.find(change.at(share, state), 0).state();
      }
      SteadyState found = SteadyStates.find(change.at(1, state), 0);
      return change.objection(1, found.state()).isEmpty() ? found : null;
    } catch (SteadyStateException lost) {
      return null;
    }
  }

  /**
   * The untreated subject while its totals and its stress are changed from those of the wild type.
   */
  private final class Change implements ChangingSystem {
    private final Settled target;

    Change(Settled target) {
      this.target = target;
    }

    @Override
    public OdeSystem at(double share, double[] state) {
      return model.animal(parametersAt(share), state, Exposure.none(), Map.of());
    }

    @Override
    public OdeSystem relaxingAt(double share, double[] state) {
      return model.animalWithExplicitRates(parametersAt(share), state, Exposure.none(), Map.of());
    }

    @Override
    public Optional<String> objection(double share, double[] state) {
      return model.outOfRange(parametersAt(share), state);
    }

    private double[] parametersAt(double share) {
      return share == 1
          ? parameters(target.genotype, target.chronicStress)
          : parameters(between(target.genotype, share), share * target.chronicStress);
    }
  }

  private static Genotype between(Genotype genotype, double part) {
    Genotype partial = Genotype.wildType();
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        partial =
            partial.and(
                Genotype.scaled(gene, 1 + part * (genotype.scaleOf(gene, cells) - 1)).in(cells));
      }
    }
    return partial;
  }

  private record Key(ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {
    boolean holds(ParameterSet others, Mechanisms chosen, CompoundCatalogue named) {
      return parameters == others && compounds == named && mechanisms.equals(chosen);
    }
  }

  private record Settled(Genotype genotype, double chronicStress) {}
}
