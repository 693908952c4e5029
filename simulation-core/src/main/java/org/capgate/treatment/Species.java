package org.capgate.treatment;

import java.util.List;

/**
 * The subject, with the body weight that turns doses per animal (mg, nmol) into doses per kilogram.
 * Weights are ASSUMED typical values: mouse 0.0225 kg (0.020 to 0.025), rat 0.275 kg (0.250 to
 * 0.300), human 70 kg (reference weight of Kamp 2020 Anesthesiology 133:1192).
 */
public enum Species {
  MOUSE(0.0225),
  RAT(0.275),
  HUMAN(70);

  private final double bodyWeightKilograms;

  Species(double bodyWeightKilograms) {
    this.bodyWeightKilograms = bodyWeightKilograms;
  }

  /** Body weight (kg). */
  public double bodyWeightKilograms() {
    return bodyWeightKilograms;
  }

  /** The word of the data files. */
  public String word() {
    return Words.kebab(this);
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), Species::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static Species of(String word) {
    return Words.find(values(), Species::word, word);
  }
}
