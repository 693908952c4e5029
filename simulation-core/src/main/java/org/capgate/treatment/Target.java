package org.capgate.treatment;

import java.util.List;

/**
 * What a compound can act on. The effect on a target is a net signed fraction e: 0 = no drug, −1 =
 * fully blocked, +0.5 = potentiated by half. For the two excitability targets it is an additive
 * drive in net drives at rest.
 */
public enum Target {
  /** NMDA receptors of excitatory cells. */
  NMDA_EXCITATORY,
  /** NMDA receptors of inhibitory cells. */
  NMDA_INHIBITORY,
  /** AMPA receptors of both classes. */
  AMPA,
  /** GABA-A receptors. */
  GABA_A,
  /** mTOR complex 1. */
  MTORC1,
  /** eEF2 kinase. */
  EEF2_KINASE,
  /** TrkB, the receptor of BDNF. */
  TRKB,
  /** Release of glutamate. */
  GLUTAMATE_RELEASE,
  /** Serotonin transporter. */
  SEROTONIN_TRANSPORTER,
  /** Additive drive of excitatory cells. */
  EXCITABILITY_EXCITATORY,
  /** Additive drive of inhibitory cells. */
  EXCITABILITY_INHIBITORY;

  /** Whether contributions add up (drives) instead of multiplying (fractions left). */
  public boolean isAdditive() {
    return this == EXCITABILITY_EXCITATORY || this == EXCITABILITY_INHIBITORY;
  }

  /**
   * Effects on the target so far and one more, together; 1 is never added to a small effect.
   *
   * <pre>(1 + e)·(1 + eᵢ) − 1, or e + eᵢ for drives        (Eq. T6)</pre>
   */
  public double combined(double before, double one) {
    return isAdditive() ? before + one : before + one + before * one;
  }

  /** The rate of change of {@link #combined}, from the effects and their rates. */
  public double combinedRate(double before, double beforeRate, double one, double oneRate) {
    return isAdditive() ? beforeRate + oneRate : beforeRate * (1 + one) + oneRate * (1 + before);
  }

  /** The word of the data files. */
  public String word() {
    return Words.kebab(this);
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), Target::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static Target of(String word) {
    return Words.find(values(), Target::word, word);
  }
}
