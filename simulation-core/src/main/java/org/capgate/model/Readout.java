package org.capgate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;

/**
 * Something that is observed, under the name the findings use for it.
 *
 * @param name as in findings, for example {@code phospho-4ebp inhibitory}
 * @param quantity the readout equation, or the drug level, that gives it
 * @param unit as printed
 */
public record Readout(String name, String quantity, String unit) {
  private static final Map<String, Readout> ALL = new LinkedHashMap<>();

  /** Mood proxy, dimensionless, 0 in the untreated wild type. */
  public static final Readout MOOD = stated("mood", "mood", "1");

  /** Immobility in the forced swim, s. */
  public static final Readout IMMOBILITY = stated("immobility", "immobilitySeconds", "s");

  /** Latency to feed in a novel place, s. */
  public static final Readout FEEDING_LATENCY =
      stated("feeding-latency", "feedingLatencySeconds", "s");

  /** MADRS-like depression score, points. */
  public static final Readout DEPRESSION_SCORE =
      stated("depression-score", "depressionScorePoint", "points");

  /** Strength of excitatory synapses relative to rest. */
  public static final Readout EXCITATORY_TRANSMISSION =
      stated("excitatory-transmission", "excitatoryTransmissionRelative", "rel.");

  /** Output of inhibitory synapses relative to rest. */
  public static final Readout INHIBITORY_TRANSMISSION =
      stated("inhibitory-transmission", "inhibitoryTransmissionRelative", "rel.");

  /** Rate of excitatory synaptic events, Hz. */
  public static final Readout EXCITATORY_EVENT_RATE =
      stated("excitatory-event-rate", "excitatoryEventRateHertz", "Hz");

  /** Rate of inhibitory synaptic events, Hz. */
  public static final Readout INHIBITORY_EVENT_RATE =
      stated("inhibitory-event-rate", "inhibitoryEventRateHertz", "Hz");

  /** Firing rate of excitatory neurons, Hz. */
  public static final Readout EXCITATORY_RATE =
      stated("excitatory-rate", "excitatoryRateHertz", "Hz");

  /** Firing rate of inhibitory neurons, Hz. */
  public static final Readout INHIBITORY_RATE =
      stated("inhibitory-rate", "inhibitoryRateHertz", "Hz");

  /** Excitatory over inhibitory transmission, 1 at rest. */
  public static final Readout EI_RATIO = stated("ei-ratio", "eiRatio", "1");

  /** Extracellular glutamate relative to rest. */
  public static final Readout GLUTAMATE = shared("glutamate", "glutamateRelative");

  /** Released BDNF relative to rest. */
  public static final Readout BDNF = shared("bdnf", "bdnfRelative");

  /** Dopamine surge relative to rest, a liability proxy. */
  public static final Readout DOPAMINE = shared("dopamine", "dopamineRelative");

  /** Active mTORC1 in tissue, relative to all of the wild type. */
  public static final Readout MTORC1 = perClass("mtorc1", "mtorc1Active", "1");

  /** Phosphorylated 4E-BP in tissue, µM. */
  public static final Readout PHOSPHO_4EBP =
      perClass("phospho-4ebp", "phospho4ebpMicromolar", "µM");

  /** Phosphorylated fraction of eEF2 in tissue. */
  public static final Readout PHOSPHO_EEF2 = perClass("phospho-eef2", "phosphoEef2Fraction", "1");

  /** Fraction of eIF4G in eIF4F in tissue. */
  public static final Readout EIF4F = perClass("eif4f", "eif4fFraction", "1");

  /** Slow plasticity proteins in tissue relative to rest. */
  public static final Readout SYNAPTIC_PROTEIN =
      perClass("synaptic-protein", "synapticProteinRelative", "rel.");

  /** Ketamine in plasma, µM. */
  public static final Readout PLASMA_KETAMINE =
      stated("plasma-ketamine", "plasmaKetamineMicromolar", "µM");

  /** Ketamine at its targets in the brain, µM. */
  public static final Readout BRAIN_KETAMINE =
      stated("brain-ketamine", "brainKetamineMicromolar", "µM");

  /** (2R,6R)-HNK at its targets in the brain, µM. */
  public static final Readout BRAIN_HNK = stated("brain-hnk", "brainHnkMicromolar", "µM");

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

  private static Readout stated(String name, String quantity, String unit) {
    Readout readout = new Readout(name, quantity, unit);
    ALL.put(name, readout);
    return readout;
  }

  private static Readout perClass(String name, String quantity, String unit) {
    stated(name + " excitatory", quantity + "Excitatory", unit);
    stated(name + " inhibitory", quantity + "Inhibitory", unit);
    return stated(name, quantity, unit);
  }

  /** An extracellular quantity: neurons of both classes see the same. */
  private static Readout shared(String name, String quantity) {
    stated(name + " excitatory", quantity, "rel.");
    stated(name + " inhibitory", quantity, "rel.");
    return stated(name, quantity, "rel.");
  }
}
