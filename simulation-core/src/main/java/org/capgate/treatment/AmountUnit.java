package org.capgate.treatment;

import java.util.List;

/**
 * Unit of a dose, with the largest amount taken seriously: anything larger is a slip of the
 * keyboard.
 */
public enum AmountUnit {
  MG_PER_KG("mg/kg", 10_000),
  MG("mg", 1_000_000),
  NMOL("nmol", 1e9),
  /** Concentration of a bath (µM). */
  MICROMOLAR("uM", 100_000);

  private final String word;
  private final double largest;

  AmountUnit(String word, double largest) {
    this.word = word;
    this.largest = largest;
  }

  /** The word of the data files. */
  public String word() {
    return word;
  }

  /** Largest amount accepted, in this unit. */
  public double largest() {
    return largest;
  }

  /** The amount in µmol per kg of body weight; not for {@link #MICROMOLAR}, which is no amount. */
  public double micromolesPerKilogram(
      double amount, double molarMassGramsPerMole, Species species) {
    return switch (this) {
      case MG_PER_KG -> amount / molarMassGramsPerMole * 1000;
      case MG -> amount / species.bodyWeightKilograms() / molarMassGramsPerMole * 1000;
      case NMOL -> amount / species.bodyWeightKilograms() / 1000;
      case MICROMOLAR -> throw new IllegalStateException("a concentration is no amount");
    };
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), AmountUnit::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static AmountUnit of(String word) {
    return Words.find(values(), AmountUnit::word, word);
  }
}
