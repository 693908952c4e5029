package org.capgate.equations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the equation that has no finite value where everything it uses has one. Plain and slow:
 * it is asked for when something has failed, and only to say what.
 */
public final class MissingValue {
  private final EquationSystem system;
  private final Map<String, Double> known = new HashMap<>();
  private @Nullable String complaint;

  private MissingValue(EquationSystem system) {
    this.system = system;
  }

  /**
   * The first equation without a value, or else the first of which a derivative has none: number
   * and symbol, the operation that fails, and the values it fails with, in one clause. Empty when
   * all have one.
   *
   * @param y variables, in the order of the layout, as are the next two; not modified
   * @param p parameters and frozen references
   * @param u inputs
   */
  public static Optional<String> in(EquationSystem system, double[] y, double[] p, double[] u) {
    return among(system.equations(), system, y, p, u);
  }

  /**
   * The same among rates of change, residuals and what these use: a readout without a value that
   * nothing uses stops no solver.
   */
  public static Optional<String> inRates(
      EquationSystem system, double[] y, double[] p, double[] u) {
    List<Equation> rates =
        system.equations().stream()
            .filter(equation -> equation.statement().role() != Statement.Role.EXPLICIT)
            .toList();
    return among(rates, system, y, p, u);
  }

  private static Optional<String> among(
      List<Equation> equations, EquationSystem system, double[] y, double[] p, double[] u) {
    MissingValue search = new MissingValue(system);
    Layout layout = system.layout();
    search.know(layout.variables(), y);
    search.know(layout.parameters(), p);
    search.know(layout.inputs(), u);
    for (Equation equation : equations) {
      search.evaluate(equation, equation.statement().evaluated(), "");
    }
    for (Equation equation : equations) {
      search.differentiate(equation);
    }
    return Optional.ofNullable(search.complaint);
  }

  private void know(List<Symbol> symbols, double[] values) {
    for (int i = 0; i < symbols.size(); i++) {
      known.put(symbols.get(i).name(), values[i]);
    }
  }

  private void differentiate(Equation equation) {
    Expression value = equation.statement().evaluated();
    for (Symbol by : value.symbols()) {
      if (by.kind() != Kind.PARAMETER && by.kind() != Kind.REFERENCE) {
        evaluate(equation, value.derivative(by), " of its derivative by " + by.name());
      }
    }
  }

  private double evaluate(Equation equation, Expression expression, String part) {
    if (complaint != null || equation.statement().role() == Statement.Role.FROZEN) {
      return Double.NaN;
    }
    return expression.fold(new Evaluation(equation, part)).number;
  }

  /** A value, the formula it comes from, and the values of the symbols in that. */
  private record Evaluated(double number, Notation text, Map<String, Double> used) {}

  /** Evaluates as kernels do, where a quotient is the product with a reciprocal. */
  private final class Evaluation implements Algebra<Evaluated> {
    private final TextNotation notation = new TextNotation();
    private final Equation equation;
    private final String part;

    Evaluation(Equation equation, String part) {
      this.equation = equation;
      this.part = part;
    }

    @Override
    public Evaluated constant(double value, Unit unit) {
      return new Evaluated(value, notation.constant(value, unit), Map.of());
    }

    @Override
    public Evaluated symbol(Symbol symbol) {
      Double value = known.get(symbol.name());
      if (value == null) {
        Equation definition = system.equationOf(symbol);
        value = evaluate(definition, definition.statement().evaluated(), "");
        known.put(symbol.name(), value);
      }
      if (!Double.isFinite(value)) {
        complain("%s is %s".formatted(symbol.name(), value));
      }
      return new Evaluated(value, notation.symbol(symbol), Map.of(symbol.name(), value));
    }

    @Override
    public Evaluated sum(Evaluated left, Evaluated right) {
      return checked(
          left.number + right.number, notation.sum(left.text, right.text), "+", left, right);
    }

    @Override
    public Evaluated difference(Evaluated left, Evaluated right) {
      return checked(
          left.number - right.number, notation.difference(left.text, right.text), "-", left, right);
    }

    @Override
    public Evaluated product(Evaluated left, Evaluated right) {
      return checked(
          left.number * right.number, notation.product(left.text, right.text), "*", left, right);
    }

    @Override
    public Evaluated quotient(Evaluated numerator, Evaluated denominator) {
      return checked(
          numerator.number * (1 / denominator.number),
          notation.quotient(numerator.text, denominator.text),
          "/",
          numerator,
          denominator);
    }

    @Override
    public Evaluated power(Evaluated base, int exponent) {
      double number = 1;
      for (int i = 0; i < Math.abs(exponent); i++) {
        number *= base.number;
      }
      return checked(
          exponent < 0 ? 1 / number : number,
          notation.power(base.text, exponent),
          "^",
          base,
          constant(exponent, Unit.DIMENSIONLESS));
    }

    @Override
    public Evaluated squareRoot(Evaluated radicand) {
      Notation text = notation.squareRoot(radicand.text);
      Evaluated root = new Evaluated(Math.sqrt(radicand.number), text, radicand.used);
      if (!Double.isFinite(root.number)) {
        complain("sqrt(%s) in %s".formatted(number(radicand), described(text, radicand.used)));
      }
      return root;
    }

    @Override
    public Evaluated negation(Evaluated operand) {
      return new Evaluated(-operand.number, notation.negation(operand.text), operand.used);
    }

    private Evaluated checked(
        double number, Notation text, String sign, Evaluated left, Evaluated right) {
      Map<String, Double> used = new LinkedHashMap<>(left.used);
      used.putAll(right.used);
      if (!Double.isFinite(number)) {
        complain(
            "%s %s %s in %s".formatted(number(left), sign, number(right), described(text, used)));
      }
      return new Evaluated(number, text, used);
    }

    private static String number(Evaluated value) {
      return Notation.number(value.number);
    }

    private static String described(Notation text, Map<String, Double> used) {
      return used.isEmpty()
          ? text.text()
          : used.entrySet().stream()
              .map(entry -> entry.getKey() + " = " + Notation.number(entry.getValue()))
              .collect(Collectors.joining(", ", text.text() + " with ", ""));
    }

    /** What fails later fails because of what failed first. */
    private void complain(String what) {
      if (complaint == null) {
        complaint = "%s has no value: %s%s".formatted(equation.label(), what, part);
      }
    }
  }
}
