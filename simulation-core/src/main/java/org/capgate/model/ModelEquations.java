package org.capgate.model;

import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;

/**
 * The whole statement: one excitatory and one inhibitory cell, the tissue and the readouts.
 * Everything else, from the kernels to docs/MODEL.md, is derived from it.
 */
public final class ModelEquations {
  private ModelEquations() {}

  /** The equations under the chosen mechanisms. */
  public static EquationSystem of(Mechanisms mechanisms) {
    EquationSystem.Builder e = EquationSystem.named("CapGate");
    SymbolTable table = SymbolTable.standard();
    table.all().forEach(facts -> e.declare(facts.symbol()));
    Mtorc1Equations mtorc1 = new Mtorc1Equations(e, table, mechanisms);
    new CircuitEquations(e, table, mechanisms).state();
    mtorc1.stateRest();
    new ReleaseEquations(e, table, mechanisms).state();
    mtorc1.state();
    new SwitchEquations(e, table, mechanisms).state();
    new PlasticityEquations(e, table, mechanisms).state();
    new StressEquations(e, table, mechanisms).state();
    new ReadoutEquations(e, table, mechanisms).state();
    return e.build();
  }

  /** The test that checks an equation of the model, as {@code Class#method}. */
  public static String testOf(Equation equation) {
    return SymbolTable.standard().named(equation.symbol().name()).test();
  }
}
