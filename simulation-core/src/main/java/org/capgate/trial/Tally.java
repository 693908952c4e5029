package org.capgate.trial;

import java.util.Map;
import java.util.TreeMap;

/** How often values were seen, to a hundredth, so that memory does not grow with their number. */
final class Tally {
  private static final double GRAIN = 0.01;

  private final Map<Long, Long> counts = new TreeMap<>();
  private final Moments moments = new Moments();

  void add(double value) {
    counts.merge(Math.round(value / GRAIN), 1L, Long::sum);
    moments.add(value);
  }

  Moments moments() {
    return moments;
  }

  /**
   * The smallest value that a share of all do not exceed.
   *
   * @param share in (0, 1]
   */
  double quantile(double share) {
    long below = 0;
    double value = Double.NaN;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      below += entry.getValue();
      value = entry.getKey() * GRAIN;
      if (below >= share * moments.count()) {
        return Math.round(value * 100) / 100.0;
      }
    }
    return value;
  }
}
