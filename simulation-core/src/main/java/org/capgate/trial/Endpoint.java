package org.capgate.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is asked of every subject.
 *
 * @param name as in tables
 * @param kind what is made of the measurements
 * @param atHours visit it is read at (h)
 * @param limit of a response, the share by which the measurement has fallen at least, in (0, 1]; of
 *     a remission, the largest measurement; not used otherwise
 */
public record Endpoint(String name, Kind kind, double atHours, double limit) {
  /** What is made of the measurements at the first visit and at a later one. */
  public enum Kind {
    /** The measurement itself. */
    VALUE,
    /** Measurement minus the first one. */
    CHANGE,
    /** The same in percent of the first one. */
    PERCENT_CHANGE,
    /** Whether it has fallen by a share of the first one at least. */
    RESPONSE,
    /** Whether it is at or below a limit. */
    REMISSION;

    /** The word of the files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, in order. */
    public static List<String> words() {
      return Stream.of(values()).map(Kind::word).toList();
    }

    /** The constant written with a word of {@link #words}. */
    public static Kind of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
    }
  }

  /** The measurement at a time (h). */
  public static Endpoint value(String name, double atHours) {
    return new Endpoint(name, Kind.VALUE, atHours, 0);
  }

  /** The change from the first visit. */
  public static Endpoint change(String name, double atHours) {
    return new Endpoint(name, Kind.CHANGE, atHours, 0);
  }

  /** A fall by a share of the first measurement at least. */
  public static Endpoint response(String name, double atHours, double share) {
    return new Endpoint(name, Kind.RESPONSE, atHours, share);
  }

  /** A measurement at or below a limit. */
  public static Endpoint remission(String name, double atHours, double limit) {
    return new Endpoint(name, Kind.REMISSION, atHours, limit);
  }

  /** Whether it is yes (1) or no (0) for a subject. */
  public boolean isShare() {
    return kind == Kind.RESPONSE || kind == Kind.REMISSION;
  }

  /**
   * The endpoint of one subject.
   *
   * @param first measurement at the first visit
   * @param measured at the visit of the endpoint
   */
  public double of(double first, double measured) {
    return switch (kind) {
      case VALUE -> measured;
      case CHANGE -> measured - first;
      case PERCENT_CHANGE -> first == 0 ? 0 : 100 * (measured - first) / first;
      case RESPONSE -> first > 0 && measured <= (1 - limit) * first ? 1 : 0;
      case REMISSION -> measured <= limit ? 1 : 0;
    };
  }
}
