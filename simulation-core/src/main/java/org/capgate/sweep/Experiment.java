package org.capgate.sweep;

import java.util.function.Supplier;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;

/** Something that can be measured. */
@FunctionalInterface
public interface Experiment {
  /**
   * The numbers of a measurement, a fresh array.
   *
   * @throws org.capgate.dynamics.IntegrationException when the run cannot be solved
   * @throws org.capgate.steady.SteadyStateException when the subject has no settled state
   * @throws org.capgate.input.InputException when what was stated cannot be done
   */
  double[] measured(Measurement what);

  /** The mean-field animal. */
  static Experiment of(Scenario scenario) {
    return what -> what.in(scenario, Solvers.standard());
  }

  /** A network of single neurons, made when it is measured and forgotten after. */
  static Experiment of(Supplier<Network> network) {
    return what -> what.in(network.get());
  }
}
