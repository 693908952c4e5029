package org.capgate.dynamics;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * When a solution is recorded. Recording never influences the steps of an integrator: samples come
 * from dense output. Sample times lie on the {@link TimeGrid}.
 *
 * <p>A sample exactly at a breakpoint shows the state just before the inputs jump; a sample at the
 * start of the span shows it just after, with the inputs of the first segment.
 */
public final class Sampling {
  private static final int LARGEST_NUMBER_OF_SAMPLES = 50_000_000;

  private final double intervalHours; // > 0: regular; 0: the listed times only
  private final double[] listedHours;
  private final List<String> quantities; // empty: all

  private Sampling(double intervalHours, double[] listedHours, List<String> quantities) {
    this.intervalHours = intervalHours;
    this.listedHours = listedHours;
    this.quantities = quantities;
  }

  /** Every so many minutes from the start of the span, and at its end. */
  public static Sampling everyMinutes(double minutes) {
    return everyHours(positive(minutes, "minutes") / 60.0);
  }

  /** Every so many hours from the start of the span, and at its end. */
  public static Sampling everyHours(double hours) {
    return new Sampling(positive(hours, "hours"), new double[0], List.of());
  }

  /** At these times and no others, in hours, strictly ascending; the span must contain them. */
  public static Sampling at(double... hours) {
    double[] copy = Arrays.stream(hours).map(TimeGrid::rounded).toArray();
    if (copy.length == 0) {
      throw new IllegalArgumentException(
          "at least one sample time is needed; use endOnly() for the end of the span");
    }
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            "sample time " + i + " must be finite, but was " + copy[i] + " h");
      }
      if (i > 0 && !(copy[i] > copy[i - 1])) {
        throw new IllegalArgumentException(
            "sample times must ascend, but " + copy[i] + " h follows " + copy[i - 1] + " h");
      }
    }
    return new Sampling(0.0, copy, List.of());
  }

  /** At the end of the span only. */
  public static Sampling endOnly() {
    return new Sampling(0.0, new double[0], List.of());
  }

  /**
   * The same of some quantities alone, which saves time and memory: a trajectory may lack the
   * others. Those that are asked for have the same bits.
   *
   * @param names of variables and readouts, at least one
   */
  public Sampling only(Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("at least one quantity must be sampled");
    }
    return new Sampling(intervalHours, listedHours, List.copyOf(new LinkedHashSet<>(names)));
  }

  /** The names of the quantities that are asked for, in order; empty when all are. */
  List<String> quantities() {
    return quantities;
  }

  /** The sample times within a span, in hours, strictly ascending, a fresh array. */
  public double[] timesHours(TimeSpan span) {
    if (intervalHours > 0.0) {
      return regular(span);
    }
    if (listedHours.length == 0) {
      return new double[] {span.endHours()};
    }
    for (double tHours : listedHours) {
      if (!span.contains(tHours)) {
        throw new IllegalArgumentException(
            "sample time "
                + tHours
                + " h lies outside the time span "
                + span.startHours()
                + " h to "
                + span.endHours()
                + " h");
      }
    }
    return listedHours.clone();
  }

  private double[] regular(TimeSpan span) {
    double intervals = span.durationHours() / intervalHours;
    if (!(intervals < LARGEST_NUMBER_OF_SAMPLES)) {
      throw new IllegalArgumentException(
          "a sample every "
              + intervalHours
              + " h over "
              + span.durationHours()
              + " h makes "
              + intervals
              + " samples, more than "
              + LARGEST_NUMBER_OF_SAMPLES
              + "; choose a longer interval");
    }
    // The last regular sample that is not within a rounding error of the end; the end itself closes
    // the series.
    int last = (int) Math.ceil(intervals - 1e-9) - 1;
    double[] times = new double[last + 2];
    for (int i = 0; i <= last; i++) {
      times[i] = TimeGrid.rounded(span.startHours() + i * intervalHours);
    }
    times[last + 1] = span.endHours();
    return times;
  }

  private static double positive(double value, String unit) {
    if (!(value > 0.0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "sampling interval must be finite and > 0 " + unit + ", but was " + value);
    }
    return value;
  }

  @Override
  public String toString() {
    return times() + (quantities.isEmpty() ? "" : " of " + String.join(", ", quantities));
  }

  private String times() {
    if (intervalHours > 0.0) {
      return "every " + intervalHours + " h";
    }
    return listedHours.length == 0 ? "at the end" : "at " + Arrays.toString(listedHours) + " h";
  }
}
