package org.capgate.equations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must hold before equations are a system: each symbol stated once, nothing undefined, no
 * cycle, coherent units.
 */
final class StatementCheck {
  private final String system;
  private final Map<String, Symbol> symbols;
  private final Map<String, Equation> bySymbol = new HashMap<>();
  private final Set<Symbol> acyclic = new HashSet<>();

  private StatementCheck(String system, Map<String, Symbol> symbols) {
    this.system = system;
    this.symbols = symbols;
  }

  static void check(String system, Map<String, Symbol> symbols, List<Equation> equations) {
    StatementCheck check = new StatementCheck(system, symbols);
    for (Equation equation : equations) {
      check.eachSymbolIsStatedOnce(equation);
      check.onlyDeclaredSymbols(equation);
    }
    check.everyUnknownIsStated();
    for (Equation equation : equations) {
      check.explicitValuesAreAcyclic(equation.symbol(), new ArrayList<>());
      check.unitsAgree(equation);
    }
  }

  private void eachSymbolIsStatedOnce(Equation equation) {
    Equation earlier = bySymbol.putIfAbsent(equation.symbol().name(), equation);
    if (earlier != null) {
      throw new EquationException(
          "two equations for '"
              + equation.symbol().name()
              + "' in "
              + system
              + ": "
              + earlier.label()
              + " and "
              + equation.label());
    }
  }

  private void onlyDeclaredSymbols(Equation equation) {
    requireDeclared(equation, equation.symbol());
    boolean mayObserve =
        equation.symbol().kind() == Kind.READOUT || equation.symbol().kind() == Kind.REFERENCE;
    for (Expression expression : equation.statement().expressions()) {
      for (Symbol used : expression.symbols()) {
        requireDeclared(equation, used);
        if (used.kind() == Kind.READOUT && !mayObserve) {
          throw new EquationException(
              equation.label()
                  + " uses the readout '"
                  + used.name()
                  + "'; only readouts and references may");
        }
      }
    }
  }

  private void requireDeclared(Equation equation, Symbol used) {
    Symbol declared = symbols.get(used.name());
    if (declared == null) {
      throw new EquationException(
          equation.label() + " uses '" + used.name() + "', which is undefined in " + system);
    }
    if (!declared.equals(used)) {
      throw new EquationException(
          equation.label()
              + " uses a '"
              + used.name()
              + "' of another system: "
              + used.kind().withArticle()
              + " in "
              + used.unit()
              + ", but in "
              + system
              + " it is "
              + declared.kind().withArticle()
              + " in "
              + declared.unit());
    }
  }

  private void everyUnknownIsStated() {
    for (Symbol symbol : symbols.values()) {
      boolean given = symbol.kind() == Kind.PARAMETER || symbol.kind() == Kind.INPUT;
      if (!given && !bySymbol.containsKey(symbol.name())) {
        throw new EquationException(
            "the "
                + symbol.kind().words()
                + " '"
                + symbol.name()
                + "' has no equation in "
                + system);
      }
    }
  }

  private void explicitValuesAreAcyclic(Symbol symbol, List<Symbol> path) {
    boolean explicit = symbol.kind() == Kind.DEFINED || symbol.kind() == Kind.READOUT;
    if (!explicit || acyclic.contains(symbol)) {
      return;
    }
    int start = path.indexOf(symbol);
    path.add(symbol);
    if (start >= 0) {
      List<String> cycle = path.subList(start, path.size()).stream().map(Symbol::name).toList();
      throw new EquationException(
          "cyclic definition in " + system + ": " + String.join(" -> ", cycle));
    }
    Equation equation = bySymbol.get(symbol.name());
    if (equation != null) {
      equation
          .statement()
          .evaluated()
          .symbols()
          .forEach(used -> explicitValuesAreAcyclic(used, path));
    }
    path.remove(path.size() - 1);
    acyclic.add(symbol);
  }

  private void unitsAgree(Equation equation) {
    try {
      equation.statement().checkUnits();
    } catch (DimensionException disagreement) {
      throw new DimensionException(equation.label() + ": " + disagreement.getMessage());
    }
  }
}
