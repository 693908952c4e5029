package org.capgate.equations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of all symbols of a system at one point, by plain recursion. Slow: for checks and
 * messages.
 */
public final class PointValues {
  private final EquationSystem system;
  private final Map<String, Double> known = new HashMap<>();

  /**
   * A point.
   *
   * @param y variables, in the order of the layout, as are the next two; not modified
   * @param p parameters and frozen references
   * @param u inputs
   */
  public PointValues(EquationSystem system, double[] y, double[] p, double[] u) {
    this.system = system;
    know(system.layout().variables(), y);
    know(system.layout().parameters(), p);
    know(system.layout().inputs(), u);
  }

  private void know(List<Symbol> symbols, double[] values) {
    for (int i = 0; i < symbols.size(); i++) {
      known.put(symbols.get(i).name(), values[i]);
    }
  }

  /** The value of a symbol: given, or what its equation says. */
  public double of(Symbol symbol) {
    Double value = known.get(symbol.name());
    if (value == null) {
      value = system.equationOf(symbol).statement().evaluated().fold(new Evaluation());
      known.put(symbol.name(), value);
    }
    return value;
  }

  /** By how much the value of a symbol lies outside its stated range, see {@link Range#excess}. */
  public double excess(Symbol symbol) {
    return system
        .rangeOf(symbol)
        .map(range -> range.excess(of(symbol), end -> of(endOf(system, symbol, end))))
        .orElse(0.0);
  }

  /**
   * An end of the range of a symbol: a number, infinite ones as the largest there is, or a symbol.
   */
  public static Expression end(EquationSystem system, Symbol stating, String end) {
    return Range.isNumber(end)
        ? Expressions.quantity(Math.min(Double.MAX_VALUE, Range.number(end)), stating.unit())
        : endOf(system, stating, end);
  }

  /**
   * The symbol an end of a range names, as it is or with as much behind it as possible of what the
   * name of the stating symbol ends with: class of cells, unit.
   */
  private static Symbol endOf(EquationSystem system, Symbol stating, String end) {
    Symbol found = null;
    for (Symbol symbol : system.symbols()) {
      String name = symbol.name();
      if (name.startsWith(end)
          && (name.equals(end) || stating.name().endsWith(name.substring(end.length())))
          && (found == null || name.length() > found.name().length())) {
        found = symbol;
      }
    }
    if (found == null) {
      throw new EquationException(
          "the range of '%s' ends at '%s', which is no symbol of %s"
              .formatted(stating.name(), end, system.name()));
    }
    return found;
  }

  private final class Evaluation implements Algebra<Double> {
    @Override
    public Double constant(double value, Unit unit) {
      return value;
    }

    @Override
    public Double symbol(Symbol symbol) {
      return of(symbol);
    }

    @Override
    public Double sum(Double left, Double right) {
      return left + right;
    }

    @Override
    public Double difference(Double left, Double right) {
      return left - right;
    }

    @Override
    public Double product(Double left, Double right) {
      return left * right;
    }

    @Override
    public Double quotient(Double numerator, Double denominator) {
      return numerator / denominator;
    }

    @Override
    public Double power(Double base, int exponent) {
      double product = 1;
      for (int i = 0; i < Math.abs(exponent); i++) {
        product *= base;
      }
      return exponent < 0 ? 1 / product : product;
    }

    @Override
    public Double squareRoot(Double radicand) {
      return Math.sqrt(radicand);
    }

    @Override
    public Double negation(Double operand) {
      return -operand;
    }
  }
}
