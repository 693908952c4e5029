package org.capgate.presets;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;

/**
 * The experiments of a preset, solved one after another. One without a solution does not stop the
 * others: it is said by name with its reason, and the program ends with 1.
 */
final class Attempts {
  private final Integrator integrator;
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** With the standard integrator. */
  Attempts() {
    this(Solvers.standard());
  }

  Attempts(Integrator integrator) {
    this.integrator = integrator;
  }

  /** The solution of an experiment, if it has one. */
  Optional<Trajectory> solve(String name, Scenario scenario, TimeSpan span, Sampling sampling) {
    return tried(name, () -> integrator.solve(scenario.instantiate(1), span, sampling));
  }

  /** What an experiment gives, if it has a solution. */
  <T> Optional<T> tried(String name, Supplier<T> experiment) {
    Outcome<T> outcome = Outcome.of(experiment);
    outcome.reason().ifPresent(reason -> reasons.put(name, reason));
    return outcome.result();
  }

  /** The same of several independent ones, side by side: results in their order. */
  <T> List<Optional<T>> each(List<String> names, IntFunction<T> experiment) {
    List<Outcome<T>> outcomes =
        NetworkStudy.each(names.size(), i -> Outcome.of(() -> experiment.apply(i)));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      outcomes.get(i).reason().ifPresent(reason -> reasons.put(name, reason));
    }
    return outcomes.stream().map(Outcome::result).toList();
  }

  /** A result, or why there is none. */
  private record Outcome<T>(Optional<T> result, Optional<String> reason) {
    static <T> Outcome<T> of(Supplier<T> experiment) {
      try {
        return new Outcome<>(Optional.of(experiment.get()), Optional.empty());
      } catch (IntegrationException | SteadyStateException e) {
        return new Outcome<>(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
      }
    }
  }

  /** Some of several experiments of one name failed, as mice of an arm: its name and a reason. */
  void failed(String nameAndReason) {
    int end = nameAndReason.indexOf(": ");
    String name = nameAndReason.substring(0, end);
    reasons.merge(name, nameAndReason.substring(end + 2), (one, more) -> one + "; " + more);
  }

  /** Why an experiment has no solution, by its name. */
  Map<String, String> reasons() {
    return Map.copyOf(reasons);
  }

  /**
   * A line for each experiment without a solution.
   *
   * @return the exit code of the program: 1 if there is any, else 0
   */
  int report(PrintStream remarks) {
    reasons.forEach((name, reason) -> remarks.println("%s: %s".formatted(name, reason)));
    return reasons.isEmpty() ? 0 : 1;
  }

  /** Ends a program whose table is printed; a program without a failure just goes on. */
  void end() {
    System.out.flush();
    int code = report(System.err);
    if (code != 0) {
      System.exit(code);
    }
  }
}
