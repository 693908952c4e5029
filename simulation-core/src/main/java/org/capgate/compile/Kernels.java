package org.capgate.compile;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.capgate.equations.EquationSystem;

/** Makes kernels from equations. Both kinds give the same bits. */
public final class Kernels {
  private Kernels() {}

  /** A kernel in bytecode, for use. */
  public static Kernel compile(EquationSystem system) {
    Programs programs = Programs.of(system);
    KernelBytecode bytecode = new KernelBytecode(programs);
    byte[] bytes = bytecode.bytes();
    try {
      MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
      MethodHandle constructor =
          hidden.findConstructor(
              hidden.lookupClass(), MethodType.methodType(void.class, Programs.class, int.class));
      return (CompiledKernel) constructor.invoke(programs, bytecode.workLength());
    } catch (Throwable failure) {
      throw new IllegalStateException(
          "the generated kernel of " + system.name() + " was refused: " + failure.getMessage(),
          failure);
    }
  }

  /** A kernel that walks the list of operations, as reference. */
  public static Kernel interpret(EquationSystem system) {
    return new InterpretedKernel(Programs.of(system));
  }
}
