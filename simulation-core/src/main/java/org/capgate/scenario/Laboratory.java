package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.dynamics.OdeSystem;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.MoodModel;
import org.capgate.model.ParameterSet;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStates;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Exposure;

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

  /** The one property of the cells that says what compounds do to them. */
  private static final String NMDA_SELECTIVITY = "cells/nmdaSelectivity";

  /** A settled state is found again within milliseconds; each takes about 20 kB. */
  private static final int MOST_SETTLED = 256;

  private static final int MOST_LABORATORIES = 4;
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
    double[] reference = SteadyStates.find(model.referenceSystem(unreferenced), 0).state();
    wildType = model.withReferences(unreferenced, reference);
    wildTypeState = model.wildTypeState(reference);
    compounds =
        key.compounds()
            .withNumbers(key.parameters().compoundNumbers())
            .withNmdaSelectivity(key.parameters().value(NMDA_SELECTIVITY));
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

  /** The settled untreated state of a genotype, lifelong, under lasting stress in [0, 1]. */
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
    double[] state = wildTypeState;
    boolean isReference = target.genotype().isWildType() && target.chronicStress() == 0;
    int steps = isReference ? 1 : CONTINUATION_STEPS;
    for (int step = 1; step < steps; step++) {
      double part = (double) step / steps;
      state =
          SteadyStates.find(
                  untreated(between(target.genotype(), part), part * target.chronicStress(), state),
                  0)
              .state();
    }
    return SteadyStates.find(untreated(target.genotype(), target.chronicStress(), state), 0);
  }

  private OdeSystem untreated(Genotype genotype, double chronicStress, double[] state) {
    return model.animal(parameters(genotype, chronicStress), state, Exposure.none(), Map.of());
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
