package org.capgate.equations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A checked, immutable system of equations over symbols with units. Time is in hours.
 *
 * <pre>
 * EquationSystem.Builder e = EquationSystem.named("decay");
 * Symbol tau = e.parameter("tauHours", HOUR, "lifetime of x");
 * Symbol x = e.state("xMicromolar", MICROMOLAR, "what decays");
 * e.rateOf(x).is(x.negate().over(tau));
 * EquationSystem decay = e.build();
 * </pre>
 */
public final class EquationSystem {
  private final String name;
  private final Map<String, Symbol> symbols;
  private final List<Symbol> inOrder;
  private final Map<String, Range> ranges = new LinkedHashMap<>(); // of symbols that state one
  private final List<Equation> equations;
  private final Map<String, Equation> equationBySymbol = new LinkedHashMap<>();
  private final Layout layout;

  private EquationSystem(String name, Map<String, Symbol> symbols, List<Equation> equations) {
    this.name = name;
    this.symbols = symbols;
    inOrder = List.copyOf(symbols.values());
    inOrder.forEach(
        symbol -> Range.of(symbol).ifPresent(range -> ranges.put(symbol.name(), range)));
    this.equations = equations;
    equations.forEach(equation -> equationBySymbol.put(equation.symbol().name(), equation));
    this.layout = new Layout(this);
  }

  /** Starts the statement of a system. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** What the system is called. */
  public String name() {
    return name;
  }

  /** All equations in order of statement. */
  public List<Equation> equations() {
    return equations;
  }

  /** All symbols in order of statement. */
  public List<Symbol> symbols() {
    return inOrder;
  }

  /** The range a symbol states, if it states one. */
  public Optional<Range> rangeOf(Symbol symbol) {
    return Optional.ofNullable(ranges.get(symbol.name()));
  }

  /** The symbols stated as the given kind, in order of statement. */
  public List<Symbol> symbols(Kind kind) {
    return symbols.values().stream().filter(symbol -> symbol.kind() == kind).toList();
  }

  /**
   * The symbol of that name.
   *
   * @throws EquationException if there is none
   */
  public Symbol find(String symbolName) {
    Symbol symbol = symbols.get(symbolName);
    if (symbol == null) {
      throw new EquationException("no symbol named '" + symbolName + "' in " + name);
    }
    return symbol;
  }

  /**
   * The equation that states the symbol.
   *
   * @throws EquationException if the symbol has none, being a parameter, an input or unknown
   */
  public Equation equationOf(Symbol symbol) {
    Equation equation = equationBySymbol.get(symbol.name());
    if (equation == null) {
      throw new EquationException("no equation states '" + symbol.name() + "' in " + name);
    }
    return equation;
  }

  /** Where each symbol stands in the arrays of a kernel. */
  public Layout layout() {
    return layout;
  }

  /**
   * The full stiff system: every quasi-steady variable becomes differential with its time constant.
   */
  public EquationSystem withExplicitRates() {
    return restated(Statement::withExplicitRate);
  }

  /**
   * The system without algebraic variables, for solvers of ordinary differential equations: as
   * {@link #withExplicitRates()}, and every residual drives its own variable,
   *
   * <pre>dx/dt = residual/τ</pre>
   *
   * which settles where the residual vanishes if the residual falls with x.
   *
   * @param residualHours τ (h), finite and > 0
   * @throws DimensionException if a residual is not in the unit of its variable
   */
  public EquationSystem asOrdinaryEquations(double residualHours) {
    if (!(residualHours > 0 && residualHours < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "residualHours must be finite and > 0 h, but was " + residualHours);
    }
    Expression timeConstant = Expressions.quantity(residualHours, Unit.HOUR);
    return restated(statement -> statement.asOrdinary(timeConstant));
  }

  /**
   * The system whose root is the reference state: every reference becomes an unknown, with the
   * residual expression − reference.
   */
  public EquationSystem withReferencesSolved() {
    return restated(Statement::withReferenceSolved);
  }

  private EquationSystem restated(UnaryOperator<Statement> change) {
    return new EquationSystem(
        name,
        symbols,
        equations.stream()
            .map(equation -> equation.with(change.apply(equation.statement())))
            .toList());
  }

  /**
   * States a system: symbols first, then equations, in the order in which they are printed and
   * numbered.
   */
  public static final class Builder {
    private final String name;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private String mechanism;
    private String nextDescription = "";
    private String nextSource = "";
    private String nextOption = "";
    private String nextStatedIn = "";

    private Builder(String name) {
      this.name = name;
      this.mechanism = name;
    }

    /** Groups the equations that follow. */
    public Builder mechanism(String group) {
      mechanism = group;
      return this;
    }

    /** Describes the next equation. */
    public Builder describe(String description) {
      nextDescription = description;
      return this;
    }

    /** Source of the next equation: author, year, DOI. */
    public Builder source(String source) {
      nextSource = source;
      return this;
    }

    /** Marks the next equation as one of several competing statements, chosen by this name. */
    public Builder option(String option) {
      nextOption = option;
      return this;
    }

    /** Class and method that state the next equation, as {@code Class#method}. */
    public Builder statedIn(String method) {
      nextStatedIn = method;
      return this;
    }

    /** A number with a source, constant during a run. */
    public Symbol parameter(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.PARAMETER, unit, description);
    }

    /** A given function of time. */
    public Symbol input(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.INPUT, unit, description);
    }

    /** An unknown with a rate; state it with {@link #rateOf}. */
    public Symbol state(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.STATE, unit, description);
    }

    /** An unknown that follows its target; state it with {@link #relaxationOf}. */
    public Symbol quasiSteady(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.QUASI_STEADY, unit, description);
    }

    /** An unknown that makes a residual vanish; state it with {@link #residualOf}. */
    public Symbol algebraic(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.ALGEBRAIC, unit, description);
    }

    /**
     * An explicit intermediate that is used before it is stated; state it with {@link #valueOf}.
     */
    public Symbol defined(String symbol, Unit unit, String description) {
      return declare(symbol, Kind.DEFINED, unit, description);
    }

    /** An explicit intermediate, symbol = value. */
    public Symbol define(String symbol, Unit unit, String description, Expression value) {
      Symbol defined = defined(symbol, unit, description);
      valueOf(defined).is(value);
      return defined;
    }

    /** What is observed, symbol = value. */
    public Symbol readout(String symbol, Unit unit, String description, Expression value) {
      Symbol readout = declare(symbol, Kind.READOUT, unit, description);
      state(new Statement.Readout(readout, value));
      return readout;
    }

    /**
     * A frozen number: the value of an expression in the reference state. The value may use
     * anything, also references.
     */
    public Symbol reference(String symbol, Unit unit, String description, Expression value) {
      Symbol reference = declare(symbol, Kind.REFERENCE, unit, description);
      state(new Statement.Reference(reference, value));
      return reference;
    }

    /** {@code rateOf(x).is(…)}: dx/dt = …, in the unit of x per hour. */
    public RightSide rateOf(Symbol state) {
      requireKind(state, Kind.STATE, "rateOf");
      return right -> state(new Statement.Rate(state, right));
    }

    /** {@code residualOf(f).is(…)}: 0 = …. */
    public RightSide residualOf(Symbol algebraic) {
      requireKind(algebraic, Kind.ALGEBRAIC, "residualOf");
      return right -> state(new Statement.Residual(algebraic, right));
    }

    /**
     * {@code valueOf(d).is(…)}: d = …, for a definition, a readout, or a reference, whose value is
     * that in the reference state.
     */
    public RightSide valueOf(Symbol explicit) {
      return switch (explicit.kind()) {
        case READOUT -> right -> state(new Statement.Readout(explicit, right));
        case REFERENCE -> right -> state(new Statement.Reference(explicit, right));
        default -> {
          requireKind(explicit, Kind.DEFINED, "valueOf");
          yield right -> state(new Statement.Definition(explicit, right));
        }
      };
    }

    /** {@code relaxationOf(r).to(target).within(tauHours)}: 0 = target − r. */
    public Target relaxationOf(Symbol quasiSteady) {
      requireKind(quasiSteady, Kind.QUASI_STEADY, "relaxationOf");
      return target ->
          timeConstant -> state(new Statement.Relaxation(quasiSteady, target, timeConstant));
    }

    /**
     * Checks the statement.
     *
     * @throws DimensionException where units disagree, naming the equation, both units and the
     *     operands
     * @throws EquationException for a duplicate, undefined or cyclic symbol
     */
    public EquationSystem build() {
      if (!(nextDescription + nextSource + nextOption).isEmpty()) {
        throw new EquationException(
            "a description, source or option was given in " + name + ", but no equation follows");
      }
      StatementCheck.check(name, symbols, equations);
      return new EquationSystem(
          name, Collections.unmodifiableMap(new LinkedHashMap<>(symbols)), List.copyOf(equations));
    }

    /**
     * A symbol stated before, by name.
     *
     * @throws EquationException if there is none
     */
    public Symbol find(String symbolName) {
      Symbol symbol = symbols.get(symbolName);
      if (symbol == null) {
        throw new EquationException(
            "no symbol named '" + symbolName + "' has been stated in " + name);
      }
      return symbol;
    }

    /** Declares a symbol with all that is known about it. */
    public Symbol declare(Symbol symbol) {
      Symbol earlier = symbols.putIfAbsent(symbol.name(), symbol);
      if (earlier != null) {
        throw new EquationException(
            "duplicate symbol '%s' in %s: %s, already %s"
                .formatted(
                    symbol.name(), name, symbol.kind().words(), earlier.kind().withArticle()));
      }
      return symbol;
    }

    private Symbol declare(String symbolName, Kind kind, Unit unit, String description) {
      return declare(new Symbol(symbolName, kind, unit, description));
    }

    private void state(Statement statement) {
      equations.add(
          new Equation(
              equations.size() + 1,
              mechanism,
              statement,
              nextDescription,
              nextSource,
              nextOption,
              nextStatedIn));
      nextDescription = "";
      nextSource = "";
      nextOption = "";
      nextStatedIn = "";
    }

    private static void requireKind(Symbol symbol, Kind kind, String verb) {
      if (symbol.kind() != kind) {
        throw new EquationException(
            verb
                + " needs "
                + kind.withArticle()
                + ", but '"
                + symbol.name()
                + "' is "
                + symbol.kind().withArticle());
      }
    }
  }

  /** The right side of an equation being stated. */
  public interface RightSide {
    /** States the equation. */
    void is(Expression right);
  }

  /** The target of a relaxation being stated. */
  public interface Target {
    /** What the variable follows. */
    TimeConstant to(Expression target);
  }

  /** The time constant of a relaxation being stated. */
  public interface TimeConstant {
    /** States the relaxation; the time constant is in hours and enters only with explicit rates. */
    void within(Expression timeConstantHours);
  }
}
