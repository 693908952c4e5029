package org.capgate.trial;

import org.capgate.analysis.TableBuilder;

/**
 * Who still responds, by Kaplan and Meier, with Greenwood's variance and intervals on the scale of
 * ln(−ln S). Times are those of visits; nobody is lost before the last.
 */
final class Survival {
  private final double[] hours; // from the visit of the response on
  private final long[] lost;
  private long began;

  Survival(double[] hours) {
    this.hours = hours.clone();
    lost = new long[hours.length];
  }

  /** A subject who responded, and lost that after so many hours, or never (∞). */
  void add(double lostAfterHours) {
    began++;
    for (int i = 0; i < hours.length; i++) {
      if (hours[i] == lostAfterHours) {
        lost[i]++;
      }
    }
  }

  /** A row for each visit: at risk before it, lost at it, the share that remains. */
  void addTo(TableBuilder table, String endpoint, String arm) {
    long left = began;
    double remaining = 1;
    double variance = 0;
    for (int i = 0; i < hours.length && began > 0; i++) {
      if (left > 0) {
        remaining *= 1 - (double) lost[i] / left;
      }
      if (left > lost[i]) {
        variance += (double) lost[i] / (left * (double) (left - lost[i]));
      }
      double[] ends = ends(remaining, variance);
      table.row(endpoint, arm, hours[i], left, lost[i], remaining, ends[0], ends[1]);
      left -= lost[i];
    }
  }

  private static double[] ends(double remaining, double variance) {
    if (remaining <= 0 || remaining >= 1) {
      return new double[] {remaining, remaining};
    }
    double logarithm = StrictMath.log(remaining);
    double width = 1.96 * Math.sqrt(variance) / -logarithm;
    return new double[] {
      StrictMath.exp(logarithm * StrictMath.exp(width)),
      StrictMath.exp(logarithm * StrictMath.exp(-width))
    };
  }
}
