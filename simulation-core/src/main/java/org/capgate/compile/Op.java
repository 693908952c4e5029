package org.capgate.compile;

/**
 * One elementary operation of a program. Its result is referred to by its place in the list;
 * operands come earlier in the list.
 *
 * @param code what it does
 * @param left place of the left or only operand; for a load, index in the loaded array
 * @param right place of the right operand, or −1
 * @param value of a constant, else 0
 */
record Op(Code code, int left, int right, double value) {
  /** The operations there are. */
  enum Code {
    CONSTANT,
    VARIABLE,
    PARAMETER,
    INPUT,
    INPUT_RATE,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    SQUARE_ROOT,
    NEGATE;

    boolean isLoad() {
      return this == VARIABLE || this == PARAMETER || this == INPUT || this == INPUT_RATE;
    }

    boolean isBinary() {
      return this == ADD || this == SUBTRACT || this == MULTIPLY || this == DIVIDE;
    }

    /** Neither a number nor a load. */
    boolean isComputed() {
      return isBinary() || this == SQUARE_ROOT || this == NEGATE;
    }
  }

  static Op constant(double value) {
    return new Op(Code.CONSTANT, -1, -1, value);
  }

  static Op load(Code array, int index) {
    return new Op(array, index, -1, 0);
  }

  static Op unary(Code code, int operand) {
    return new Op(code, operand, -1, 0);
  }

  static Op binary(Code code, int left, int right) {
    return new Op(code, left, right, 0);
  }
}
