package org.capgate.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.steady.SteadyStateException;
import org.jspecify.annotations.Nullable;

/**
 * Experiments under every parameter set of an ensemble: where a curve lies over all that agrees
 * with the findings. Members are solved one after another, the experiments of one together, so that
 * they share its reference state. Immutable.
 *
 * <pre>{@code
 * EnsembleRuns runs = EnsembleRuns.of(List.of(scenario), ParameterEnsemble.standard().thinned(100))
 *     .reading(Readout.MOOD)
 *     .solve(Solvers.standard(), TimeSpan.hours(0, 336), Sampling.everyHours(1), 2);
 * double[] low = runs.experiment(0).quantile(Readout.MOOD, 0.05);
 * }</pre>
 */
public final class EnsembleRuns {
  private final List<Experiment> experiments;
  private final List<Failure> failures;
  private final int members;

  private EnsembleRuns(List<Experiment> experiments, List<Failure> failures, int members) {
    this.experiments = List.copyOf(experiments);
    this.failures = List.copyOf(failures);
    this.members = members;
  }

  /** Experiments to be solved under every set. */
  public static Plan of(List<Scenario> scenarios, ParameterEnsemble ensemble) {
    return new Plan(scenarios, ensemble, new LinkedHashSet<>());
  }

  /**
   * What is to be solved.
   *
   * @param scenarios the experiments
   * @param ensemble the sets
   * @param readouts what is kept of each run
   */
  public record Plan(List<Scenario> scenarios, ParameterEnsemble ensemble, Set<Readout> readouts) {
    public Plan {
      scenarios = List.copyOf(scenarios);
      readouts = new LinkedHashSet<>(readouts);
    }

    /** The same with readouts to keep. */
    public Plan reading(Readout... more) {
      return reading(Arrays.asList(more));
    }

    /** The same with readouts to keep. */
    public Plan reading(List<Readout> more) {
      Set<Readout> all = new LinkedHashSet<>(readouts);
      all.addAll(more);
      return new Plan(scenarios, ensemble, all);
    }

    /** Solves; no number depends on the threads. */
    public EnsembleRuns solve(
        Integrator integrator, TimeSpan span, Sampling sampling, int threads) {
      return solve(integrator, span, sampling, threads, done -> {});
    }

    /**
     * Solves.
     *
     * @param done told how many members are done
     */
    public EnsembleRuns solve(
        Integrator integrator, TimeSpan span, Sampling sampling, int threads, IntConsumer done) {
      List<Readout> kept = List.copyOf(readouts);
      Sampling ofKept =
          kept.isEmpty() ? sampling : sampling.only(kept.stream().map(Readout::quantity).toList());
      List<List<Run>> byMember =
          OrderedParallel.map(
              ensemble.size(),
              threads,
              member -> runs(member, kept, integrator, span, ofKept),
              done);
      List<Failure> failures = new ArrayList<>();
      List<Experiment> experiments = new ArrayList<>();
      for (int i = 0; i < scenarios.size(); i++) {
        List<Run> solved = new ArrayList<>();
        for (List<Run> runs : byMember) {
          Run run = runs.get(i);
          if (run.reason == null) {
            solved.add(run);
          } else {
            failures.add(new Failure(run.member, i, run.reason));
          }
        }
        experiments.add(new Experiment(kept, solved));
      }
      return new EnsembleRuns(experiments, failures, ensemble.size());
    }

    private List<Run> runs(
        int member, List<Readout> kept, Integrator integrator, TimeSpan span, Sampling sampling) {
      List<Run> runs = new ArrayList<>();
      Map<ParameterSet, ParameterSet> sets = new IdentityHashMap<>(); // one is known again at once
      for (Scenario scenario : scenarios) {
        ParameterSet set =
            sets.computeIfAbsent(scenario.parameters(), shared -> ensemble.member(member, shared));
        Scenario own = scenario.toBuilder().parameters(set).build();
        try {
          Trajectory run = integrator.solve(own.instantiate(0), span, sampling);
          runs.add(Run.of(member, own, run, kept));
        } catch (IntegrationException | SteadyStateException e) {
          runs.add(Run.failed(member, String.valueOf(e.getMessage())));
        }
      }
      return runs;
    }
  }

  /** One member of one experiment: by readout, the untreated value and the series. */
  private record Run(
      int member,
      double[] timesHours,
      double[] untreated,
      double[][] series,
      @Nullable String reason) {
    static Run of(int member, Scenario scenario, Trajectory run, List<Readout> readouts) {
      double[] untreated = new double[readouts.size()];
      double[][] series = new double[readouts.size()][];
      for (int i = 0; i < series.length; i++) {
        untreated[i] = scenario.baseline(readouts.get(i));
        series[i] = readouts.get(i).series(run);
      }
      return new Run(member, run.timesHours(), untreated, series, null);
    }

    static Run failed(int member, String reason) {
      return new Run(member, new double[0], new double[0], new double[0][], reason);
    }
  }

  /**
   * A member under which an experiment has no solution.
   *
   * @param member its number
   * @param experiment its number
   * @param reason in a sentence
   */
  public record Failure(int member, int experiment, String reason) {}

  /** The experiment of a number, in the order they were stated. */
  public Experiment experiment(int number) {
    return experiments.get(number);
  }

  /** What could not be solved, by experiment and member; left out of every quantile. */
  public List<Failure> failures() {
    return failures;
  }

  /** How many sets there were. */
  public int members() {
    return members;
  }

  /** One experiment under the sets under which it has a solution. */
  public static final class Experiment {
    private final List<Readout> readouts;
    private final List<Run> runs;

    private Experiment(List<Readout> readouts, List<Run> runs) {
      this.readouts = readouts;
      this.runs = List.copyOf(runs);
    }

    /** How many sets have a solution. */
    public int size() {
      return runs.size();
    }

    /** The numbers of these sets in the ensemble, ascending. */
    public List<Integer> members() {
      return runs.stream().map(Run::member).toList();
    }

    /** Sample times (h), a fresh array; empty without a solution. */
    public double[] timesHours() {
      return runs.isEmpty() ? new double[0] : runs.get(0).timesHours.clone();
    }

    /** The untreated value of a readout, by set. */
    public double[] untreated(Readout readout) {
      int index = index(readout);
      return runs.stream().mapToDouble(run -> run.untreated[index]).toArray();
    }

    /** The value of a readout at a sample, by set. */
    public double[] values(Readout readout, int sample) {
      int index = index(readout);
      return runs.stream().mapToDouble(run -> run.series[index][sample]).toArray();
    }

    /**
     * A quantile over the sets, at every sample.
     *
     * @param share in [0, 1]
     */
    public double[] quantile(Readout readout, double share) {
      return quantiles(readout, share)[0];
    }

    /**
     * Quantiles over the sets: [share][sample].
     *
     * @param shares each in [0, 1]
     */
    public double[][] quantiles(Readout readout, double... shares) {
      double[][] quantiles = new double[shares.length][timesHours().length];
      for (int sample = 0; sample < quantiles[0].length; sample++) {
        Quantiles ofSets = Quantiles.of(values(readout, sample));
        for (int i = 0; i < shares.length; i++) {
          quantiles[i][sample] = ofSets.at(shares[i]);
        }
      }
      return quantiles;
    }

    private int index(Readout readout) {
      int index = readouts.indexOf(readout);
      if (index < 0) {
        throw new IllegalArgumentException("%s was not kept of the runs".formatted(readout.name()));
      }
      return index;
    }
  }
}
