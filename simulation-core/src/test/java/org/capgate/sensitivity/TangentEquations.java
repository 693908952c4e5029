package org.capgate.sensitivity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.capgate.equations.Algebra;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Statement;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/**
 * A system beside its own derivative in a direction of its parameters: every symbol x has a tangent
 * x′ in the unit of x, and every equation x = f(a, b, …) is followed by
 *
 * <pre>x′ = ∂f/∂a·a′ + ∂f/∂b·b′ + …</pre>
 *
 * with the derivatives of the statement itself. The tangents of parameters are parameters: the
 * direction. Inputs do not depend on parameters. Frozen references become parameters, solved ones
 * unknowns.
 */
final class TangentEquations {
  private final Map<String, Symbol> own = new LinkedHashMap<>();
  private final Map<String, Symbol> tangents = new LinkedHashMap<>();
  private final EquationSystem.Builder builder;

  private TangentEquations(EquationSystem system) {
    builder = EquationSystem.named(system.name() + " and tangents");
    Set<String> unknownReferences = new TreeSet<>();
    for (Equation equation : system.equations()) {
      if (equation.symbol().kind() == Kind.REFERENCE
          && equation.statement().role() != Statement.Role.FROZEN) {
        unknownReferences.add(equation.symbol().name());
      }
    }
    for (Symbol symbol : system.symbols()) {
      Symbol stated =
          symbol.kind() != Kind.REFERENCE
              ? symbol
              : symbol.as(
                  unknownReferences.contains(symbol.name()) ? Kind.ALGEBRAIC : Kind.PARAMETER);
      own.put(symbol.name(), builder.declare(stated));
    }
    for (Symbol symbol : own.values()) {
      if (symbol.kind() != Kind.INPUT) {
        tangents.put(
            symbol.name(),
            builder.declare(
                new Symbol(name(symbol.name()), symbol.kind(), symbol.unit(), "its tangent")));
      }
    }
    for (Equation equation : system.equations()) {
      if (equation.statement().role() != Statement.Role.FROZEN) {
        state(equation.statement());
      }
    }
  }

  static EquationSystem of(EquationSystem system) {
    return new TangentEquations(system).builder.build();
  }

  /** Name of a tangent. */
  static String name(String symbol) {
    return symbol + "Tangent";
  }

  private void state(Statement statement) {
    Symbol symbol = symbol(own, statement.symbol());
    Symbol tangent = symbol(tangents, statement.symbol());
    if (statement instanceof Statement.Relaxation relaxation) {
      Expression target = restated(relaxation.target());
      Expression within = restated(relaxation.timeConstant());
      builder.relaxationOf(symbol).to(target).within(within);
      builder.relaxationOf(tangent).to(tangentOf(target)).within(within);
      return;
    }
    Expression right = restated(statement.evaluated());
    Expression along = tangentOf(right);
    switch (symbol.kind()) {
      case STATE -> {
        builder.rateOf(symbol).is(right);
        builder.rateOf(tangent).is(along);
      }
      case ALGEBRAIC -> {
        builder.residualOf(symbol).is(right);
        builder.residualOf(tangent).is(along);
      }
      default -> {
        builder.valueOf(symbol).is(right);
        builder.valueOf(tangent).is(along);
      }
    }
  }

  private static Symbol symbol(Map<String, Symbol> among, Symbol symbol) {
    Symbol found = among.get(symbol.name());
    if (found == null) {
      throw new AssertionError("no " + symbol.name());
    }
    return found;
  }

  private Expression tangentOf(Expression expression) {
    Expression sum = null;
    for (Symbol by : expression.symbols()) {
      Symbol tangent = tangents.get(by.name());
      Expression slope = expression.derivative(by);
      if (tangent == null || slope.text().equals("0")) {
        continue;
      }
      Expression term = slope.times(tangent);
      sum = sum == null ? term : sum.plus(term);
    }
    if (sum != null) {
      return sum;
    }
    return Expressions.quantity(0, expression.unit());
  }

  private Expression restated(Expression expression) {
    return expression.fold(new Restating());
  }

  /** The same expression over the symbols of the new system. */
  private final class Restating implements Algebra<Expression> {
    @Override
    public Expression constant(double value, Unit unit) {
      return Expressions.quantity(value, unit);
    }

    @Override
    public Expression symbol(Symbol symbol) {
      return TangentEquations.symbol(own, symbol);
    }

    @Override
    public Expression sum(Expression left, Expression right) {
      return left.plus(right);
    }

    @Override
    public Expression difference(Expression left, Expression right) {
      return left.minus(right);
    }

    @Override
    public Expression product(Expression left, Expression right) {
      return left.times(right);
    }

    @Override
    public Expression quotient(Expression numerator, Expression denominator) {
      return numerator.over(denominator);
    }

    @Override
    public Expression power(Expression base, int exponent) {
      return base.power(exponent);
    }

    @Override
    public Expression squareRoot(Expression radicand) {
      return radicand.squareRoot();
    }

    @Override
    public Expression negation(Expression operand) {
      return operand.negate();
    }
  }
}
