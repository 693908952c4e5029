package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.OdeSystem;
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
import org.capgate.treatment.Exposure;
import org.jspecify.annotations.Nullable;

/**
 * One parameter set under one choice of mechanisms: its reference state, and the settled state of
 * every genotype and stress level that was asked for. Everything in here follows from the two; the
 * settled states asked for last are kept so that many scenarios share them. A settled state is
 * always followed from that of the wild type, so it does not depend on what was asked before.
 */
public final class Laboratory {
  /**
   * Steps in which a total is changed, so that the settled state is followed rather than jumped to.
   */
  private static final int CONTINUATION_STEPS = 8;

  /** A settled state is found again within milliseconds; each takes about 20 kB. */
  private static final int MOST_SETTLED = 256;

  private static final int MOST_LABORATORIES = 4;
  private static final Settled WILD_TYPE = new Settled(Genotype.wildType(), 0);
  private static final Map<Key, Laboratory> RECENT =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Laboratory> eldest) {
          return size() > MOST_LABORATORIES;
        }
      };

  private final MoodModel model;
  private final double[] wildType;
  private final double[] wildTypeState;
  private final CompoundCatalogue compounds;
  private final Map<Settled, SteadyState> settled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Settled, SteadyState> eldest) {
          return size() > MOST_SETTLED;
        }
      };

  private Laboratory(Key key) {
    model = MoodModel.of(key.mechanisms());
    double[] unreferenced = model.wildType(key.parameters());
    double[] followed = followedReference(unreferenced);
    double[] reference = followed == null ? statedReference(unreferenced) : followed;
    wildType = model.withReferences(unreferenced, reference);
    wildTypeState = model.wildTypeState(reference);
    if (followed == null) {
      SteadyStates.requireStable(
          new Change(WILD_TYPE).relaxingAt(0, wildTypeState),
          wildTypeState,
          "the untreated wild type at its stated firing rates");
    }
    compounds = key.compounds().withNumbers(key.parameters().compoundNumbers());
  }

  /** The reference state the wild type settles in from a guess; null when that leads nowhere. */
  private double @Nullable [] followedReference(double[] unreferenced) {
    try {
      double[] found = SteadyStates.find(model.referenceSystem(unreferenced), 0).state();
      double[] referenced = model.withReferences(unreferenced, found);
      return model.outOfRange(referenced, model.wildTypeState(found)).isEmpty() ? found : null;
    } catch (SteadyStateException leadsNowhere) {
      return null;
    }
  }

  /** The reference state at the firing rates the parameters state, which may be unstable. */
  private double[] statedReference(double[] unreferenced) {
    OdeSystem system = model.referenceSystemFromBelow(unreferenced);
    return SteadyStates.fromAfar(system, 0, system.initialState(), model.statedAtRest()).state();
  }

  /** The laboratory for these; recent ones are kept. */
  static Laboratory of(
      ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {
    Key key = new Key(parameters, mechanisms, compounds);
    synchronized (RECENT) {
      return RECENT.computeIfAbsent(key, Laboratory::new);
    }
  }

  /** The model under the chosen mechanisms. */
  public MoodModel model() {
    return model;
  }

  /** The compounds with the fitted numbers of the parameter set. */
  public CompoundCatalogue compounds() {
    return compounds;
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

  private record Key(ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {}

  private record Settled(Genotype genotype, double chronicStress) {}
}
