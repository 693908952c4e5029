package org.capgate.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.network.NetworkView;
import org.capgate.scenario.Scenario;

/** Stands for the subjects of a finding: the mean animal, or a network of neurons. */
interface Subjects {
  /**
   * The treated run.
   *
   * @param edits the genotype of the scenario, and what is edited besides in subclasses
   */
  Trajectory solve(Scenario scenario, GenotypeOfSubclasses edits, TimeSpan span, Sampling sampling);

  /** A readout in the settled, untreated state. */
  double baseline(Scenario untreated, GenotypeOfSubclasses edits, Readout readout);

  /** One animal of the mean field; nothing is drawn. */
  static Subjects meanField(Integrator integrator) {
    return new Subjects() {
      @Override
      public Trajectory solve(
          Scenario scenario, GenotypeOfSubclasses edits, TimeSpan span, Sampling sampling) {
        requireClasses(edits);
        return integrator.solve(scenario.instantiate(0), span, sampling);
      }

      @Override
      public double baseline(Scenario untreated, GenotypeOfSubclasses edits, Readout readout) {
        requireClasses(edits);
        return untreated.baseline(readout);
      }
    };
  }

  /** The mean field knows what is edited in whole classes only. */
  static void requireClasses(GenotypeOfSubclasses edits) {
    if (!edits.ofSubclasses().isEmpty()) {
      throw new InputException(
          Place.UNKNOWN,
          "genotype '%s' can be tried on networks only: the mean field has no subclasses"
              .formatted(edits.text()));
    }
  }

  /**
   * A network of neurons for every scenario.
   *
   * @param networkOf starts the network of a scenario
   */
  static Subjects networks(Function<Scenario, Network.Builder> networkOf) {
    Map<String, Map<String, Double>> settled = new HashMap<>();
    BiFunction<Scenario, GenotypeOfSubclasses, Network> built =
        (scenario, edits) -> networkOf.apply(scenario).ofSubclasses(edits).build();
    return new Subjects() {
      @Override
      public Trajectory solve(
          Scenario scenario, GenotypeOfSubclasses edits, TimeSpan span, Sampling sampling) {
        return built.apply(scenario, edits).simulate(span, sampling);
      }

      @Override
      public double baseline(Scenario untreated, GenotypeOfSubclasses edits, Readout readout) {
        Map<String, Double> readouts =
            settled.computeIfAbsent(
                untreated.hash() + edits.text(),
                key -> settled(built.apply(untreated, edits).start(0).world()));
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
