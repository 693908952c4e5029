package org.capgate.explain;

import java.util.ArrayList;
import java.util.List;
import org.capgate.equations.Algebra;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;

/**
 * One expression as a list of operations, with its slopes between two points: numbers with which
 *
 * <pre>e(b) − e(a) = Σ slope_k · (b_k − a_k)</pre>
 *
 * holds exactly, however far a and b are apart. Each operation has an exact one, by the algebra of
 * differences:
 *
 * <pre>
 * xy − x₀y₀ = ½(y + y₀)(x − x₀) + ½(x + x₀)(y − y₀)
 * 1/x − 1/x₀ = −(x − x₀)/(x x₀)
 * xⁿ − x₀ⁿ = (x − x₀) Σ xᵏ x₀ⁿ⁻¹⁻ᵏ
 * √x − √x₀ = (x − x₀)/(√x + √x₀)
 * </pre>
 *
 * Where b comes close to a they are the derivatives. Of a product each factor gets the half of what
 * both do together. Immutable.
 */
final class Tape {
  private enum Code {
    NUMBER,
    PARAMETER,
    NODE,
    SUM,
    DIFFERENCE,
    PRODUCT,
    QUOTIENT,
    POWER,
    ROOT,
    NEGATION
  }

  private final Code[] codes;
  private final int[] lefts; // operation, parameter or node
  private final int[] rights; // operation, or exponent
  private final double[] numbers;

  /** Where a symbol is found: its node, or −1 − its parameter. */
  interface Places {
    int of(Symbol symbol);
  }

  Tape(Expression expression, Places places) {
    Writer writer = new Writer(places);
    expression.fold(writer);
    codes = writer.codes.toArray(new Code[0]);
    lefts = writer.lefts.stream().mapToInt(Integer::intValue).toArray();
    rights = writer.rights.stream().mapToInt(Integer::intValue).toArray();
    numbers = writer.numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Number of operations: the length of the arrays of values. */
  int size() {
    return codes.length;
  }

  /**
   * The value of the expression.
   *
   * @param nodes values by node
   * @param parameters values by parameter
   * @param values overwritten from {@code offset} on, one for each operation
   */
  double evaluate(double[] nodes, double[] parameters, double[] values, int offset) {
    for (int i = 0; i < codes.length; i++) {
      int left = lefts[i];
      int right = rights[i];
      values[offset + i] =
          switch (codes[i]) {
            case NUMBER -> numbers[i];
            case PARAMETER -> parameters[left];
            case NODE -> nodes[left];
            case SUM -> values[offset + left] + values[offset + right];
            case DIFFERENCE -> values[offset + left] - values[offset + right];
            case PRODUCT -> values[offset + left] * values[offset + right];
            case QUOTIENT -> values[offset + left] / values[offset + right];
            case POWER -> power(values[offset + left], right);
            case ROOT -> Math.sqrt(values[offset + left]);
            case NEGATION -> -values[offset + left];
          };
    }
    return values[offset + codes.length - 1];
  }

  /**
   * Adds the slopes between two points.
   *
   * @param from values of all operations at the one point, from {@code offset} on, as is {@code to}
   * @param adjoints scratch, as long as the tape
   * @param slopes by node; added to
   */
  void addSlopes(double[] from, double[] to, int offset, double[] adjoints, double[] slopes) {
    for (int i = 0; i < codes.length; i++) {
      adjoints[i] = 0;
    }
    adjoints[codes.length - 1] = 1;
    for (int i = codes.length - 1; i >= 0; i--) {
      double adjoint = adjoints[i];
      int left = lefts[i];
      int right = rights[i];
      switch (codes[i]) {
        case NODE -> slopes[left] += adjoint;
        case SUM -> {
          adjoints[left] += adjoint;
          adjoints[right] += adjoint;
        }
        case DIFFERENCE -> {
          adjoints[left] += adjoint;
          adjoints[right] -= adjoint;
        }
        case PRODUCT -> {
          adjoints[left] += adjoint * 0.5 * (from[offset + right] + to[offset + right]);
          adjoints[right] += adjoint * 0.5 * (from[offset + left] + to[offset + left]);
        }
        case QUOTIENT -> {
          double below = from[offset + right];
          double belowToo = to[offset + right];
          adjoints[left] += adjoint * 0.5 * (1 / below + 1 / belowToo);
          adjoints[right] -=
              adjoint * 0.5 * (from[offset + left] + to[offset + left]) / (below * belowToo);
        }
        case POWER ->
            adjoints[left] += adjoint * powerSlope(from[offset + left], to[offset + left], right);
        case ROOT -> {
          double roots = from[offset + i] + to[offset + i];
          adjoints[left] += roots == 0 ? 0 : adjoint / roots;
        }
        case NEGATION -> adjoints[left] -= adjoint;
        case NUMBER, PARAMETER -> {}
      }
    }
  }

  private static double power(double base, int exponent) {
    double product = 1;
    for (int i = 0; i < Math.abs(exponent); i++) {
      product *= base;
    }
    return exponent < 0 ? 1 / product : product;
  }

  private static double powerSlope(double from, double to, int exponent) {
    int size = Math.abs(exponent);
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += power(to, k) * power(from, size - 1 - k);
    }
    return exponent < 0 ? -sum / (power(from, size) * power(to, size)) : sum;
  }

  /** Writes operations in the order in which they are computed. */
  private static final class Writer implements Algebra<Integer> {
    private final Places places;
    private final List<Code> codes = new ArrayList<>();
    private final List<Integer> lefts = new ArrayList<>();
    private final List<Integer> rights = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();

    Writer(Places places) {
      this.places = places;
    }

    private int add(Code code, int left, int right, double number) {
      codes.add(code);
      lefts.add(left);
      rights.add(right);
      numbers.add(number);
      return codes.size() - 1;
    }

    @Override
    public Integer constant(double value, Unit unit) {
      return add(Code.NUMBER, 0, 0, value);
    }

    @Override
    public Integer symbol(Symbol symbol) {
      int place = places.of(symbol);
      return place < 0 ? add(Code.PARAMETER, -1 - place, 0, 0) : add(Code.NODE, place, 0, 0);
    }

    @Override
    public Integer sum(Integer left, Integer right) {
      return add(Code.SUM, left, right, 0);
    }

    @Override
    public Integer difference(Integer left, Integer right) {
      return add(Code.DIFFERENCE, left, right, 0);
    }

    @Override
    public Integer product(Integer left, Integer right) {
      return add(Code.PRODUCT, left, right, 0);
    }

    @Override
    public Integer quotient(Integer numerator, Integer denominator) {
      return add(Code.QUOTIENT, numerator, denominator, 0);
    }

    @Override
    public Integer power(Integer base, int exponent) {
      return add(Code.POWER, base, exponent, 0);
    }

    @Override
    public Integer squareRoot(Integer radicand) {
      return add(Code.ROOT, radicand, 0, 0);
    }

    @Override
    public Integer negation(Integer operand) {
      return add(Code.NEGATION, operand, 0, 0);
    }
  }
}
