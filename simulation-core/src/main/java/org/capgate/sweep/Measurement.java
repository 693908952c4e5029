package org.capgate.sweep;

import java.util.List;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;

/**
 * What is read of a run: some readouts, each at some times. A run ends at the last of them.
 *
 * @param readouts at least one
 * @param atHours ascending (h after t = 0), the last one > 0; a time of a dose shows the state
 *     before it
 */
public record Measurement(List<Readout> readouts, List<Double> atHours) {
  public Measurement {
    readouts = List.copyOf(readouts);
    atHours = atHours.stream().map(TimeGrid::rounded).toList();
    if (readouts.isEmpty() || atHours.isEmpty()) {
      throw new IllegalArgumentException("at least one readout and one time must be measured");
    }
    if (!(atHours.get(atHours.size() - 1) > 0)) {
      throw new IllegalArgumentException(
          "the last time must be > 0 h, but was " + atHours.get(atHours.size() - 1));
    }
    for (int i = 1; i < atHours.size(); i++) {
      if (!(atHours.get(i) > atHours.get(i - 1))) {
        throw new IllegalArgumentException(
            "times must ascend, but %s h follows %s h"
                .formatted(atHours.get(i), atHours.get(i - 1)));
      }
    }
  }

  /** One readout at these times (h). */
  public static Measurement of(Readout readout, Double... atHours) {
    return new Measurement(List.of(readout), List.of(atHours));
  }

  /** How many numbers it gives. */
  public int size() {
    return readouts.size() * atHours.size();
  }

  /** The readout of a number. */
  public Readout readout(int index) {
    return readouts.get(index / atHours.size());
  }

  /** The time (h) of a number. */
  public double atHours(int index) {
    return atHours.get(index % atHours.size());
  }

  /**
   * The numbers of one scenario: all times of the first readout, then of the next; a fresh array.
   *
   * @throws org.capgate.dynamics.IntegrationException when the run cannot be solved
   * @throws org.capgate.steady.SteadyStateException when the subject has no settled state
   */
  public double[] in(Scenario scenario, Integrator integrator) {
    return valuesIn(integrator.solve(scenario.instantiate(0), span(scenario), sampling()));
  }

  /**
   * The same of a network.
   *
   * @throws org.capgate.dynamics.IntegrationException when the run cannot be solved
   */
  public double[] in(Network network) {
    return valuesIn(network.simulate(span(network.scenario()), sampling()));
  }

  /** From the first dose, t = 0 or the first time, whichever comes first, to the last time. */
  private TimeSpan span(Scenario scenario) {
    double firstHours = Math.min(0, atHours.get(0));
    return TimeSpan.hours(
        Math.min(firstHours, scenario.treatment().firstHours()), atHours.get(atHours.size() - 1));
  }

  private Sampling sampling() {
    return Sampling.at(atHours.stream().mapToDouble(Double::doubleValue).toArray())
        .only(readouts.stream().map(Readout::quantity).toList());
  }

  private double[] valuesIn(Trajectory run) {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readout(i).at(run, atHours(i));
    }
    return values;
  }
}
