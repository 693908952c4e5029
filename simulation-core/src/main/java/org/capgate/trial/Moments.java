package org.capgate.trial;

import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;

/** Number, mean and variance of values that come one by one (Welford 1962). */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
  }

  /** The same values, which later ones do not change. */
  Moments copy() {
    Moments copy = new Moments();
    copy.count = count;
    copy.mean = mean;
    copy.squares = squares;
    return copy;
  }

  long count() {
    return count;
  }

  /** NaN where there is no value. */
  double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** NaN where there are fewer than two values. */
  double deviation() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  StatisticalSummary summary() {
    double variance = count < 2 ? 0 : squares / (count - 1);
    return new StatisticalSummaryValues(mean, variance, count, mean, mean, mean * count);
  }
}
