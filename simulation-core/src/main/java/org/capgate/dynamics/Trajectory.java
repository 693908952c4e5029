package org.capgate.dynamics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A solution at its sample times: every variable and readout, the work it took and where it came
 * from. Immutable.
 *
 * <p>It holds samples and nothing between them: ask for the times that matter with {@link
 * Sampling#at} or a fine enough {@link Sampling#everyMinutes}.
 */
public final class Trajectory {
  /** How far from a sample a time may lie and still mean that sample, in hours. */
  public static final double SAMPLE_MATCH_HOURS = 1e-9;

  private final List<Variable> variables;
  private final List<Variable> readouts;
  private final double[] timesHours;
  private final double[][] series; // [quantity][sample]
  private final Statistics statistics;
  private final Map<String, String> provenance;
  private volatile @Nullable Map<String, Integer> indexOfName; // made when first asked for

  /** Takes over the arrays and the provenance of a recorder. */
  Trajectory(
      List<Variable> variables,
      List<Variable> readouts,
      double[] timesHours,
      double[][] series,
      Statistics statistics,
      Map<String, String> provenance) {
    this.variables = List.copyOf(variables);
    this.readouts = List.copyOf(readouts);
    this.timesHours = timesHours;
    this.series = series;
    this.statistics = statistics;
    this.provenance = Collections.unmodifiableMap(provenance);
  }

  /**
   * Readouts alone, of something that is no system of equations.
   *
   * @param timesHours ascending, at least one; copied
   * @param series [readout][sample]; copied
   */
  public static Trajectory ofReadouts(
      List<Variable> readouts,
      double[] timesHours,
      double[][] series,
      Statistics statistics,
      Map<String, String> provenance) {
    double[][] copy = new double[series.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = series[i].clone();
    }
    return new Trajectory(
        List.of(), readouts, timesHours.clone(), copy, statistics, new LinkedHashMap<>(provenance));
  }

  /** What it is about, in words. */
  @Override
  public String toString() {
    String about =
        provenance.containsKey("treatment")
            ? " of %s, %s, %s"
                .formatted(
                    provenance.get("species"),
                    provenance.get("genotype"),
                    provenance.get("treatment"))
            : "";
    return "trajectory%s: %s samples from %s to %s h, %s variables, %s readouts"
        .formatted(
            about,
            timesHours.length,
            Numbers.text(timesHours[0]),
            Numbers.text(timesHours[timesHours.length - 1]),
            variables.size(),
            readouts.size());
  }

  /** Sample times in hours, ascending, a fresh array. */
  public double[] timesHours() {
    return timesHours.clone();
  }

  /** Number of samples, at least 1. */
  public int samples() {
    return timesHours.length;
  }

  /** Names of the variables, then of the readouts. */
  public List<String> names() {
    return quantities().stream().map(Variable::name).toList();
  }

  /** The variables, then the readouts, with units and descriptions. */
  public List<Variable> quantities() {
    return Stream.concat(variables.stream(), readouts.stream()).toList();
  }

  /** The values of a variable or readout, one per sample, a fresh array. */
  public double[] series(String name) {
    return series[indexOf(name)].clone();
  }

  /**
   * The value of a variable or readout at a sample time.
   *
   * @param tHours a sample time, within {@link #SAMPLE_MATCH_HOURS}
   */
  public double valueAt(String name, double tHours) {
    return series[indexOf(name)][sampleAt(tHours)];
  }

  /** The value of a variable or readout at the first sample. */
  public double first(String name) {
    return series[indexOf(name)][0];
  }

  /** The value of a variable or readout at the last sample. */
  public double last(String name) {
    return series[indexOf(name)][timesHours.length - 1];
  }

  /**
   * The variables at one sample, in the order of the system, those that were sampled; a fresh
   * array.
   */
  public double[] stateAt(double tHours) {
    int sample = sampleAt(tHours);
    double[] state = new double[variables.size()];
    for (int i = 0; i < state.length; i++) {
      state[i] = series[i][sample];
    }
    return state;
  }

  /** The work it took. */
  public Statistics statistics() {
    return statistics;
  }

  /**
   * Where it came from: what the system states about itself, then the integrator and its
   * tolerances; defined order.
   */
  public Map<String, String> provenance() {
    return provenance;
  }

  private int indexOf(String name) {
    Map<String, Integer> indices = indexOfName;
    if (indices == null) {
      indices = indices();
      indexOfName = indices;
    }
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          Names.unknown("variable or readout", name, indices.keySet()));
    }
    return index;
  }

  private Map<String, Integer> indices() {
    Map<String, Integer> indices = new LinkedHashMap<>();
    for (Variable quantity : quantities()) {
      if (indices.put(quantity.name(), indices.size()) != null) {
        throw new IllegalArgumentException(
            "two quantities of the system are named " + quantity.name());
      }
    }
    return indices;
  }

  private int sampleAt(double tHours) {
    int nearest = nearestSample(tHours);
    if (!(Math.abs(timesHours[nearest] - tHours) <= SAMPLE_MATCH_HOURS)) {
      throw new IllegalArgumentException(
          "no sample at "
              + tHours
              + " h, the nearest is at "
              + timesHours[nearest]
              + " h; solve with Sampling.at("
              + tHours
              + ") or a sampling interval that divides it");
    }
    return nearest;
  }

  private int nearestSample(double tHours) {
    int found = Arrays.binarySearch(timesHours, tHours);
    if (found >= 0) {
      return found;
    }
    int above = Math.min(-found - 1, timesHours.length - 1);
    int below = Math.max(above - 1, 0);
    return Math.abs(timesHours[below] - tHours) <= Math.abs(timesHours[above] - tHours)
        ? below
        : above;
  }
}
