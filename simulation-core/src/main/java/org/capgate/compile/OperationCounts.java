package org.capgate.compile;

import org.capgate.compile.Op.Code;
import org.capgate.equations.EquationSystem;

/**
 * Floating-point operations of one call of each function of a system: additions, multiplications,
 * divisions and square roots count as one each, changes of sign as none. What depends on parameters
 * alone is not counted, since it need not be done again.
 *
 * @param rhs of the right-hand side
 * @param jacobian of the Jacobian
 * @param inputDerivative of the time derivative through the inputs
 * @param divisions of the right-hand side that are divisions or square roots
 */
public record OperationCounts(int rhs, int jacobian, int inputDerivative, int divisions) {
  /** Counts the operations of a system. */
  public static OperationCounts of(EquationSystem system) {
    Programs programs = Programs.of(system);
    MergedPrograms merged = new MergedPrograms();
    MergedPrograms.Part rhs = merged.add(programs.rhs());
    return new OperationCounts(
        count(merged, rhs, false),
        count(merged, merged.add(programs.jacobian()), false),
        count(merged, merged.add(programs.inputDerivative()), false),
        count(merged, rhs, true));
  }

  private static int count(MergedPrograms merged, MergedPrograms.Part part, boolean onlyDivisions) {
    return (int)
        part.needed().stream()
            .filter(place -> !merged.isConstant(place))
            .mapToObj(place -> merged.op(place).code())
            .filter(code -> code.isComputed() && code != Code.NEGATE)
            .filter(
                code -> !onlyDivisions || code == Code.DIVIDE || code == Code.SQUARE_ROOT)
            .count();
  }
}
