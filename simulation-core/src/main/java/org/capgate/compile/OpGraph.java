package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capgate.compile.Op.Code;

/**
 * Operations with common subexpressions shared: asking twice for the same operation gives the same
 * place in the list.
 *
 * <p>Numbers are folded, 0 and 1 vanish, signs move outward. A product with a literal 0 is 0 even
 * where the other factor is not finite. What depends on numbers and parameters only is gathered, so
 * that it can be computed once for a whole run; a quotient is the product with a reciprocal, so
 * that its derivatives divide no more. Both change last bits against the equation as written, and
 * do so alike in every kernel.
 */
final class OpGraph {
  private final List<Op> ops = new ArrayList<>();
  private final Map<Op, Integer> places = new HashMap<>();
  private final BitSet invariant = new BitSet();
  private int[] ready = new int[64]; // by place, see Op.readyAfter

  int size() {
    return ops.size();
  }

  Op op(int place) {
    return ops.get(place);
  }

  int constant(double value) {
    return place(Op.constant(value));
  }

  int load(Code array, int index) {
    return place(Op.load(array, index));
  }

  int add(int left, int right) {
    if (areConstant(left, right)) {
      return constant(value(left) + value(right));
    }
    if (is(left, 0)) {
      return right;
    }
    if (is(right, 0)) {
      return left;
    }
    if (isNegated(right)) {
      return subtract(left, op(right).left());
    }
    if (isNegated(left)) {
      return subtract(right, op(left).left());
    }
    return place(Op.binary(Code.ADD, Math.min(left, right), Math.max(left, right)));
  }

  int subtract(int left, int right) {
    if (areConstant(left, right)) {
      return constant(value(left) - value(right));
    }
    if (is(right, 0)) {
      return left;
    }
    if (is(left, 0)) {
      return negate(right);
    }
    return isNegated(right)
        ? add(left, op(right).left())
        : place(Op.binary(Code.SUBTRACT, left, right));
  }

  int multiply(int left, int right) {
    if (areConstant(left, right)) {
      return constant(value(left) * value(right));
    }
    if (is(left, 0) || is(right, 0)) {
      return constant(0);
    }
    if (is(left, 1)) {
      return right;
    }
    if (is(right, 1)) {
      return left;
    }
    if (is(left, -1)) {
      return negate(right);
    }
    if (is(right, -1)) {
      return negate(left);
    }
    if (isNegated(left)) {
      return negate(multiply(op(left).left(), right));
    }
    if (isNegated(right)) {
      return negate(multiply(left, op(right).left()));
    }
    if (isInvariant(left) && !isInvariant(right)) {
      return scaled(right, left);
    }
    if (isInvariant(right) && !isInvariant(left)) {
      return scaled(left, right);
    }
    return place(Op.binary(Code.MULTIPLY, Math.min(left, right), Math.max(left, right)));
  }

  /** A varying value times an invariant factor; factors of factors are gathered. */
  private int scaled(int varying, int factor) {
    Op op = op(varying);
    if (op.code() == Code.MULTIPLY) {
      if (isInvariant(op.left())) {
        return multiply(op.right(), multiply(op.left(), factor));
      }
      if (isInvariant(op.right())) {
        return multiply(op.left(), multiply(op.right(), factor));
      }
    }
    return place(Op.binary(Code.MULTIPLY, Math.min(varying, factor), Math.max(varying, factor)));
  }

  int divide(int numerator, int denominator) {
    if (areConstant(numerator, denominator)) {
      return constant(value(numerator) / value(denominator));
    }
    if (is(numerator, 0) || is(denominator, 1)) {
      return numerator;
    }
    if (isNegated(numerator)) {
      return negate(divide(op(numerator).left(), denominator));
    }
    if (isNegated(denominator)) {
      return negate(divide(numerator, op(denominator).left()));
    }
    return is(numerator, 1)
        ? place(Op.binary(Code.DIVIDE, numerator, denominator))
        : multiply(numerator, divide(constant(1), denominator));
  }

  /** −1/x as one operation, so that the sign stays in it. */
  int negativeReciprocal(int operand) {
    return place(Op.binary(Code.DIVIDE, constant(-1), operand));
  }

  int larger(int left, int right) {
    return place(Op.binary(Code.LARGER, Math.min(left, right), Math.max(left, right)));
  }

  int magnitude(int operand) {
    return place(Op.unary(Code.MAGNITUDE, operand));
  }

  int squareRoot(int radicand) {
    return isConstant(radicand)
        ? constant(Math.sqrt(value(radicand)))
        : place(Op.unary(Code.SQUARE_ROOT, radicand));
  }

  int negate(int operand) {
    if (isConstant(operand)) {
      return constant(-value(operand));
    }
    return isNegated(operand) ? op(operand).left() : place(Op.unary(Code.NEGATE, operand));
  }

  /** Square and multiply, from the highest bit of the exponent; 1/x^n for a negative one. */
  int power(int base, int exponent) {
    if (exponent < 0) {
      return divide(constant(1), power(base, -exponent));
    }
    if (exponent == 0) {
      return constant(1);
    }
    int result = base;
    for (int bit = Integer.highestOneBit(exponent) >> 1; bit != 0; bit >>= 1) {
      result = multiply(result, result);
      if ((exponent & bit) != 0) {
        result = multiply(result, base);
      }
    }
    return result;
  }

  /**
   * Writes a program into this graph.
   *
   * @return place here of each of its operations
   */
  int[] copy(Program program) {
    int[] places = new int[program.ops().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = copy(program.ops().get(i), places);
    }
    return places;
  }

  /** The same operation on operands of this graph. */
  private int copy(Op op, int[] operand) {
    return switch (op.code()) {
      case ADD -> add(operand[op.left()], operand[op.right()]);
      case SUBTRACT -> subtract(operand[op.left()], operand[op.right()]);
      case MULTIPLY -> multiply(operand[op.left()], operand[op.right()]);
      case DIVIDE -> divide(operand[op.left()], operand[op.right()]);
      case SQUARE_ROOT -> squareRoot(operand[op.left()]);
      case NEGATE -> negate(operand[op.left()]);
      default -> place(op.moved(operand));
    };
  }

  /** Whether the value is the number 0. */
  boolean isZero(int place) {
    return is(place, 0);
  }

  private int place(Op op) {
    Integer known = places.putIfAbsent(op, ops.size());
    if (known != null) {
      return known;
    }
    ops.add(op);
    int place = ops.size() - 1;
    invariant.set(place, dependsOnParametersOnly(op));
    if (place == ready.length) {
      ready = Arrays.copyOf(ready, 2 * place);
    }
    ready[place] = op.readyAfter(ready);
    return place;
  }

  /**
   * The sum of terms in the order in which they become ready, so that none that is ready waits for
   * one that is not; in the order given among equals.
   */
  int sum(List<Integer> terms) {
    List<Integer> ordered = new ArrayList<>(terms);
    ordered.sort(Comparator.comparingInt(place -> ready[place]));
    int sum = constant(0);
    for (int term : ordered) {
      sum = add(sum, term);
    }
    return sum;
  }

  private boolean dependsOnParametersOnly(Op op) {
    if (!op.code().isComputed()) {
      return op.code() == Code.CONSTANT || op.code() == Code.PARAMETER;
    }
    return isInvariant(op.left()) && (!op.code().isBinary() || isInvariant(op.right()));
  }

  /** Whether the value is made of numbers and parameters only, so is constant during a run. */
  boolean isInvariant(int place) {
    return invariant.get(place);
  }

  private boolean isConstant(int place) {
    return op(place).code() == Code.CONSTANT;
  }

  private boolean areConstant(int left, int right) {
    return isConstant(left) && isConstant(right);
  }

  private double value(int place) {
    return op(place).value();
  }

  private boolean is(int place, double value) {
    return isConstant(place) && value(place) == value;
  }

  private boolean isNegated(int place) {
    return op(place).code() == Code.NEGATE;
  }
}
