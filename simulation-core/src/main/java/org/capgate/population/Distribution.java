package org.capgate.population;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.capgate.input.Bounds;

/** How a number is spread over subjects around its typical value, the median. */
public enum Distribution {
  /** θ·exp(ω·z), ω² = ln(1 + CV²); the spread is the coefficient of variation. For numbers > 0. */
  LOG_NORMAL {
    @Override
    double value(double typical, double spread, double z) {
      double omega = Math.sqrt(StrictMath.log1p(spread * spread));
      return typical * StrictMath.exp(omega * z);
    }
  },
  /**
   * The logit ln(p/(1 − p)) is normal; the spread is its standard deviation. For shares in (0, 1).
   */
  LOGIT_NORMAL {
    @Override
    double value(double typical, double spread, double z) {
      double odds = typical / (1 - typical) * StrictMath.exp(spread * z);
      return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }
  };

  /** Largest spread taken seriously. */
  static final Bounds SPREAD = Bounds.nonNegative("").atMost(3);

  /**
   * The value of a subject.
   *
   * @param typical θ, the median
   * @param spread ≥ 0
   * @param z standard normal
   */
  abstract double value(double typical, double spread, double z);

  /** What a typical value can be. */
  Bounds typical(String unit) {
    return this == LOG_NORMAL ? Bounds.positive(unit) : new Bounds(0, false, 1 - 1e-12, unit);
  }

  /** The word of the data files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words, in order. */
  static List<String> words() {
    return Stream.of(values()).map(Distribution::word).toList();
  }

  /** The constant written with a word of {@link #words}. */
  static Distribution of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow();
  }
}
