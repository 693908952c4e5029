package org.capgate.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Finding;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/**
 * Whether what a treatment did dies away. No finding looks at it, and no parameter set is agreed
 * with in which a wild type that was treated within a day feels better later than it ever did in
 * the first two days:
 *
 * <pre>max of mood from 48 to 336 h ≤ max of mood from 0 to 48 h + 0.08</pre>
 *
 * <p>The bound is ASSUMED (0.05 to 0.1): a third of the largest effect of ketamine. The treatments
 * are those of the findings, and each part of them alone, as in the controls of an experiment;
 * those of rats in mice too, and the reverse.
 */
public final class Aftermath {
  private static final double OVER_HOURS = 48;
  private static final double END_HOURS = 336;
  private static final double STEP_HOURS = 6;
  private static final double MOST_RISE = 0.08;
  private static final double RELATIVE_TOLERANCE = 1e-3; // moves mood by far less than the bound
  private static final CompoundCatalogue COMPOUNDS =
      CompoundCatalogue.standard().withCoarseEffects();

  private final List<Scenario> scenarios;

  private Aftermath(List<Scenario> scenarios) {
    this.scenarios = scenarios;
  }

  /** After the treatments of findings, each in an unstressed wild type. */
  public static Aftermath of(List<Finding> findings) {
    return new Aftermath(
        findings.stream()
            .map(Finding::condition)
            .filter(Aftermath::isOverWithinADay)
            .flatMap(Aftermath::withItsControls)
            .distinct()
            .toList());
  }

  private static Stream<Scenario> withItsControls(Condition condition) {
    Regimen whole = condition.treatment();
    return Stream.concat(Stream.of(whole), whole.administrations().stream().map(Regimen::of))
        .flatMap(
            regimen ->
                alike(condition.subject()).stream()
                    .filter(species -> isKnown(regimen, species))
                    .map(
                        species ->
                            Scenario.of(species).compounds(COMPOUNDS).treatment(regimen).build()));
  }

  private static List<Species> alike(Species subject) {
    return subject == Species.HUMAN ? List.of(subject) : List.of(Species.MOUSE, Species.RAT);
  }

  private static boolean isKnown(Regimen regimen, Species species) {
    return regimen.administrations().stream()
        .allMatch(given -> COMPOUNDS.named(given.compound()).kinetics(species).isPresent());
  }

  private static boolean isOverWithinADay(Condition condition) {
    return condition.preparation() == Preparation.IN_VIVO
        && !condition.treatment().isNone()
        && condition.treatment().administrations().stream()
            .allMatch(
                given ->
                    given instanceof Dose dose
                        && Arrays.stream(dose.givenHours()).allMatch(at -> at >= -24 && at <= 24));
  }

  /** How many treatments are looked at. */
  public int treatments() {
    return scenarios.size();
  }

  /** Whether nothing comes later under a parameter set; not where a subject has no course. */
  public boolean diesAway(ParameterSet set) {
    return scenarios.stream()
        .map(scenario -> margin(with(scenario, set)))
        .allMatch(margin -> margin.isPresent() && margin.getAsDouble() >= 0);
  }

  /**
   * By how much mood later stays below the bound, after each treatment; empty where a subject has
   * no course.
   */
  Optional<double[]> margins(ParameterSet set) {
    double[] margins = new double[scenarios.size()];
    for (int i = 0; i < margins.length; i++) {
      OptionalDouble margin = margin(with(scenarios.get(i), set));
      if (margin.isEmpty()) {
        return Optional.empty();
      }
      margins[i] = margin.getAsDouble();
    }
    return Optional.of(margins);
  }

  private static Scenario with(Scenario scenario, ParameterSet set) {
    return scenario.toBuilder().parameters(set).build();
  }

  private static OptionalDouble margin(Scenario scenario) {
    double start = Math.min(0, scenario.treatment().firstHours());
    try {
      Trajectory run =
          Solvers.rodas4(RELATIVE_TOLERANCE)
              .solve(
                  scenario.instantiate(0),
                  TimeSpan.hours(start, END_HOURS),
                  Sampling.everyHours(STEP_HOURS).only(Set.of(Readout.MOOD.quantity())));
      double first = scenario.baseline(Readout.MOOD);
      double later = Double.NEGATIVE_INFINITY;
      double[] mood = Readout.MOOD.series(run);
      for (int i = 0; i < mood.length; i++) {
        if (run.timesHours()[i] <= OVER_HOURS) {
          first = Math.max(first, mood[i]);
        } else {
          later = Math.max(later, mood[i]);
        }
      }
      return OptionalDouble.of(first + MOST_RISE - later);
    } catch (IntegrationException | SteadyStateException noCourse) {
      return OptionalDouble.empty();
    }
  }
}
