package org.capgate.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Evaluation;
import org.capgate.equations.Expression;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.steady.SteadyStates;

/**
 * The equations with a value for every unknown, parameter and input, evaluated as they are printed.
 * Starts as the settled, untreated wild type; tests then change single values. Immutable.
 */
final class Point {
  private final EquationSystem equations;
  private final Map<Symbol, Double> values;

  private Point(EquationSystem equations, Map<Symbol, Double> values) {
    this.equations = equations;
    this.values = values;
  }

  /** The reference state of the shipped parameters. */
  static Point atRest() {
    return atRest(Mechanisms.standard());
  }

  static Point atRest(Mechanisms mechanisms) {
    MoodModel model = MoodModel.of(mechanisms);
    double[] unreferenced = model.wildType(ParameterSet.standard());
    double[] reference = SteadyStates.find(model.referenceSystem(unreferenced), 0).state();
    double[] p = model.withReferences(unreferenced, reference);
    double[] y = model.wildTypeState(reference);
    Map<Symbol, Double> values = new HashMap<>();
    for (Symbol symbol : model.equations().symbols()) {
      switch (symbol.kind()) {
        case STATE, QUASI_STEADY, ALGEBRAIC ->
            values.put(symbol, y[model.layout().variable(symbol.name())]);
        case PARAMETER, REFERENCE -> values.put(symbol, p[model.layout().parameter(symbol.name())]);
        case INPUT -> values.put(symbol, 0.0);
        case DEFINED, READOUT -> {} // follow from the others
      }
    }
    return new Point(model.equations(), values);
  }

  /** The same with one value changed; a definition may be fixed too. */
  Point with(String name, double value) {
    Map<Symbol, Double> changed = new HashMap<>(values);
    changed.put(equations.find(name), value);
    return new Point(equations, changed);
  }

  /** The same with one value mapped. */
  Point with(String name, UnaryOperator<Double> change) {
    return with(name, change.apply(value(name)));
  }

  /** Value of any symbol. */
  double value(String name) {
    return value(equations.find(name));
  }

  /** Right side of a rate, or what a residual or a relaxation sets to zero. */
  double rightSide(String name) {
    return value(equations.equationOf(equations.find(name)).statement().evaluated());
  }

  private double value(Symbol symbol) {
    Double known = values.get(symbol);
    if (known != null) {
      return known;
    }
    if (symbol.kind() != Kind.DEFINED && symbol.kind() != Kind.READOUT) {
      throw new IllegalStateException(symbol.name() + " has no value");
    }
    return value(equations.equationOf(symbol).statement().evaluated());
  }

  private double value(Expression expression) {
    Map<Symbol, Double> needed = new HashMap<>();
    expression.symbols().forEach(symbol -> needed.put(symbol, value(symbol)));
    return Evaluation.of(expression, needed);
  }
}
