package org.capgate.compile;

/**
 * One elementary operation of a program. Its result is referred to by its place in the list;
 * operands come earlier in the list.
 *
 * @param code what it does
 * @param left place of the left or only operand; for a load, index in the loaded array
 * @param right place of the right operand, or −1
 * @param addend place of what is added to a fused product, or −1
 * @param value of a constant, else 0
 */
record Op(Code code, int left, int right, int addend, double value) {
  /** The operations there are. */
  enum Code {
    CONSTANT,
    VARIABLE,
    PARAMETER,
    INPUT,
    INPUT_RATE,
    CONTROL,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    LARGER,
    FUSED,
    SQUARE_ROOT,
    MAGNITUDE,
    NEGATE;

    /** Reads the array that stands at {@link #array} among the arrays of a routine. */
    boolean isLoad() {
      return ordinal() >= VARIABLE.ordinal() && ordinal() <= CONTROL.ordinal();
    }

    /** Position of the array that a load reads: y, p, u, uRate, control. */
    int array() {
      return ordinal() - VARIABLE.ordinal();
    }

    boolean isBinary() {
      return ordinal() >= ADD.ordinal() && ordinal() <= FUSED.ordinal();
    }

    /** Neither a number nor a load. */
    boolean isComputed() {
      return ordinal() >= ADD.ordinal();
    }
  }

  static Op constant(double value) {
    return new Op(Code.CONSTANT, -1, -1, -1, value);
  }

  static Op load(Code array, int index) {
    return new Op(array, index, -1, -1, 0);
  }

  static Op unary(Code code, int operand) {
    return new Op(code, operand, -1, -1, 0);
  }

  static Op binary(Code code, int left, int right) {
    return new Op(code, left, right, -1, 0);
  }

  /** left · right + addend, rounded once. */
  static Op fused(int left, int right, int addend) {
    return new Op(Code.FUSED, left, right, addend, 0);
  }

  /** Number of operands. */
  int operands() {
    return !code.isComputed() ? 0 : code == Code.FUSED ? 3 : code.isBinary() ? 2 : 1;
  }

  /** Place of an operand. */
  int operand(int index) {
    return index == 0 ? left : index == 1 ? right : addend;
  }

  /**
   * About how many cycles of a processor the result takes from the values loaded, if nothing else
   * has to be computed: the length of the chain of operations that wait for each other.
   *
   * @param ready the same of the operands, by place
   */
  int readyAfter(int[] ready) {
    int operands = 0;
    for (int i = 0; i < operands(); i++) {
      operands = Math.max(operands, ready[operand(i)]);
    }
    return switch (code) {
      case DIVIDE -> operands + 13;
      case SQUARE_ROOT -> operands + 20;
      case ADD, SUBTRACT, MULTIPLY, FUSED -> operands + 4;
      default -> operands;
    };
  }

  /** The same operation on moved operands; loads and numbers are unchanged. */
  Op moved(int[] place) {
    return switch (operands()) {
      case 0 -> this;
      case 1 -> unary(code, place[left]);
      case 2 -> binary(code, place[left], place[right]);
      default -> fused(place[left], place[right], place[addend]);
    };
  }
}
