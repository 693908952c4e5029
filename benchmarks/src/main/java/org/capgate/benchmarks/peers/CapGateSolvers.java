package org.capgate.benchmarks.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;

/** The integrators of CapGate that are measured, by name: the one place to add another. */
final class CapGateSolvers {
  /** Integrator for a relative tolerance; the absolute one is 1/100 of it, as for all peers. */
  static final Map<String, DoubleFunction<Rosenbrock>> ALL = new LinkedHashMap<>();

  /** What the product uses: measured also on its own form of the equations, and on the cohort. */
  static final String STANDARD = "standard";

  static {
    ALL.put(STANDARD, Solvers::standard);
    ALL.put("RODAS3", Solvers::rodas3);
    ALL.put("RODAS4", Solvers::rodas4);
    ALL.put("Rodas5P", Solvers::rodas5p);
  }

  private CapGateSolvers() {}

  static Rosenbrock of(String name, double relative) {
    DoubleFunction<Rosenbrock> solver = ALL.get(name);
    if (solver == null) {
      throw new IllegalArgumentException("no solver '" + name + "', known are " + ALL.keySet());
    }
    return solver.apply(relative);
  }
}
