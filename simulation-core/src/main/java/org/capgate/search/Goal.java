package org.capgate.search;

import org.jspecify.annotations.Nullable;

/**
 * What a measure is to be. Immutable.
 *
 * @param measure what is measured
 * @param sense whether it is an aim, or bounded
 * @param bound for bounds, in the unit of the measure; null for aims
 */
public record Goal(Measure measure, Sense sense, @Nullable Double bound) {
  /** What is wanted of a number. */
  public enum Sense {
    /** As large as can be. */
    HIGH,
    /** As small as can be. */
    LOW,
    /** A constraint from below. */
    AT_LEAST,
    /** A constraint from above. */
    AT_MOST
  }

  /** Whether it is to be made large or small, not kept in bounds. */
  public boolean isAim() {
    return sense == Sense.HIGH || sense == Sense.LOW;
  }

  /** Whether more of it is better. */
  boolean isMoreBetter() {
    return sense == Sense.HIGH || sense == Sense.AT_LEAST;
  }

  /** How far a number is from the bound as a share of it; 0 when the bound is met. */
  double violation(double value) {
    if (bound == null) {
      return 0;
    }
    double missing = isMoreBetter() ? bound - value : value - bound;
    return missing <= 0 ? 0 : missing / (bound == 0 ? 1 : Math.abs(bound));
  }
}
