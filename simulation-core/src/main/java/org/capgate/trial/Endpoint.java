package org.capgate.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is asked of every subject.
 *
 * @param name as in tables
 * @param kind what is made of the measurements
 * @param atHours visit it is read at, or up to which relapses are looked for (h)
 * @param limit of a response or relapse, the share by which the measurement has fallen at least, in
 *     (0, 1]; of a remission, the largest measurement; not used otherwise
 * @param fromHours of a sustained response or a relapse, the visit from which on (h); else 0
 * @param inARow of a relapse, at how many visits, one after the other, it must be seen, ≥ 1
 */
public record Endpoint(
    String name, Kind kind, double atHours, double limit, double fromHours, int inARow) {
  /** An endpoint that is read at one visit. */
  public Endpoint(String name, Kind kind, double atHours, double limit) {
    this(name, kind, atHours, limit, 0, 1);
  }

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
    REMISSION,
    /** Whether it stays a response at every visit from one to another. */
    SUSTAINED_RESPONSE,
    /** Whether a response at one visit is lost until another; asked of those who responded. */
    RELAPSE,
    /** How long it lasts until it is lost, or is no longer looked at (h); of the same. */
    TIME_TO_RELAPSE;

    /** Whether it is about a response from a visit on. */
    public boolean isLasting() {
      return this == SUSTAINED_RESPONSE || isRelapse();
    }

    /** Whether it is asked of those alone who responded. */
    public boolean isRelapse() {
      return this == RELAPSE || this == TIME_TO_RELAPSE;
    }

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

  /** A fall by a share at every visit from one to another. */
  public static Endpoint sustained(String name, double fromHours, double toHours, double share) {
    return new Endpoint(name, Kind.SUSTAINED_RESPONSE, toHours, share, fromHours, 1);
  }

  /** The loss of a response seen at one visit, until another, at so many visits in a row. */
  public static Endpoint relapse(
      String name, double fromHours, double toHours, double share, int inARow) {
    return new Endpoint(name, Kind.RELAPSE, toHours, share, fromHours, inARow);
  }

  /** Whether it is yes (1) or no (0) for a subject. */
  public boolean isShare() {
    return kind != Kind.VALUE
        && kind != Kind.CHANGE
        && kind != Kind.PERCENT_CHANGE
        && kind != Kind.TIME_TO_RELAPSE;
  }

  /**
   * The endpoint of one subject.
   *
   * @param first measurement at the first visit
   * @param measured at the visit of the endpoint, which is not about a response that lasts
   */
  public double of(double first, double measured) {
    return switch (kind) {
      case VALUE -> measured;
      case CHANGE -> measured - first;
      case PERCENT_CHANGE -> first == 0 ? 0 : 100 * (measured - first) / first;
      case RESPONSE -> isResponse(first, measured) ? 1 : 0;
      case REMISSION -> measured <= limit ? 1 : 0;
      default -> throw new IllegalArgumentException("needs all visits: " + kind.word());
    };
  }

  private boolean isResponse(double first, double measured) {
    return first > 0 && measured <= (1 - limit) * first;
  }

  /**
   * The endpoint of one subject.
   *
   * @param visitsHours ascending (h)
   * @param measured at each visit
   * @return NaN where it is not asked of that subject, who did not respond
   */
  public double of(double[] visitsHours, double[] measured) {
    return switch (kind) {
      case SUSTAINED_RESPONSE -> isSustained(visitsHours, measured) ? 1 : 0;
      case RELAPSE -> {
        double lost = hoursToRelapse(visitsHours, measured);
        yield Double.isInfinite(lost) ? 0 : Double.isNaN(lost) ? Double.NaN : 1;
      }
      case TIME_TO_RELAPSE -> {
        double lost = hoursToRelapse(visitsHours, measured);
        yield Double.isNaN(lost) ? lost : Math.min(lost, atHours - fromHours);
      }
      default -> of(measured[0], measured[index(visitsHours, atHours)]);
    };
  }

  private static int index(double[] visitsHours, double hours) {
    for (int i = 0; i < visitsHours.length; i++) {
      if (visitsHours[i] == hours) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no visit at %s h".formatted(hours));
  }

  private boolean isSustained(double[] visitsHours, double[] measured) {
    boolean is = true;
    for (int i = index(visitsHours, fromHours); i <= index(visitsHours, atHours); i++) {
      is &= isResponse(measured[0], measured[i]);
    }
    return is;
  }

  /**
   * From the visit at which a subject responded to the first of those at which that was lost (h).
   *
   * @return ∞ where it was not lost, NaN where the subject did not respond
   */
  double hoursToRelapse(double[] visitsHours, double[] measured) {
    int from = index(visitsHours, fromHours);
    if (!isResponse(measured[0], measured[from])) {
      return Double.NaN;
    }
    int lost = 0;
    for (int i = from + 1; i <= index(visitsHours, atHours); i++) {
      lost = isResponse(measured[0], measured[i]) ? 0 : lost + 1;
      if (lost == inARow) {
        return visitsHours[i - inARow + 1] - fromHours;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
