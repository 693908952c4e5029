package org.capgate.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was found: column {@code expected}. */
public enum Expectation {
  /** Relative change of at least {@link Judgement#LEAST_CHANGE}. */
  INCREASE,
  /** Relative change of at most −{@link Judgement#LEAST_CHANGE}. */
  DECREASE,
  /**
   * Relative change below {@link Judgement#MOST_DRIFT} and, in a mutant, below {@link
   * Judgement#MOST_SHARE_OF_WILD_TYPE} of the wild type's response to the same treatment.
   */
  NO_CHANGE,
  /** Same sign as another finding's response, and a share of it. */
  REDUCED,
  /** The number itself lies in a range. */
  VALUE;

  /** The word of the vocabulary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a direction of change is expected. */
  boolean isDirected() {
    return this == INCREASE || this == DECREASE;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Expectation::word).toList();
  }

  static Expectation of(String word) {
    return values()[words().indexOf(word)];
  }
}
