package org.capgate.compile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.capgate.equations.Algebra;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/** Turns expressions of a part into operations over given loads; a definition is lowered once. */
final class CellLowering implements Algebra<Integer> {
  private final OpGraph graph;
  private final EquationSystem system;
  private final Map<String, Integer> loads;
  private final Map<String, Integer> explicit = new LinkedHashMap<>();

  CellLowering(OpGraph graph, EquationSystem system, Map<String, Integer> loads) {
    this.graph = graph;
    this.system = system;
    this.loads = new HashMap<>(loads);
  }

  /** What the equation of an unknown evaluates to: its rate or residual. */
  int evaluated(Symbol symbol) {
    return system.equationOf(symbol).statement().evaluated().fold(this);
  }

  /** The value of an expression. */
  int value(Expression expression) {
    return expression.fold(this);
  }

  /** Places of the definitions lowered so far. */
  Set<Integer> definitions() {
    return new TreeSet<>(explicit.values());
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
