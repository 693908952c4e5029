package org.capgate.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;

/**
 * The readouts of one solved experiment that are kept to be drawn; not changed by anyone.
 *
 * @param hours sample times (h), ascending
 * @param values by readout, one entry per sample
 * @param ending why there is no solution to the end of the run, if there is none
 */
record Solution(double[] hours, Map<Readout, double[]> values, Optional<Ending> ending) {
  /** How near to its end a solution is still drawn. */
  private static final double DRAWN_PART = 0.995;

  /**
   * Where the equations stop having a solution.
   *
   * @param hours after t = 0 (h)
   * @param reason in one line
   */
  record Ending(double hours, String reason) {}

  /**
   * Solves an experiment. Where its equations have a solution for a part of the run only, as when
   * the quasi-steady firing rates meet a fold, that part is given and the reason beside it.
   */
  static Solution of(Scenario scenario, ScenarioFile file) {
    double[] hours = file.sampling().timesHours(file.span());
    try {
      return solved(scenario, file.seed(), hours, Optional.empty());
    } catch (IntegrationException e) {
      double end = e.timeHours();
      double[] drawn = Arrays.stream(hours).filter(h -> h <= DRAWN_PART * end).toArray();
      if (drawn.length < 2) {
        throw e;
      }
      return solved(
          scenario,
          file.seed(),
          drawn,
          Optional.of(new Ending(end, String.valueOf(e.getMessage()))));
    }
  }

  private static Solution solved(
      Scenario scenario, long seed, double[] hours, Optional<Ending> ending) {
    TimeSpan span = TimeSpan.hours(hours[0], hours[hours.length - 1]);
    Trajectory run = Solvers.standard().solve(scenario.instantiate(seed), span, Sampling.at(hours));
    Map<Readout, double[]> values = new HashMap<>();
    for (Readout readout : Panels.READOUTS) {
      values.put(readout, readout.series(run));
    }
    return new Solution(hours, values, ending);
  }
}
