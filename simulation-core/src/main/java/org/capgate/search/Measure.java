package org.capgate.search;

import java.util.TreeSet;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;
import org.capgate.treatment.Target;
import org.jspecify.annotations.Nullable;

/**
 * One number of a run: a readout, or how strongly drugs act on a target, at a time, at its highest
 * or lowest in a window, or for how long it is above a level; or the number of doses. Immutable.
 *
 * @param name as printed
 * @param readout what is read, null when it is another thing
 * @param target on which drugs act: the size of their effect, between 0 and 1 for a block
 * @param statistic what is made of it
 * @param fromHours of the window, or the time (h after t = 0)
 * @param toHours end of the window, or the same time
 * @param level for {@link Statistic#HOURS_ABOVE}, in the unit of the readout
 */
public record Measure(
    String name,
    @Nullable Readout readout,
    @Nullable Target target,
    Statistic statistic,
    double fromHours,
    double toHours,
    double level) {
  /** A window is read so often (h), as long as that makes no more than {@link #MOST_TIMES}. */
  private static final double EVERY_HOURS = 1.0 / 6;

  private static final int MOST_TIMES = 400;

  /** What is made of a readout. */
  public enum Statistic {
    /** Its value at a time. */
    AT,
    /** Its highest value in a window. */
    HIGHEST,
    /** Its lowest value in a window. */
    LOWEST,
    /** How many hours of a window it is above a level. */
    HOURS_ABOVE,
    /** How many doses are given; nothing is read. */
    DOSES
  }

  public Measure {
    if (statistic != Statistic.DOSES && !(fromHours <= toHours)) {
      throw new IllegalArgumentException(
          "%s: a window must not end before it begins, but was %s to %s h"
              .formatted(name, Numbers.text(fromHours), Numbers.text(toHours)));
    }
  }

  /** The unit of the number, as printed; empty when it has none. */
  public String unit() {
    if (statistic == Statistic.HOURS_ABOVE) {
      return "h";
    }
    return readout == null || readout.unit().equals("1") ? "" : readout.unit();
  }

  /** Times at which something is read (h), ascending; none for doses. */
  double[] timesHours() {
    if (statistic == Statistic.DOSES) {
      return new double[0];
    }
    double windowHours = toHours - fromHours;
    int intervals = (int) Math.min(MOST_TIMES, Math.ceil(windowHours / EVERY_HOURS));
    TreeSet<Double> times = new TreeSet<>();
    for (int i = 0; i <= intervals; i++) {
      times.add(intervals == 0 ? toHours : fromHours + windowHours * i / intervals);
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The number.
   *
   * @param values at {@link #timesHours}
   */
  double of(double[] values) {
    double[] times = timesHours();
    return switch (statistic) {
      case AT -> values[0];
      case HIGHEST -> {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
          most = Math.max(most, value);
        }
        yield most;
      }
      case LOWEST -> {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
          least = Math.min(least, value);
        }
        yield least;
      }
      case HOURS_ABOVE -> hoursAbove(times, values);
      case DOSES -> throw new IllegalStateException("doses are counted, not read");
    };
  }

  /** With straight lines between the times. */
  private double hoursAbove(double[] times, double[] values) {
    double sum = 0;
    for (int i = 1; i < times.length; i++) {
      double one = values[i - 1] - level;
      double other = values[i] - level;
      double share;
      if (one > 0 == other > 0) {
        share = one > 0 ? 1 : 0;
      } else {
        share = Math.max(one, other) / Math.abs(one - other);
      }
      sum += share * (times[i] - times[i - 1]);
    }
    return sum;
  }
}
