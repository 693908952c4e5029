package org.capgate.cli.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.Progress;
import org.capgate.cli.output.Bands;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.Series;

/**
 * The mean field of the scenario of a network, under the shipped parameter set and under those of
 * an ensemble: what the network is compared with. A network under every set would take its own time
 * again for each.
 *
 * @param label what it is, and what of the network it leaves out
 * @param run under the shipped set
 * @param sets under every set of an ensemble, if there is one
 */
record MeanField(String label, Trajectory run, Optional<EnsembleRuns> sets) {
  private static final Readout SHOWN = Readout.MOOD;

  /** Solves it at the sample times of the network. */
  static MeanField of(
      Network network,
      double[] samplesHours,
      Optional<ParameterEnsemble> ensemble,
      int threads,
      Progress progress) {
    Scenario scenario = network.scenario();
    TimeSpan span = TimeSpan.hours(samplesHours[0], samplesHours[samplesHours.length - 1]);
    Sampling sampling = Sampling.at(samplesHours);
    Trajectory run = Solvers.standard().solve(scenario.instantiate(0), span, sampling);
    Optional<EnsembleRuns> sets =
        ensemble.map(
            members ->
                EnsembleRuns.of(List.of(scenario), members)
                    .reading(SHOWN)
                    .solve(Bands.INTEGRATOR, span, sampling, threads, done -> progress.step()));
    return new MeanField(label(network), run, sets);
  }

  private static String label(Network network) {
    List<String> without = new ArrayList<>();
    if (!network.mosaicParts().isEmpty()) {
      without.add("mosaic");
    }
    if (!network.subclasses().isEmpty()) {
      without.add("subclasses");
    }
    return without.isEmpty()
        ? "mean field"
        : "mean field without the " + String.join(" and the ", without);
  }

  /** Its mood, with bands where there is an ensemble. */
  Series mood() {
    Series line = Series.of(label, run.timesHours(), SHOWN.series(run));
    return sets.map(all -> Bands.around(line, all.experiment(0), SHOWN)).orElse(line);
  }

  /** Its bands at every sample time, if there is an ensemble. */
  Optional<Table> bands(Map<String, String> provenance) {
    return sets.map(
        all -> {
          TableBuilder table =
              Bands.columns(Table.builder().text("scenario")).provenance(provenance);
          Bands.addRows(table, all.experiment(0), SHOWN, label);
          return table.build();
        });
  }
}
