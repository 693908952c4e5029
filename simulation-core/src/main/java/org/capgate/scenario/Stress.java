package org.capgate.scenario;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the subject is chronically stressed; in humans, major depression. */
public enum Stress {
  /** None. */
  NONE(0),
  /** Chronic stress in rodents, major depression in humans. */
  CHRONIC(1);

  private final double level;

  Stress(double level) {
    this.level = level;
  }

  /** Value of the parameter chronicStress, in [0, 1]. */
  public double level() {
    return level;
  }

  /** The word of the data files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, in order. */
  public static List<String> words() {
    return Stream.of(values()).map(Stress::word).toList();
  }

  /** The constant written with a word of {@link #words}. */
  public static Stress of(String word) {
    return Stream.of(values())
        .filter(stress -> stress.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown stress '" + word + "', known are " + words()));
  }
}
