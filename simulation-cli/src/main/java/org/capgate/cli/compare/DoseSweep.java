package org.capgate.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.UnsolvedException;
import org.capgate.cli.command.Workers;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Regimen;

/**
 * One treatment of a comparison in many amounts, in two of its genotypes.
 *
 * @param label of what is given, without the amount
 * @param points by genotype, then dose, of those that have a solution
 * @param failures those that have none
 */
public record DoseSweep(String label, List<Point> points, List<Unsolved> failures) {
  /** mg/kg, ascending. */
  private static final double[] DOSES_MG_PER_KG = {
    0.3, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 30, 50, 70, 100, 140, 200
  };

  public DoseSweep {
    points = List.copyOf(points);
    failures = List.copyOf(failures);
  }

  /**
   * One dose in one genotype.
   *
   * @param scenario the experiment
   * @param mgPerKg the dose
   * @param untreatedSeconds immobility in the settled untreated state (s)
   * @param treatedSeconds immobility at 24 h (s)
   */
  record Point(Scenario scenario, double mgPerKg, double untreatedSeconds, double treatedSeconds) {
    /** Change of immobility, % of the untreated genotype. */
    double changePercent() {
      return 100 * (treatedSeconds - untreatedSeconds) / untreatedSeconds;
    }
  }

  /** The dose that is varied: the first treatment that is one dose in mg/kg of something active. */
  static Optional<Dose> varied(ComparisonPlan plan) {
    return plan.activeTreatments().stream()
        .map(Regimen::administrations)
        .filter(given -> given.size() == 1)
        .map(given -> given.get(0))
        .filter(Dose.class::isInstance)
        .map(Dose.class::cast)
        .filter(dose -> dose.unit() == AmountUnit.MG_PER_KG)
        .findFirst();
  }

  /** Number of runs it takes. */
  public static int size(ComparisonPlan plan) {
    return varied(plan).isEmpty() ? 0 : genotypes(plan).size() * DOSES_MG_PER_KG.length;
  }

  /** Solves all doses, if a treatment of the plan can be varied. */
  public static Optional<DoseSweep> of(ComparisonPlan plan, Workers workers, Progress progress) {
    return varied(plan).map(dose -> of(plan, dose, workers, progress));
  }

  private static DoseSweep of(ComparisonPlan plan, Dose dose, Workers workers, Progress progress) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Genotype genotype : genotypes(plan)) {
      for (double amount : DOSES_MG_PER_KG) {
        scenarios.add(plan.scenario(genotype, Regimen.of(withAmount(dose, amount))));
      }
    }
    List<Attempt> attempts =
        workers.map(
            scenarios,
            scenario -> {
              Attempt attempt = attempt(scenario, plan.startHours());
              progress.step();
              return attempt;
            });
    List<Point> points = attempts.stream().flatMap(one -> one.point().stream()).toList();
    List<Unsolved> failures = attempts.stream().flatMap(one -> one.failure().stream()).toList();
    if (points.isEmpty()) {
      throw new UnsolvedException(failures);
    }
    return new DoseSweep(dose.compound() + " " + dose.route().word(), points, failures);
  }

  private record Attempt(Optional<Point> point, Optional<Unsolved> failure) {}

  private static Attempt attempt(Scenario scenario, double startHours) {
    Dose dose = (Dose) scenario.treatment().administrations().get(0);
    try {
      Trajectory run =
          Solvers.standard()
              .solve(
                  scenario.instantiate(Provenance.SEED),
                  TimeSpan.hours(startHours, ComparisonPlan.BEHAVIOUR_HOURS),
                  Sampling.endOnly());
      Point point =
          new Point(
              scenario,
              dose.amount(),
              scenario.baseline(Readout.IMMOBILITY),
              Readout.IMMOBILITY.at(run, ComparisonPlan.BEHAVIOUR_HOURS));
      return new Attempt(Optional.of(point), Optional.empty());
    } catch (IntegrationException | SteadyStateException e) {
      String label = "%s, %s".formatted(scenario.genotype().text(), scenario.treatment().text());
      return new Attempt(Optional.empty(), Optional.of(Unsolved.of(label, e)));
    }
  }

  /** The reference and the last of the others. */
  static List<Genotype> genotypes(ComparisonPlan plan) {
    List<Genotype> others = plan.others();
    return others.isEmpty()
        ? List.of(plan.reference())
        : List.of(plan.reference(), others.get(others.size() - 1));
  }

  private static Dose withAmount(Dose dose, double mgPerKg) {
    return new Dose(
        dose.compound(),
        mgPerKg,
        dose.unit(),
        dose.route(),
        dose.startHours(),
        dose.durationHours(),
        dose.intervalHours(),
        dose.repeatDays());
  }

  /** Genotypes in the order of the points. */
  List<Genotype> genotypes() {
    return points.stream().map(point -> point.scenario().genotype()).distinct().toList();
  }

  /** The points of one genotype, by dose. */
  List<Point> points(Genotype genotype) {
    return points.stream().filter(point -> point.scenario().genotype().equals(genotype)).toList();
  }
}
