package org.capgate.sensitivity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.scenario.Scenario;
import org.capgate.steady.SteadyStateException;
import org.capgate.sweep.Measurement;

/**
 * Readouts of a scenario as a function of some of its numbers. Immutable.
 *
 * @param scenario everything else
 * @param names of the numbers, in the order of points
 * @param measurement what is read
 * @param integrator how runs are solved
 */
public record ScenarioResponse(
    Scenario scenario, List<String> names, Measurement measurement, Integrator integrator)
    implements Response {
  public ScenarioResponse {
    names = List.copyOf(names);
  }

  @Override
  public double[] at(double[] point) {
    try {
      return measurement.in(changed(point), integrator);
    } catch (IntegrationException | SteadyStateException none) {
      double[] nothing = new double[measurement.size()];
      Arrays.fill(nothing, Double.NaN);
      return nothing;
    }
  }

  /** The scenario with these numbers. */
  public Scenario changed(double[] point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      values.put(names.get(i), point[i]);
    }
    return scenario.toBuilder().parameters(scenario.parameters().with(values)).build();
  }
}
