package org.capgate.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who is in an arm. */
public enum Assignment {
  /**
   * Each arm has subjects of its own, as in a real trial: tests of two samples, power as a
   * laboratory would have it.
   */
  OWN_SUBJECTS,
  /**
   * Every subject is in every arm, with the same random numbers: differences between arms with
   * little noise, as no real trial can have them. No tests.
   */
  SAME_SUBJECTS;

  /** The word of the files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> words() {
    return Stream.of(values()).map(Assignment::word).toList();
  }

  static Assignment of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow();
  }
}
