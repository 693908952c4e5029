package org.capgate.dynamics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the samples of one solve, in order of time, and makes the {@link Trajectory}. Used by
 * integrators.
 */
public final class TrajectoryRecorder {
  private final OdeSystem system;
  private final double[] timesHours;
  private final double[][] series; // [quantity][sample]
  private final double[] readouts;
  private int recorded;

  /** A recorder for the samples of a span, all memory taken at once. */
  public TrajectoryRecorder(OdeSystem system, TimeSpan span, Sampling sampling) {
    this.system = system;
    timesHours = sampling.timesHours(span);
    readouts = new double[system.readouts().size()];
    series = new double[system.size() + readouts.length][timesHours.length];
  }

  /** Time of the next sample to record, in hours; infinite when there is none left. */
  public double nextHours() {
    return recorded < timesHours.length ? timesHours[recorded] : Double.POSITIVE_INFINITY;
  }

  /**
   * Records the next sample.
   *
   * @param evaluator in the segment the sample belongs to; gives the readouts
   * @param state one entry per variable; copied
   * @throws IntegrationException when a readout is not finite
   */
  public void record(OdeSystem.Evaluator evaluator, double[] state) {
    int size = system.size();
    for (int i = 0; i < size; i++) {
      series[i][recorded] = state[i];
    }
    evaluator.readouts(timesHours[recorded], state, readouts);
    for (int i = 0; i < readouts.length; i++) {
      series[size + i][recorded] = readouts[i];
      if (!Double.isFinite(readouts[i])) {
        throw notFinite(evaluator, state, i);
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
                missing == null ? "%s is %s".formatted(name, readouts[readout]) : missing, tHours));
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
    return new Trajectory(system, timesHours, series, statistics, provenance);
  }
}
