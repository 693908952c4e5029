package org.capgate.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.capgate.analysis.KnownResults;
import org.capgate.dynamics.Integrator;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyState;
import org.capgate.treatment.CompoundCatalogue;

/**
 * Simulates what findings describe and judges them. Immutable; each evaluation runs on the calling
 * thread and shares nothing with others.
 *
 * <pre>{@code
 * FindingsReport report = FindingsEvaluator.standard().evaluate(FindingFile.published());
 * }</pre>
 */
public final class FindingsEvaluator {

  private final ParameterSet parameters;
  private final Mechanisms mechanisms;
  private final CompoundCatalogue catalogue;
  private final Subjects subjects;

  private FindingsEvaluator(
      ParameterSet parameters,
      Mechanisms mechanisms,
      CompoundCatalogue catalogue,
      Subjects subjects) {
    this.parameters = parameters;
    this.mechanisms = mechanisms;
    this.catalogue = catalogue;
    this.subjects = subjects;
  }

  /** The shipped parameters, mechanisms, compounds and integrator. */
  public static FindingsEvaluator standard() {
    return new FindingsEvaluator(
        ParameterSet.standard(),
        Mechanisms.standard(),
        CompoundCatalogue.standard(),
        Subjects.meanField(Solvers.standard()));
  }

  /** The same with other parameters. */
  public FindingsEvaluator withParameters(ParameterSet changed) {
    return new FindingsEvaluator(changed, mechanisms, catalogue, subjects);
  }

  /** The same with other mechanism options. */
  public FindingsEvaluator withMechanisms(Mechanisms changed) {
    return new FindingsEvaluator(parameters, changed, catalogue, subjects);
  }

  /** The same with other compounds; findings must have been read with the same ones. */
  public FindingsEvaluator withCatalogue(CompoundCatalogue changed) {
    return new FindingsEvaluator(parameters, mechanisms, changed, subjects);
  }

  /** The same for an integrator with a tolerance of about 1e-4, to which effects are tabulated. */
  public FindingsEvaluator withCoarseEffects() {
    return withCatalogue(catalogue.withCoarseEffects());
  }

  /** The same with another integrator. */
  public FindingsEvaluator withIntegrator(Integrator changed) {
    return new FindingsEvaluator(parameters, mechanisms, catalogue, Subjects.meanField(changed));
  }

  /**
   * The same with a network of neurons for every subject.
   *
   * @param networkOf starts the network of a scenario; what is edited in subclasses is added to it
   */
  public FindingsEvaluator onNetworks(Function<Scenario, Network.Builder> networkOf) {
    return new FindingsEvaluator(parameters, mechanisms, catalogue, Subjects.networks(networkOf));
  }

  /** Evaluates every finding of a file, in its order. */
  public FindingsReport evaluate(FindingFile file) {
    return evaluate(file.name(), file.findings());
  }

  /**
   * Evaluates findings that need not stand in one file; ids must be unique. Those they are compared
   * with are taken from the shipped ones where they are not among them.
   */
  public FindingsReport evaluate(String name, List<Finding> findings) {
    FindingPlan plan = FindingPlan.of(findings);
    return evaluate(name, plan, simulations(plan), judged -> {});
  }

  /**
   * Judges findings of a plan one at a time, for who may not need them all. What one finding
   * simulates is there for the next. Not for several threads at once.
   */
  public Function<Finding, Evaluation> judging(FindingPlan plan) {
    return new Judgement(simulations(plan), plan)::evaluate;
  }

  /**
   * Evaluates a file whose simulated numbers may be known already.
   *
   * @param known belongs to this evaluator and to this file, and to no other
   * @param judged told of each finding after it was judged, in their order
   */
  public FindingsReport evaluate(FindingFile file, KnownResults known, Consumer<Finding> judged) {
    FindingPlan plan = FindingPlan.of(file.findings());
    Simulations simulations = new KnownSimulations(simulations(plan), known);
    return evaluate(file.name(), plan, simulations, judged);
  }

  private static FindingsReport evaluate(
      String name, FindingPlan plan, Simulations simulations, Consumer<Finding> judged) {
    Judgement judgement = new Judgement(simulations, plan);
    List<Evaluation> evaluations = new ArrayList<>();
    for (Finding finding : plan.findings()) {
      evaluations.add(judgement.evaluate(finding));
      judged.accept(finding);
    }
    return new FindingsReport(name, evaluations);
  }

  private Simulations simulations(FindingPlan plan) {
    return new ScenarioSimulations(this::scenario, plan.runs(), subjects);
  }

  /**
   * The settled, untreated state of a condition's subject, of the mean field.
   *
   * @throws org.capgate.steady.SteadyStateException when it does not settle
   */
  public SteadyState settled(Condition condition) {
    Subjects.requireClasses(condition.edits());
    return scenario(condition.untreated()).settled();
  }

  private Scenario scenario(Condition condition) {
    return Scenario.of(condition.subject())
        .preparation(condition.preparation())
        .stress(condition.stress())
        .genotype(condition.genotype())
        .treatment(condition.treatment())
        .parameters(parameters)
        .mechanisms(mechanisms)
        .compounds(catalogue)
        .build();
  }
}
