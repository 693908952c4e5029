package org.capgate.cli;

import java.util.ArrayList;
import java.util.List;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.Regimen;

/**
 * Every genotype under every treatment, solved.
 *
 * @param plan what was asked for
 * @param arms by genotype, then treatment, in the order of the plan
 */
record Comparison(ComparisonPlan plan, List<Arm> arms) {

  Comparison {
    arms = List.copyOf(arms);
  }

  /** Solves all arms. */
  static Comparison of(ComparisonPlan plan, Workers workers, Progress progress) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Genotype genotype : plan.genotypes()) {
      for (Regimen treatment : plan.treatments()) {
        scenarios.add(plan.scenario(genotype, treatment));
      }
    }
    Sampling sampling = Sampling.at(plan.samplesHours());
    return new Comparison(
        plan, workers.map(scenarios, scenario -> solve(plan, scenario, sampling, progress)));
  }

  private static Arm solve(
      ComparisonPlan plan, Scenario scenario, Sampling sampling, Progress progress) {
    try {
      Trajectory run =
          Solvers.standard().solve(scenario.instantiate(Provenance.SEED), plan.span(), sampling);
      progress.step();
      return new Arm(scenario, run);
    } catch (IntegrationException | SteadyStateException e) {
      throw new UnsolvedException(scenario, e);
    }
  }

  /** The arm of a genotype and a treatment of the plan. */
  Arm arm(Genotype genotype, Regimen treatment) {
    return arms.get(
        plan.genotypes().indexOf(genotype) * plan.treatments().size()
            + plan.treatments().indexOf(treatment));
  }

  /** What a treatment does to the immobility of a genotype. */
  Response response(Genotype genotype, Regimen treatment) {
    Arm own = arm(genotype, treatment);
    Arm reference = arm(plan.reference(), treatment);
    return new Response(
        own.untreated(Readout.IMMOBILITY),
        own.at(Readout.IMMOBILITY, ComparisonPlan.BEHAVIOUR_HOURS),
        reference.relativeChange(Readout.IMMOBILITY, ComparisonPlan.BEHAVIOUR_HOURS));
  }

  /**
   * One genotype under one treatment.
   *
   * @param scenario the experiment
   * @param run its solution
   */
  record Arm(Scenario scenario, Trajectory run) {
    /** In the settled untreated state of the same genotype. */
    double untreated(Readout readout) {
      return scenario.baseline(readout);
    }

    /** At a sample time (h). */
    double at(Readout readout, double tHours) {
      return readout.at(run, tHours);
    }

    /** Change against the untreated state, as a fraction of it. */
    double relativeChange(Readout readout, double tHours) {
      return (at(readout, tHours) - untreated(readout)) / untreated(readout);
    }
  }
}
