package org.capgate.selection;

import java.util.List;
import java.util.Optional;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.model.Readout;
import org.capgate.population.Cohort;
import org.capgate.population.Population;
import org.capgate.population.Subject;
import org.capgate.sampling.LogDensity;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;

/**
 * The density of the wanted population over the normal numbers behind a subject: −½|z|² + λ·g(z),
 * −∞ where the subject is not plausible.
 */
final class TiltedDensity implements LogDensity {
  private static final double RELATIVE_TOLERANCE = 1e-4; // as in a trial

  private final Population population;
  private final Scenario scenario;
  private final Readout readout;
  private final List<Arms.Arm> arms; // of fitted targets
  private final Conditions conditions;
  private final double[] multipliers;
  private final Cohort cohort;
  private final Rosenbrock integrator = Solvers.standard(RELATIVE_TOLERANCE);

  TiltedDensity(
      Population population,
      Scenario scenario,
      long seed,
      List<Target> fitted,
      double[] multipliers) {
    this.population = population;
    this.scenario = scenario;
    this.multipliers = multipliers.clone();
    readout = fitted.get(0).readout();
    arms = Arms.of(fitted);
    conditions = new Conditions(population, arms, fitted);
    cohort = new Cohort(population, scenario, seed, arms.stream().map(Arms.Arm::regimen).toList());
  }

  @Override
  public double at(double[] z) {
    Optional<Subject> subject = population.subject(0, z);
    Optional<Cohort.Member> member = subject.flatMap(cohort::atRest);
    if (member.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    double[][] truth = new double[arms.size()][];
    try {
      for (int i = 0; i < truth.length; i++) {
        truth[i] = course(member.get(), arms.get(i));
      }
    } catch (IntegrationException | SteadyStateException unsolved) {
      return Double.NEGATIVE_INFINITY;
    }
    double prior = 0;
    for (double one : z) {
      prior -= one * one / 2;
    }
    return prior + Tilt.logWeight(multipliers, conditions.of(truth));
  }

  private double[] course(Cohort.Member member, Arms.Arm arm) {
    double[] hours = arm.hours().stream().mapToDouble(Double::doubleValue).toArray();
    double[] scores =
        readout.series(
            integrator.solve(
                member.under(scenario.genotype(), arm.regimen()),
                TimeSpan.hours(0, Math.max(1, arm.lastHours())),
                Sampling.at(hours).only(List.of(readout.quantity()))));
    boolean isTreated = !arm.regimen().isNone();
    double since = isTreated ? arm.regimen().firstHours() : 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= member.subject().placeboFall(readout.name(), isTreated, hours[i] - since);
    }
    return scores;
  }
}
