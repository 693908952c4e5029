package org.capgate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Part;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.treatment.CellClass;

/**
 * Something that is observed, under the name the findings use for it.
 *
 * @param name as in findings, for example {@code phospho-4ebp inhibitory}
 * @param quantity the readout equation, or the drug level, that gives it
 * @param unit as printed
 * @param title as figures call it, for example {@code Phospho-4E-BP, inhibitory}
 */
public record Readout(String name, String quantity, String unit, String title) {
  private static final Map<String, Readout> ALL = stated();

  /** Mood proxy, dimensionless, 0 in the untreated wild type. */
  public static final Readout MOOD = named("mood");

  /** Immobility in the forced swim, s. */
  public static final Readout IMMOBILITY = named("immobility");

  /** Latency to feed in a novel place, s. */
  public static final Readout FEEDING_LATENCY = named("feeding-latency");

  /** MADRS-like depression score, points. */
  public static final Readout DEPRESSION_SCORE = named("depression-score");

  /** Strength of excitatory synapses relative to rest. */
  public static final Readout EXCITATORY_TRANSMISSION = named("excitatory-transmission");

  /** Output of inhibitory synapses relative to rest. */
  public static final Readout INHIBITORY_TRANSMISSION = named("inhibitory-transmission");

  /** Rate of excitatory synaptic events, Hz. */
  public static final Readout EXCITATORY_EVENT_RATE = named("excitatory-event-rate");

  /** Rate of inhibitory synaptic events, Hz. */
  public static final Readout INHIBITORY_EVENT_RATE = named("inhibitory-event-rate");

  /** Firing rate of excitatory neurons, Hz. */
  public static final Readout EXCITATORY_RATE = named("excitatory-rate");

  /** Firing rate of inhibitory neurons, Hz. */
  public static final Readout INHIBITORY_RATE = named("inhibitory-rate");

  /** Excitatory over inhibitory transmission, 1 at rest. */
  public static final Readout EI_RATIO = named("ei-ratio");

  /** Extracellular glutamate relative to rest. */
  public static final Readout GLUTAMATE = named("glutamate");

  /** Released BDNF relative to rest. */
  public static final Readout BDNF = named("bdnf");

  /** Dopamine surge relative to rest, a liability proxy. */
  public static final Readout DOPAMINE = named("dopamine");

  /** Active mTORC1 in tissue, relative to all of the wild type. */
  public static final Readout MTORC1 = named("mtorc1");

  /** Phosphorylated 4E-BP in tissue, µM. */
  public static final Readout PHOSPHO_4EBP = named("phospho-4ebp");

  /** Phosphorylated fraction of eEF2 in tissue. */
  public static final Readout PHOSPHO_EEF2 = named("phospho-eef2");

  /** Fraction of eIF4G in eIF4F in tissue. */
  public static final Readout EIF4F = named("eif4f");

  /** Slow plasticity proteins in tissue relative to rest. */
  public static final Readout SYNAPTIC_PROTEIN = named("synaptic-protein");

  /** Ketamine in plasma, µM. */
  public static final Readout PLASMA_KETAMINE = named("plasma-ketamine");

  /** Ketamine at its targets in the brain, µM. */
  public static final Readout BRAIN_KETAMINE = named("brain-ketamine");

  /** (2R,6R)-HNK at its targets in the brain, µM. */
  public static final Readout BRAIN_HNK = named("brain-hnk");

  /**
   * The readout of that name.
   *
   * @throws InputException naming the nearest known one
   */
  public static Readout named(String name) {
    return named(name, Place.UNKNOWN);
  }

  /** As {@link #named(String)}, for a word read at a place. */
  public static Readout named(String name, Place place) {
    Readout readout = ALL.get(name);
    if (readout == null) {
      throw new InputException(place, Names.unknown("readout", name, ALL.keySet()));
    }
    return readout;
  }

  /** All readouts in order. */
  public static List<Readout> all() {
    return List.copyOf(ALL.values());
  }

  /**
   * The value in a run.
   *
   * @param tHours a sample time of the run
   */
  public double at(Trajectory run, double tHours) {
    return run.valueAt(quantity, tHours);
  }

  /** The values at all sample times of a run, a fresh array. */
  public double[] series(Trajectory run) {
    return run.series(quantity);
  }

  /** Name and unit for an axis or a column, for example {@code immobility (s)}. */
  public String label() {
    return name + " (" + unit + ")";
  }

  /** Those of the table in its order, then the levels of drugs. */
  private static Map<String, Readout> stated() {
    Map<String, Readout> all = new LinkedHashMap<>();
    for (SymbolFacts facts : SymbolTable.standard().all()) {
      if (facts.word().isEmpty()) {
        continue;
      }
      if (facts.symbol().part() == Part.TISSUE) {
        // Neurons of both classes see what is outside of them.
        for (CellClass cells : CellClass.values()) {
          Readout seen = of(facts, Optional.of(cells));
          all.putIfAbsent(seen.name(), seen);
        }
      }
      Readout readout = of(facts, Optional.ofNullable(facts.cells()));
      all.put(readout.name(), readout);
    }
    for (DrugLevel level : DrugLevel.values()) {
      Variable variable = level.variable();
      all.put(
          level.word(), new Readout(level.word(), variable.name(), variable.unit(), level.label()));
    }
    return all;
  }

  private static Readout of(SymbolFacts facts, Optional<CellClass> cells) {
    return new Readout(
        facts.word() + cells.map(of -> " " + of.word()).orElse(""),
        facts.symbol().name(),
        facts.printedUnit(),
        facts.label() + cells.map(of -> ", " + of.word()).orElse(""));
  }
}
