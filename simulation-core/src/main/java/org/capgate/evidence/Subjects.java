package org.capgate.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.network.NetworkView;
import org.capgate.scenario.Scenario;

/** Stands for the subjects of a finding: the mean animal, or a network of neurons. */
interface Subjects {
  /** The treated run. */
  Trajectory solve(Scenario scenario, TimeSpan span, Sampling sampling);

  /** A readout in the settled, untreated state. */
  double baseline(Scenario untreated, Readout readout);

  /** One animal of the mean field; nothing is drawn. */
  static Subjects meanField(Integrator integrator) {
    return new Subjects() {
      @Override
      public Trajectory solve(Scenario scenario, TimeSpan span, Sampling sampling) {
        return integrator.solve(scenario.instantiate(0), span, sampling);
      }

      @Override
      public double baseline(Scenario untreated, Readout readout) {
        return untreated.baseline(readout);
      }
    };
  }

  /**
   * A network of neurons for every scenario.
   *
   * @param networkOf gives the network of a scenario
   */
  static Subjects networks(Function<Scenario, Network> networkOf) {
    Map<String, Map<String, Double>> settled = new HashMap<>();
    return new Subjects() {
      @Override
      public Trajectory solve(Scenario scenario, TimeSpan span, Sampling sampling) {
        return networkOf.apply(scenario).simulate(span, sampling);
      }

      @Override
      public double baseline(Scenario untreated, Readout readout) {
        Map<String, Double> readouts =
            settled.computeIfAbsent(
                untreated.hash(), hash -> settled(networkOf.apply(untreated).start(0).world()));
        Double value = readouts.get(readout.quantity());
        if (value == null) {
          return 0; // a drug level, and nothing was given
        }
        return value;
      }
    };
  }

  private static Map<String, Double> settled(NetworkView world) {
    Map<String, Double> values = new HashMap<>();
    for (Readout readout : Readout.all()) {
      if (world.has(readout.quantity())) {
        values.put(readout.quantity(), world.readout(readout.quantity()));
      }
    }
    return values;
  }
}
