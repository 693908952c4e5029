package org.capgate.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that can be known of a subject before a regimen must be decided on.
 *
 * @param name as in tables
 * @param kind what it is
 * @param of name of the number or readout; "" where the trial's own measurement is meant
 * @param atHours visit it is read at (h); 0 for a number
 * @param error relative standard deviation of its measurement, ≥ 0; the trial's own measurement has
 *     the error the population states
 */
public record Feature(String name, Kind kind, String of, double atHours, double error) {
  /** What a feature is. */
  public enum Kind {
    /** A number of the subject, such as its weight, or a clearance from samples of plasma. */
    NUMBER,
    /** What the trial measures, at a visit. */
    MEASURED,
    /** By how many percent that has fallen since the first visit. */
    FALL,
    /** A readout at a visit, such as BDNF in blood. */
    READOUT;

    /** The word of the files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Stream.of(values()).map(Kind::word).toList();
    }

    static Kind of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
    }
  }
}
