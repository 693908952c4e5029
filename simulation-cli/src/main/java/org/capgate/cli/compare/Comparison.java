package org.capgate.cli.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.UnsolvedException;
import org.capgate.cli.command.Workers;
import org.capgate.cli.output.Bands;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.uncertainty.TreatmentResponse;

/**
 * Every genotype under every treatment, solved.
 *
 * @param plan what could be compared: the genotypes for which every treatment has a solution
 * @param arms by genotype, then treatment, in the order of the plan
 * @param others solved arms of the genotypes that are left out
 * @param failures arms without a solution
 * @param sets the arms under every set of an ensemble, in the same order, if there is one
 */
public record Comparison(
    ComparisonPlan plan,
    List<Arm> arms,
    List<Arm> others,
    List<Unsolved> failures,
    Optional<EnsembleRuns> sets) {

  public Comparison {
    arms = List.copyOf(arms);
    others = List.copyOf(others);
    failures = List.copyOf(failures);
  }

  /**
   * Solves all arms.
   *
   * @param ensemble for the bands, if any
   * @throws UnsolvedException when no genotype is left
   */
  public static Comparison of(
      ComparisonPlan plan,
      Optional<ParameterEnsemble> ensemble,
      Workers workers,
      Progress progress) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Genotype genotype : plan.genotypes()) {
      for (Regimen treatment : plan.treatments()) {
        scenarios.add(plan.scenario(genotype, treatment));
      }
    }
    Sampling sampling = Sampling.at(plan.samplesHours());
    List<Attempt> attempts =
        workers.map(scenarios, scenario -> attempt(plan, scenario, sampling, progress));
    List<Genotype> complete = new ArrayList<>();
    List<Arm> arms = new ArrayList<>();
    List<Arm> others = new ArrayList<>();
    List<Unsolved> failures = new ArrayList<>();
    for (int g = 0; g < plan.genotypes().size(); g++) {
      int from = g * plan.treatments().size();
      List<Attempt> own = attempts.subList(from, from + plan.treatments().size());
      boolean isComplete = own.stream().allMatch(attempt -> attempt.arm().isPresent());
      if (isComplete) {
        complete.add(plan.genotypes().get(g));
      }
      for (Attempt attempt : own) {
        attempt.arm().ifPresent((isComplete ? arms : others)::add);
        attempt.failure().ifPresent(failures::add);
      }
    }
    if (complete.isEmpty()) {
      throw new UnsolvedException(failures);
    }
    ComparisonPlan compared =
        new ComparisonPlan(plan.model(), complete, plan.treatments(), plan.days());
    List<Scenario> solved = arms.stream().map(Arm::scenario).toList();
    Optional<EnsembleRuns> sets =
        ensemble.map(
            members ->
                EnsembleRuns.of(solved, members)
                    .reading(ComparisonTables.READOUTS)
                    .solve(
                        Bands.INTEGRATOR,
                        plan.span(),
                        sampling,
                        Workers.COUNT,
                        done -> progress.step()));
    return new Comparison(compared, arms, others, failures, sets);
  }

  /** An arm under every set of the ensemble. */
  Optional<EnsembleRuns.Experiment> sets(Arm arm) {
    return sets.map(runs -> runs.experiment(arms.indexOf(arm)));
  }

  /** A response under every set of the ensemble. */
  Optional<TreatmentResponse.OverSets> sets(Genotype genotype, Regimen treatment) {
    return response(genotype, treatment).over(responses(genotype, treatment));
  }

  /** The sample at which behaviour is read. */
  private int behaviour(Arm arm) {
    return Arrays.binarySearch(arm.run().timesHours(), ComparisonPlan.BEHAVIOUR_HOURS);
  }

  /**
   * What a treatment does to the immobility of a genotype, by set under which it has a solution.
   */
  List<TreatmentResponse> responses(Genotype genotype, Regimen treatment) {
    Arm arm = arm(genotype, treatment);
    Arm compared = arm(plan.reference(), treatment);
    if (sets.isEmpty()) {
      return List.of();
    }
    EnsembleRuns.Experiment own = sets.get().experiment(arms.indexOf(arm));
    EnsembleRuns.Experiment reference = sets.get().experiment(arms.indexOf(compared));
    double[] untreated = own.untreated(Readout.IMMOBILITY);
    double[] treated = own.values(Readout.IMMOBILITY, behaviour(arm));
    double[] referenceUntreated = reference.untreated(Readout.IMMOBILITY);
    double[] referenceTreated = reference.values(Readout.IMMOBILITY, behaviour(compared));
    List<TreatmentResponse> responses = new ArrayList<>();
    for (int i = 0; i < untreated.length; i++) {
      int other = reference.members().indexOf(own.members().get(i));
      if (other >= 0) {
        responses.add(
            new TreatmentResponse(
                untreated[i],
                treated[i],
                (referenceTreated[other] - referenceUntreated[other]) / referenceUntreated[other]));
      }
    }
    return responses;
  }

  /** Solved arms, in the order of the plan, then those of genotypes that are left out. */
  List<Arm> solved() {
    return Stream.concat(arms.stream(), others.stream()).toList();
  }

  private record Attempt(Optional<Arm> arm, Optional<Unsolved> failure) {}

  private static Attempt attempt(
      ComparisonPlan plan, Scenario scenario, Sampling sampling, Progress progress) {
    try {
      Trajectory run =
          Solvers.standard().solve(scenario.instantiate(Provenance.SEED), plan.span(), sampling);
      return new Attempt(Optional.of(new Arm(scenario, run)), Optional.empty());
    } catch (IntegrationException | SteadyStateException e) {
      String label = "%s, %s".formatted(scenario.genotype().text(), scenario.treatment().text());
      return new Attempt(Optional.empty(), Optional.of(Unsolved.of(label, e)));
    } finally {
      progress.step();
    }
  }

  /** The arm of a genotype and a treatment of the plan. */
  Arm arm(Genotype genotype, Regimen treatment) {
    return arms.get(
        plan.genotypes().indexOf(genotype) * plan.treatments().size()
            + plan.treatments().indexOf(treatment));
  }

  /** What a treatment does to the immobility of a genotype. */
  TreatmentResponse response(Genotype genotype, Regimen treatment) {
    Arm own = arm(genotype, treatment);
    Arm reference = arm(plan.reference(), treatment);
    return new TreatmentResponse(
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
