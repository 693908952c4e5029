package org.capgate.cli.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.Workers;
import org.capgate.cli.output.Bands;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * A scenario file, solved.
 *
 * @param file what was asked for
 * @param scenarios the scenario and its variants by label, in order
 * @param runs the solutions by label, of those that have one
 * @param failures those that have none
 * @param sets those with a solution under every set of an ensemble, in their order, if there is one
 */
record ScenarioRuns(
    ScenarioFile file,
    Map<String, Scenario> scenarios,
    Map<String, Trajectory> runs,
    List<Unsolved> failures,
    Optional<EnsembleRuns> sets) {
  /** Times at which people ask for a readout (h), the most asked for first. */
  private static final double[] WANTED_HOURS = {24, 2, 168, 336, 672, 72, 0.5, 6};

  private static final int MOST_REPORTED = 6;

  /** Solves the scenario and its variants. */
  static ScenarioRuns of(
      ScenarioFile file, Optional<ParameterEnsemble> ensemble, Workers workers, Progress progress) {
    Map<String, Scenario> scenarios = file.scenarios();
    List<String> labels = List.copyOf(scenarios.keySet());
    Map<String, Trajectory> runs = new LinkedHashMap<>();
    List<Unsolved> failures = Collections.synchronizedList(new ArrayList<>());
    List<Optional<Trajectory>> solved =
        workers.map(
            labels,
            label -> {
              Scenario scenario = Objects.requireNonNull(scenarios.get(label));
              Optional<Trajectory> run = Optional.empty();
              try {
                run =
                    Optional.of(
                        Solvers.standard()
                            .solve(
                                scenario.instantiate(file.seed()), file.span(), file.sampling()));
              } catch (IntegrationException | SteadyStateException e) {
                failures.add(Unsolved.of(label, e));
              }
              progress.step();
              return run;
            });
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      solved.get(i).ifPresent(run -> runs.put(label, run));
    }
    failures.sort(Comparator.comparingInt(one -> labels.indexOf(one.experiment())));
    Optional<EnsembleRuns> sets =
        ensemble.map(
            members ->
                EnsembleRuns.of(
                        runs.keySet().stream()
                            .map(label -> Objects.requireNonNull(scenarios.get(label)))
                            .toList(),
                        members)
                    .reading(file.readouts())
                    .solve(
                        Bands.INTEGRATOR,
                        file.span(),
                        file.sampling(),
                        Workers.COUNT,
                        done -> progress.step()));
    return new ScenarioRuns(file, scenarios, runs, List.copyOf(failures), sets);
  }

  /** A run with a solution under every set of the ensemble. */
  Optional<EnsembleRuns.Experiment> sets(String label) {
    return sets.map(all -> all.experiment(List.copyOf(runs.keySet()).indexOf(label)));
  }

  /** Median and bands over the sets of the ensemble at every sample time. */
  Table bands(Map<String, String> provenance) {
    TableBuilder table = Bands.columns(Table.builder().text("scenario")).provenance(provenance);
    for (String label : runs.keySet()) {
      for (Readout readout : file.readouts()) {
        Bands.addRows(table, sets(label).orElseThrow(), readout, label);
      }
    }
    return table.build();
  }

  /** Every readout of every run at every sample time: one number a row. */
  Table table(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("time_h")
            .text("readout")
            .number("value")
            .text("unit")
            .provenance(provenance);
    runs.forEach(
        (label, run) -> {
          double[] times = run.timesHours();
          for (Readout readout : file.readouts()) {
            double[] values = readout.series(run);
            for (int i = 0; i < times.length; i++) {
              table.row(label, times[i], readout.name(), values[i], readout.unit());
            }
          }
        });
    return table.build();
  }

  /** The samples nearest to some of the times people ask for, and the last one (h), ascending. */
  double[] reportedHours() {
    double[] times = runs.values().iterator().next().timesHours();
    double end = times[times.length - 1];
    TreeSet<Double> reported = new TreeSet<>(Set.of(end));
    int most = Math.max(1, Math.min(MOST_REPORTED, ScenarioRunsText.columnsThatFit()));
    for (double wanted : WANTED_HOURS) {
      double nearest = nearest(times, wanted);
      if (Math.abs(nearest - wanted) <= 0.1 * wanted && reported.size() < most) {
        reported.add(nearest);
      }
    }
    return reported.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double nearest(double[] times, double wanted) {
    double nearest = times[0];
    for (double time : times) {
      if (Math.abs(time - wanted) < Math.abs(nearest - wanted)) {
        nearest = time;
      }
    }
    return nearest;
  }
}
