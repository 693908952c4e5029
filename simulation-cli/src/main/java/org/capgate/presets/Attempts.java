package org.capgate.presets;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    try {
      return Optional.of(integrator.solve(scenario.instantiate(1), span, sampling));
    } catch (IntegrationException | SteadyStateException e) {
      reasons.put(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
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
