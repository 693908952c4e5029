package org.capgate.equations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each symbol stands in the arrays of a kernel.
 *
 * <p>Variables: states, then quasi-steady, algebraic and solved references, each in order of
 * statement. So a variable keeps its index in every form of a system; only the number of
 * differential ones changes with explicit rates, and solved references come last. Parameters are
 * followed by frozen references.
 */
public final class Layout {
  private final String system;
  private final int differential;
  private final List<Symbol> variables;
  private final List<Symbol> parameters;
  private final List<Symbol> inputs;
  private final List<Symbol> readouts;
  private final Map<String, Integer> variableIndex;
  private final Map<String, Integer> parameterIndex;
  private final Map<String, Integer> inputIndex;
  private final Map<String, Integer> readoutIndex;

  Layout(EquationSystem system) {
    this.system = system.name();
    int differentialCount = 0;
    List<Symbol> unknown = new ArrayList<>();
    List<Symbol> given = new ArrayList<>(system.symbols(Kind.PARAMETER));
    for (Kind kind : List.of(Kind.STATE, Kind.QUASI_STEADY, Kind.ALGEBRAIC, Kind.REFERENCE)) {
      for (Symbol symbol : system.symbols(kind)) {
        Statement.Role role = system.equationOf(symbol).statement().role();
        (role == Statement.Role.FROZEN ? given : unknown).add(symbol);
        differentialCount += role == Statement.Role.DIFFERENTIAL ? 1 : 0;
      }
    }
    differential = differentialCount;
    variables = List.copyOf(unknown);
    parameters = List.copyOf(given);
    inputs = system.symbols(Kind.INPUT);
    readouts = system.symbols(Kind.READOUT);
    variableIndex = index(variables);
    parameterIndex = index(parameters);
    inputIndex = index(inputs);
    readoutIndex = index(readouts);
  }

  private static Map<String, Integer> index(List<Symbol> symbols) {
    Map<String, Integer> index = new HashMap<>();
    for (Symbol symbol : symbols) {
      index.put(symbol.name(), index.size());
    }
    return index;
  }

  /** Number of differential variables; they come first. */
  public int differential() {
    return differential;
  }

  /** The unknowns, differential ones first. */
  public List<Symbol> variables() {
    return variables;
  }

  /** Parameters, then frozen references. */
  public List<Symbol> parameters() {
    return parameters;
  }

  /** Inputs in order of statement. */
  public List<Symbol> inputs() {
    return inputs;
  }

  /** Readouts in order of statement. */
  public List<Symbol> readouts() {
    return readouts;
  }

  /** Index in the array of variables. */
  public int variable(String name) {
    return find(variableIndex, "variable", name);
  }

  /** Index of a parameter or a frozen reference in the array of parameters. */
  public int parameter(String name) {
    return find(parameterIndex, "parameter or frozen reference", name);
  }

  /** Index in the array of inputs. */
  public int input(String name) {
    return find(inputIndex, "input", name);
  }

  /** Index in the array of readouts. */
  public int readout(String name) {
    return find(readoutIndex, "readout", name);
  }

  private int find(Map<String, Integer> index, String what, String name) {
    Integer found = index.get(name);
    if (found == null) {
      throw new EquationException("no " + what + " named '" + name + "' in " + system);
    }
    return found;
  }
}
