package org.capgate.equations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cuts a part out of a system: the equations of some symbols, unchanged, as a system of its own.
 * What the part uses and does not state becomes an input; frozen references become parameters.
 *
 * <pre>
 * EquationSystem cell = EquationPart.of(whole, "cell").owning(isOfTheCell).build();
 * </pre>
 */
public final class EquationPart {
  private static final Set<Kind> OWNED =
      Set.of(Kind.STATE, Kind.QUASI_STEADY, Kind.ALGEBRAIC, Kind.DEFINED);

  private final EquationSystem whole;
  private final String name;
  private Predicate<Symbol> owned = symbol -> false;
  private Predicate<Symbol> statedAgain = symbol -> false;
  private final Map<String, Symbol> newInputs = new LinkedHashMap<>();
  private final Map<String, Function<Symbol, Expression>> replaced = new HashMap<>();
  private final Set<String> parametersAsInputs = new LinkedHashSet<>();
  private final Map<Symbol, Expression> observed = new LinkedHashMap<>();

  private EquationPart(EquationSystem whole, String name) {
    this.whole = whole;
    this.name = name;
  }

  /** Starts a part of that name. */
  public static EquationPart of(EquationSystem whole, String name) {
    return new EquationPart(whole, name);
  }

  /** The stated symbols whose equations make the part. */
  public EquationPart owning(Predicate<Symbol> symbols) {
    owned = symbols;
    return this;
  }

  /** Definitions that are stated again in the part where it uses them, instead of being inputs. */
  public EquationPart statingAgain(Predicate<Symbol> definitions) {
    statedAgain = definitions;
    return this;
  }

  /** A parameter of the whole that is an input of the part. */
  public EquationPart withParameterAsInput(String parameter) {
    whole.find(parameter);
    parametersAsInputs.add(parameter);
    return this;
  }

  /**
   * Adds an input of the part to an input of the whole wherever that one stands.
   *
   * @param input of the whole
   * @param added name of the new one, in the same unit
   */
  public EquationPart adding(String added, String description, String input) {
    Symbol other = new Symbol(added, Kind.INPUT, whole.find(input).unit(), description);
    newInputs.put(added, other);
    replaced.put(input, symbol -> symbol.plus(other));
    return this;
  }

  /** A readout of the part: an expression of the whole. */
  public EquationPart observing(String readout, Expression value) {
    observed.put(new Symbol(readout, Kind.READOUT, value.unit(), value.text()), value);
    return this;
  }

  /** The part, checked like any system. */
  public EquationSystem build() {
    Set<Symbol> stated = new LinkedHashSet<>();
    Set<Symbol> used = new LinkedHashSet<>();
    List<Expression> open = new ArrayList<>(observed.values());
    for (Equation equation : whole.equations()) {
      if (owned.test(equation.symbol())) {
        stated.add(equation.symbol());
        open.addAll(equation.statement().expressions());
      }
    }
    for (int i = 0; i < open.size(); i++) {
      for (Symbol symbol : open.get(i).symbols()) {
        if (used.add(symbol)
            && !stated.contains(symbol)
            && symbol.kind() == Kind.DEFINED
            && statedAgain.test(symbol)) {
          stated.add(symbol);
          open.addAll(whole.equationOf(symbol).statement().expressions());
        }
      }
    }
    EquationSystem.Builder part = EquationSystem.named(name);
    Map<String, Expression> map = new HashMap<>();
    newInputs.values().forEach(part::declare);
    for (Symbol symbol : whole.symbols()) {
      if (stated.contains(symbol) || used.contains(symbol)) {
        declare(part, symbol, stated.contains(symbol), map);
      }
    }
    Substitution substitution = new Substitution(map);
    for (Equation equation : whole.equations()) {
      if (stated.contains(equation.symbol())) {
        part.mechanism(equation.mechanism());
        state(part, equation.statement(), substitution, map);
      }
    }
    observed.forEach(
        (symbol, value) -> part.valueOf(part.declare(symbol)).is(value.fold(substitution)));
    return part.build();
  }

  private void declare(
      EquationSystem.Builder part, Symbol symbol, boolean stated, Map<String, Expression> map) {
    if (symbol.kind() == Kind.READOUT) {
      return; // declared where it is stated
    }
    Symbol own = declared(part, symbol, stated);
    Function<Symbol, Expression> replacement = replaced.get(symbol.name());
    map.put(symbol.name(), replacement == null ? own : replacement.apply(own));
  }

  private Symbol declared(EquationSystem.Builder part, Symbol symbol, boolean stated) {
    if (stated) {
      if (!OWNED.contains(symbol.kind())) {
        throw new EquationException(
            "a part cannot own the %s %s".formatted(symbol.kind().words(), symbol));
      }
      return part.declare(symbol);
    }
    boolean isNumber = symbol.kind() == Kind.PARAMETER || symbol.kind() == Kind.REFERENCE;
    boolean isInput = !isNumber || parametersAsInputs.contains(symbol.name());
    return part.declare(symbol.as(isInput ? Kind.INPUT : Kind.PARAMETER));
  }

  private static void state(
      EquationSystem.Builder part,
      Statement statement,
      Substitution substitution,
      Map<String, Expression> map) {
    String of = statement.symbol().name();
    if (statement instanceof Statement.Rate rate) {
      part.rateOf(part.find(of)).is(rate.rate().fold(substitution));
    } else if (statement instanceof Statement.Relaxation relaxation) {
      part.relaxationOf(part.find(of))
          .to(relaxation.target().fold(substitution))
          .within(relaxation.timeConstant().fold(substitution));
    } else if (statement instanceof Statement.Residual residual) {
      part.residualOf(part.find(of)).is(residual.residual().fold(substitution));
    } else if (statement instanceof Statement.Definition definition) {
      part.valueOf(part.find(of)).is(definition.value().fold(substitution));
    } else if (statement instanceof Statement.Readout readout) {
      map.put(of, part.declare(readout.symbol()));
      part.valueOf(readout.symbol()).is(readout.value().fold(substitution));
    } else {
      throw new EquationException("a part cannot own " + statement.label());
    }
  }
}
