package org.capgate.equations;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the symbols of an expression in order of first appearance. */
final class SymbolCollector implements Algebra<Boolean> {
  final Set<Symbol> found = new LinkedHashSet<>();

  @Override
  public Boolean constant(double value, Unit unit) {
    return true;
  }

  @Override
  public Boolean symbol(Symbol symbol) {
    return found.add(symbol);
  }

  @Override
  public Boolean sum(Boolean left, Boolean right) {
    return true;
  }

  @Override
  public Boolean difference(Boolean left, Boolean right) {
    return true;
  }

  @Override
  public Boolean product(Boolean left, Boolean right) {
    return true;
  }

  @Override
  public Boolean quotient(Boolean numerator, Boolean denominator) {
    return true;
  }

  @Override
  public Boolean power(Boolean base, int exponent) {
    return true;
  }

  @Override
  public Boolean squareRoot(Boolean radicand) {
    return true;
  }

  @Override
  public Boolean negation(Boolean operand) {
    return true;
  }
}
