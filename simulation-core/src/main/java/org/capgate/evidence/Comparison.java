package org.capgate.evidence;

/** What a readout is compared with: column {@code versus}. */
public sealed interface Comparison {

  /** The settled untreated state of the same subject, stress and genotype. */
  Comparison UNTREATED = new Plain("untreated");

  /**
   * The same subject under placebo. No course of the placebo response is stated, so the difference
   * from placebo is the difference from the settled untreated state.
   */
  Comparison PLACEBO = new Plain("placebo");

  /** The wild type, treated alike, at the same time (at baseline: both settled and untreated). */
  Comparison WILD_TYPE = new Plain("wild-type");

  /** The subject without chronic stress, treated alike, at the same time. */
  Comparison UNSTRESSED = new Plain("unstressed");

  /** The highest value of the same run. */
  Comparison PEAK = new Plain("peak");

  /** Nothing; the value stands for itself. */
  Comparison NONE = new Plain("none");

  /** The word of the vocabulary. */
  String word();

  /** Whether the reference is the settled state without treatment. */
  default boolean isSettled() {
    return equals(UNTREATED) || equals(PLACEBO);
  }

  /** Another finding of the same file, or one that ships with the library. */
  static Comparison finding(String id) {
    return new OtherFinding(id);
  }

  /**
   * One of the constants.
   *
   * @param word of the vocabulary
   */
  record Plain(String word) implements Comparison {}

  /**
   * Another finding of the same file, or one that ships with the library.
   *
   * @param id of that finding
   */
  record OtherFinding(String id) implements Comparison {
    @Override
    public String word() {
      return "finding:" + id;
    }
  }
}
