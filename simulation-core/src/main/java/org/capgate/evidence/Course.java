package org.capgate.evidence;

/**
 * A readout over a run.
 *
 * @param timesHours ascending, at least one
 * @param values of the readout at these times
 */
record Course(double[] timesHours, double[] values) {

  /** The course written by {@link #pairs}. */
  static Course of(double[] pairs) {
    double[] timesHours = new double[pairs.length / 2];
    double[] values = new double[pairs.length / 2];
    for (int i = 0; i < values.length; i++) {
      timesHours[i] = pairs[2 * i];
      values[i] = pairs[2 * i + 1];
    }
    return new Course(timesHours, values);
  }

  /** Time (h) and value in turn. */
  double[] pairs() {
    double[] pairs = new double[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      pairs[2 * i] = timesHours[i];
      pairs[2 * i + 1] = values[i];
    }
    return pairs;
  }

  /**
   * When the readout is farthest from the untreated value, the first time where there are several
   * (h).
   */
  double peakHours(double untreated) {
    return timesHours[peak(untreated)];
  }

  /**
   * From when on, after the peak, the change stays below a share of its largest (h), interpolated
   * between samples; infinite when the run ends before.
   */
  double returnHours(double untreated, double share) {
    int peak = peak(untreated);
    double bound = share * change(peak, untreated);
    int last = values.length - 1;
    while (last > peak && change(last, untreated) < bound) {
      last--;
    }
    if (last == values.length - 1) {
      return Double.POSITIVE_INFINITY;
    }
    double above = change(last, untreated);
    double below = change(last + 1, untreated);
    double part = (above - bound) / (above - below);
    return timesHours[last] + part * (timesHours[last + 1] - timesHours[last]);
  }

  private int peak(double untreated) {
    int peak = 0;
    for (int i = 1; i < values.length; i++) {
      if (change(i, untreated) > change(peak, untreated)) {
        peak = i;
      }
    }
    return peak;
  }

  private double change(int i, double untreated) {
    return Math.abs(values[i] - untreated);
  }
}
