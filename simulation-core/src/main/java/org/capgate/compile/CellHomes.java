package org.capgate.compile;

import org.capgate.compile.Op.Code;

/**
 * Where the loads of a cell program are found: variables below {@code sharedFrom} entries of the
 * table are per cell, others shared.
 */
final class CellHomes {
  private final int[] arrayOfVariable; // −1 where shared
  private final int[] sharedOfVariable; // −1 where per cell

  CellHomes(int[] arrayOfVariable, int[] sharedOfVariable) {
    this.arrayOfVariable = arrayOfVariable;
    this.sharedOfVariable = sharedOfVariable;
  }

  /** Whether a load or number is the same for all cells; false for what is computed. */
  boolean isShared(Op op) {
    return op.code() == Code.CONSTANT
        || op.code() == Code.PARAMETER
        || (op.code() == Code.VARIABLE && arrayOfVariable[op.left()] < 0);
  }

  /** The array a load reads, or −1. */
  int arrayOf(Op op) {
    return switch (op.code()) {
      case INPUT -> op.left();
      case VARIABLE -> arrayOfVariable[op.left()];
      default -> -1;
    };
  }

  /** The shared number a load reads. */
  int sharedIndexOf(Op op) {
    return op.code() == Code.PARAMETER ? op.left() : sharedOfVariable[op.left()];
  }
}
