package org.capgate.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.capgate.compile.Op.Code;
import org.capgate.equations.Algebra;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Layout;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/**
 * Turns the expressions of a system into operations; a definition is lowered once, where it is
 * first used.
 */
final class Lowering implements Algebra<Integer> {
  private final OpGraph graph;
  private final EquationSystem system;
  private final Map<String, Integer> loads;
  private final Map<String, Integer> explicit = new LinkedHashMap<>();

  /**
   * @param loads place of what is not to be computed, by name
   */
  Lowering(OpGraph graph, EquationSystem system, Map<String, Integer> loads) {
    this.graph = graph;
    this.system = system;
    this.loads = Map.copyOf(loads);
  }

  /** With variables, parameters and inputs read from their places in the layout. */
  static Lowering of(OpGraph graph, EquationSystem system) {
    Layout layout = system.layout();
    Map<String, Integer> loads = new HashMap<>();
    load(graph, Code.VARIABLE, layout.variables(), loads);
    load(graph, Code.PARAMETER, layout.parameters(), loads);
    load(graph, Code.INPUT, layout.inputs(), loads);
    return new Lowering(graph, system, loads);
  }

  private static void load(
      OpGraph graph, Code array, List<Symbol> symbols, Map<String, Integer> loads) {
    for (int i = 0; i < symbols.size(); i++) {
      loads.put(symbols.get(i).name(), graph.load(array, i));
    }
  }

  /** What the equation of each symbol evaluates to, in the order given. */
  int[] evaluated(List<Symbol> symbols) {
    List<Integer> places = new ArrayList<>();
    for (Symbol symbol : symbols) {
      places.add(loads.containsKey(symbol.name()) ? evaluated(symbol) : symbol(symbol));
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Places of the definitions lowered so far. */
  Set<Integer> definitions() {
    return new TreeSet<>(explicit.values());
  }

  /** What the equation of an unknown evaluates to: its rate or residual. */
  int evaluated(Symbol symbol) {
    return system.equationOf(symbol).statement().evaluated().fold(this);
  }

  @Override
  public Integer constant(double value, Unit unit) {
    return graph.constant(value);
  }

  @Override
  public Integer symbol(Symbol symbol) {
    Integer known = loads.getOrDefault(symbol.name(), explicit.get(symbol.name()));
    if (known == null) {
      known = evaluated(symbol);
      explicit.put(symbol.name(), known);
    }
    return known;
  }

  @Override
  public Integer sum(Integer left, Integer right) {
    return graph.add(left, right);
  }

  @Override
  public Integer difference(Integer left, Integer right) {
    return graph.subtract(left, right);
  }

  @Override
  public Integer product(Integer left, Integer right) {
    return graph.multiply(left, right);
  }

  @Override
  public Integer quotient(Integer numerator, Integer denominator) {
    return graph.divide(numerator, denominator);
  }

  @Override
  public Integer power(Integer base, int exponent) {
    return graph.power(base, exponent);
  }

  @Override
  public Integer squareRoot(Integer radicand) {
    return graph.squareRoot(radicand);
  }

  @Override
  public Integer negation(Integer operand) {
    return graph.negate(operand);
  }
}
