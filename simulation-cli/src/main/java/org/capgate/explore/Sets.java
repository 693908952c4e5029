package org.capgate.explore;

import java.util.ArrayList;
import java.util.List;
import org.capgate.dynamics.Integrator;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * Views under parameter sets that agree with the findings, some sets at a time, so that a page can
 * show what is known so far and stop asking when the choice has changed. Safe to share.
 */
final class Sets {
  /** Bands are wider than its error by far. */
  private static final Integrator INTEGRATOR = Solvers.rodas4(1e-4);

  /** Sets solved at a time. */
  private static final int AT_A_TIME = 10;

  /** Of a view, of the wild type beside it, and of some views before. */
  private static final int MOST_BATCHES = 60;

  private final ViewScenario scenarios;
  private final ParameterEnsemble ensemble;
  private final Recent<Batch, EnsembleRuns.Experiment> solved = new Recent<>(MOST_BATCHES);

  /** Some of the sets: those whose number leaves {@code part} when divided by {@link #parts}. */
  private record Batch(View view, int part) {}

  /**
   * @param ensemble of which each part is spread over the whole
   */
  Sets(ViewScenario scenarios, ParameterEnsemble ensemble) {
    this.scenarios = scenarios;
    this.ensemble = ensemble;
  }

  int size() {
    return ensemble.size();
  }

  private int parts() {
    return (ensemble.size() + AT_A_TIME - 1) / AT_A_TIME;
  }

  /**
   * A view under the first so many sets, or a few more.
   *
   * @param sets in [1, {@link #size}]
   */
  List<EnsembleRuns.Experiment> of(View view, int sets) {
    List<EnsembleRuns.Experiment> batches = new ArrayList<>();
    for (int part = 0, known = 0; known < sets; part++) {
      batches.add(solved.get(new Batch(view, part), this::solve));
      known += ensemble.every(parts(), part).size();
    }
    return batches;
  }

  private EnsembleRuns.Experiment solve(Batch batch) {
    ScenarioFile file = scenarios.file(batch.view());
    return EnsembleRuns.of(
            List.of(scenarios.scenario(batch.view())), ensemble.every(parts(), batch.part()))
        .reading(Panels.READOUTS)
        .solve(INTEGRATOR, file.span(), file.sampling(), 1)
        .experiment(0);
  }

  /** What is observed of a species. */
  static Readout behaviour(Species species) {
    return species == Species.HUMAN ? Readout.DEPRESSION_SCORE : Readout.IMMOBILITY;
  }
}
