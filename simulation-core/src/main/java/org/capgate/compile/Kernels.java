package org.capgate.compile;

import org.capgate.equations.EquationSystem;

/** Makes kernels from equations. Both kinds give the same bits. */
public final class Kernels {
  private Kernels() {}

  /** A kernel in bytecode, for use. */
  public static Kernel compile(EquationSystem system) {
    return new Kernel(
        Programs.of(system), (program, lanes) -> CompiledRoutine.of(Fusing.of(program), lanes));
  }

  /** A kernel that walks the list of operations, as reference. */
  public static Kernel interpret(EquationSystem system) {
    return new Kernel(
        Programs.of(system), (program, lanes) -> new InterpretedRoutine(Fusing.of(program), lanes));
  }
}
