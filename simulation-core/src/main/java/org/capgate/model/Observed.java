package org.capgate.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.compile.Kernel;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Symbol;

/**
 * What can be observed of the systems of a kernel, the same for all of them.
 *
 * @param variables of the equations
 * @param readouts those of the equations, then the {@link DrugLevel}s
 * @param algebraic places of the readouts that depend on algebraic variables
 */
record Observed(List<Variable> variables, List<Variable> readouts, Set<Integer> algebraic) {
  static Observed of(Kernel kernel) {
    return new Observed(
        kernel.layout().variables().stream().map(Observed::variable).toList(),
        Stream.concat(
                kernel.layout().readouts().stream().map(Observed::variable),
                Stream.of(DrugLevel.values()).map(DrugLevel::variable))
            .toList(),
        kernel.readoutsOfAlgebraic());
  }

  /** Whether a readout depends on algebraic variables. */
  boolean readsAlgebraic(int readout) {
    return algebraic.contains(readout);
  }

  private static Variable variable(Symbol symbol) {
    return new Variable(symbol.name(), symbol.unit().toString(), symbol.description());
  }
}
