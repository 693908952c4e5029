package org.capgate.compile;

import org.capgate.compile.Op.Code;
import org.capgate.equations.EquationSystem;

/**
 * Floating-point operations of one call of each function of a system: additions, multiplications,
 * divisions and square roots count as one each, changes of sign as none. What depends on parameters
 * alone is not counted, since it is not done again.
 *
 * @param rhs of the right-hand side
 * @param jacobian of the Jacobian
 * @param inputDerivative of the time derivative through the inputs
 * @param divisions how many of the right-hand side are divisions or square roots
 */
public record OperationCounts(long rhs, long jacobian, long inputDerivative, long divisions) {
  /** Counts the operations of a system. */
  public static OperationCounts of(EquationSystem system) {
    Programs programs = Programs.of(system);
    return new OperationCounts(
        count(programs.rhs()),
        count(programs.jacobian()),
        count(programs.inputDerivative()),
        programs.rhs().ops().stream()
            .map(Op::code)
            .filter(code -> code == Code.DIVIDE || code == Code.SQUARE_ROOT)
            .count());
  }

  private static long count(Program program) {
    return program.ops().stream()
        .map(Op::code)
        .filter(code -> code.isComputed() && code != Code.NEGATE)
        .count();
  }
}
