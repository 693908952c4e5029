package org.capgate.cli.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.capgate.cli.output.Numeral;
import org.capgate.scenario.Scenario;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStateException;
import org.capgate.steady.SteadyStateException.Reason;

/**
 * Where an untreated animal rests, or why it does not.
 *
 * @param scenario the animal
 * @param state its steady state, when there is one, stable or not
 * @param failure why there is none
 */
public record SettledRow(
    Scenario scenario, Optional<SteadyState> state, Optional<SteadyStateException> failure) {

  public static SettledRow of(Scenario scenario) {
    try {
      return new SettledRow(scenario, Optional.of(scenario.settled()), Optional.empty());
    } catch (SteadyStateException none) {
      return new SettledRow(scenario, Optional.empty(), Optional.of(none));
    }
  }

  public boolean isStable() {
    return state.filter(SteadyState::isStable).isPresent();
  }

  /** Whether there is no steady state, or an unstable one of the wild type. */
  boolean isFailed() {
    return failure.isPresent() || scenario.genotype().isWildType() && !isStable();
  }

  /** Of the state, or of the one that was lost on the way. */
  public Optional<Eigenvalues> eigenvalues() {
    return state
        .map(SteadyState::eigenvalues)
        .or(() -> failure.flatMap(SteadyStateException::eigenvalues));
  }

  OptionalDouble lostAtShare() {
    return failure.map(SteadyStateException::share).orElse(OptionalDouble.empty());
  }

  /** Period of what goes on instead (h), or that of the oscillation by which it is unstable. */
  OptionalDouble periodHours() {
    OptionalDouble seen =
        failure.map(SteadyStateException::periodHours).orElse(OptionalDouble.empty());
    Optional<Eigenvalues> turning =
        eigenvalues().filter(values -> !isStable() && values.leadingImaginaryPerHour() > 0);
    return seen.isPresent() || turning.isEmpty()
        ? seen
        : OptionalDouble.of(2 * Math.PI / turning.get().leadingImaginaryPerHour());
  }

  /** Why it is not stable, in words; empty when it is. */
  Optional<String> why() {
    if (failure.isPresent()) {
      return failure.map(none -> String.valueOf(none.getMessage()));
    }
    return isStable()
        ? Optional.empty()
        : Optional.of(
            periodHours().isPresent()
                ? Reason.OSCILLATION.word()
                    + " of "
                    + Numeral.digits(periodHours().getAsDouble(), 3)
                    + " h grows"
                : "every disturbance leads away from it");
  }
}
