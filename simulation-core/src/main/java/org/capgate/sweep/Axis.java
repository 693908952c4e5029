package org.capgate.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.capgate.input.Bounds;
import org.capgate.input.Numbers;

/**
 * One thing that is varied: a number between two ends, or one of several stated values, which may
 * be words. Immutable.
 */
public final class Axis {
  /** Points a grid may have along one axis. */
  public static final Bounds POINTS = Bounds.between(1, 10_000, "");

  /** How a number is spread between its ends. */
  public enum Scale {
    /** Evenly. */
    LINEAR,
    /** Evenly in the logarithm; both ends are > 0. */
    LOG
  }

  private final String name;
  private final List<String> stated; // empty when between two ends
  private final double low;
  private final double high;
  private final Scale scale;
  private final int points;
  private final String unit;

  private Axis(
      String name,
      List<String> stated,
      double low,
      double high,
      Scale scale,
      int points,
      String unit) {
    this.name = name;
    this.unit = unit;
    this.stated = stated;
    this.low = low;
    this.high = high;
    this.scale = scale;
    this.points = points;
  }

  /**
   * A number between two ends.
   *
   * @param name what it is called in tables
   * @param low lower end, > 0 on a logarithmic scale
   * @param high upper end, above the lower one
   * @param points along the axis in a grid, both ends among them; a single one stands in the middle
   */
  public static Axis between(String name, double low, double high, Scale scale, int points) {
    Bounds.finite("").check("low", low);
    Bounds.finite("").check("high", high);
    POINTS.check("points", points);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "%s: low must be below high, but was %s against %s"
              .formatted(name, Numbers.text(low), Numbers.text(high)));
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new IllegalArgumentException(
          "%s: low must be > 0 on a logarithmic scale, but was %s"
              .formatted(name, Numbers.text(low)));
    }
    return new Axis(name, List.of(), low, high, scale, points, "");
  }

  /** One of these values, at least one and all different; words or numbers. */
  public static Axis of(String name, List<String> values) {
    if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException(
          "%s: values must be at least one and all different, but were %s".formatted(name, values));
    }
    return new Axis(name, List.copyOf(values), 0, 0, Scale.LINEAR, values.size(), "");
  }

  /** The same with a unit, as figures print it. */
  public Axis in(String unitOfNumbers) {
    return new Axis(name, stated, low, high, scale, points, unitOfNumbers);
  }

  /** The unit of its numbers as printed; empty when none was stated. */
  public String unit() {
    return unit;
  }

  /** Whether its values are stated one by one. */
  public boolean isStated() {
    return !stated.isEmpty();
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Points along the axis in a grid. */
  public int points() {
    return points;
  }

  /** Whether every value is a number. */
  public boolean isNumeric() {
    return stated.stream().allMatch(value -> Numbers.parse(value).isPresent());
  }

  /** Whether a logarithmic axis suits it: numbers > 0 spread in their logarithm. */
  public boolean isLogarithmic() {
    return scale == Scale.LOG;
  }

  /** The values of a grid, in order. */
  public List<String> values() {
    if (!stated.isEmpty()) {
      return stated;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      values.add(between(points == 1 ? 0.5 : (double) i / (points - 1)));
    }
    return values;
  }

  /** The value at a share of the axis in [0, 1). */
  public String at(double share) {
    return stated.isEmpty()
        ? between(share)
        : stated.get((int) Math.min(stated.size() - 1.0, share * stated.size()));
  }

  private String between(double share) {
    if (share == 0 || share == 1) {
      return Numbers.text(share == 0 ? low : high);
    }
    double value =
        scale == Scale.LOG
            ? low * StrictMath.exp(share * StrictMath.log(high / low))
            : low + share * (high - low);
    return Numbers.text(Math.max(low, Math.min(high, value))); // rounding may step over an end
  }
}
