package org.capgate.evidence;

/** What a readout is compared with: column {@code versus}. */
public sealed interface Comparison {

  /** The settled untreated state of the same subject, stress and genotype. */
  Comparison UNTREATED = new Plain("untreated");

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

  /** Another finding of the same file. */
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
   * Another finding of the same file.
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
