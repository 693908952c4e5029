package org.capgate.dynamics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capgate.input.Names;

/**
 * Collects the samples of one solve, in order of time, and makes the {@link Trajectory}. Used by
 * integrators.
 */
public final class TrajectoryRecorder {
  private final OdeSystem system;
  private final double[] timesHours;
  private final int[] placesOfVariables; // that are kept
  private final int[] placesOfReadouts;
  private final boolean[] isKept; // [readout]
  private final boolean needsAlgebraic;
  private final double[][] series; // [quantity that is kept][sample]
  private final double[] values; // [readout]
  private int recorded;

  /** A recorder for the samples of a span, all memory taken at once. */
  public TrajectoryRecorder(OdeSystem system, TimeSpan span, Sampling sampling) {
    this.system = system;
    timesHours = sampling.timesHours(span);
    List<String> asked = sampling.quantities();
    requireKnown(system, asked);
    placesOfVariables = places(system.variables(), asked);
    placesOfReadouts = places(system.readouts(), asked);
    values = new double[system.readouts().size()];
    isKept = new boolean[values.length];
    for (int place : placesOfReadouts) {
      isKept[place] = true;
    }
    needsAlgebraic =
        Arrays.stream(placesOfVariables).anyMatch(place -> place >= system.differentialSize())
            || Arrays.stream(placesOfReadouts).anyMatch(system::readsAlgebraic);
    series = new double[placesOfVariables.length + placesOfReadouts.length][timesHours.length];
  }

  private static void requireKnown(OdeSystem system, List<String> asked) {
    List<String> known =
        asked.isEmpty()
            ? List.of()
            : Stream.concat(system.variables().stream(), system.readouts().stream())
                .map(Variable::name)
                .toList();
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(Names.unknown("variable or readout", name, known));
      }
    }
  }

  private static int[] places(List<Variable> all, List<String> asked) {
    return IntStream.range(0, all.size())
        .filter(place -> asked.isEmpty() || asked.contains(all.get(place).name()))
        .toArray();
  }

  /** Time of the next sample to record, in hours; infinite when there is none left. */
  public double nextHours() {
    return recorded < timesHours.length ? timesHours[recorded] : Double.POSITIVE_INFINITY;
  }

  /** Whether algebraic variables are kept, or anything that follows from them. */
  public boolean needsAlgebraic() {
    return needsAlgebraic;
  }

  /**
   * Records the next sample.
   *
   * @param evaluator in the segment the sample belongs to; gives the readouts
   * @param state one entry per variable; copied
   * @throws IntegrationException when a readout is not finite
   */
  public void record(OdeSystem.Evaluator evaluator, double[] state) {
    int quantity = 0;
    for (int place : placesOfVariables) {
      series[quantity++][recorded] = state[place];
    }
    if (placesOfReadouts.length > 0) {
      evaluator.readouts(timesHours[recorded], state, isKept, values);
    }
    for (int place : placesOfReadouts) {
      series[quantity++][recorded] = values[place];
      if (!Double.isFinite(values[place])) {
        throw notFinite(evaluator, state, place);
      }
    }
    recorded++;
  }

  private IntegrationException notFinite(
      OdeSystem.Evaluator evaluator, double[] state, int readout) {
    double tHours = timesHours[recorded];
    String name = system.readouts().get(readout).name();
    String missing = evaluator.missingValue(tHours, state);
    return new IntegrationException(
        IntegrationException.Reason.NOT_FINITE,
        name,
        tHours,
        "%s, at t = %s h. Check the parameters and the treatment."
            .formatted(
                missing == null ? "%s is %s".formatted(name, values[readout]) : missing, tHours));
  }

  /**
   * The trajectory; the recorder must not be used afterwards.
   *
   * @param integrator what the integrator says about itself, added to the provenance of the system
   */
  public Trajectory finish(Statistics statistics, Map<String, String> integrator) {
    if (recorded != timesHours.length) {
      throw new IllegalStateException(
          "only " + recorded + " of " + timesHours.length + " samples were recorded");
    }
    Map<String, String> provenance = new LinkedHashMap<>(system.provenance());
    provenance.putAll(integrator);
    return new Trajectory(
        kept(system.variables(), placesOfVariables),
        kept(system.readouts(), placesOfReadouts),
        timesHours,
        series,
        statistics,
        provenance);
  }

  private static List<Variable> kept(List<Variable> all, int[] places) {
    return places.length == all.size() ? all : Arrays.stream(places).mapToObj(all::get).toList();
  }
}
