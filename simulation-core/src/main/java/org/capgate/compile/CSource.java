package org.capgate.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.capgate.equations.EquationSystem;

/**
 * The functions of a kernel as C99 (and C++17) source, from the same lists of operations as the
 * kernels of this package: right-hand side, analytic Jacobian, its pattern, input derivative and
 * readouts. What depends on parameters alone is computed once, by {@code capgate_prepare}.
 *
 * <p>Arrays are those of {@link Kernel}, with q, what was prepared, in the place of the parameters.
 */
public final class CSource {
  private static final String RESULT =
      "const double *y, const double *q, const double *u, double *";

  private final StringBuilder text = new StringBuilder();
  private final Programs programs;

  private CSource(EquationSystem system) {
    programs = Programs.of(system);
  }

  /** The definitions, without includes. */
  public static String of(EquationSystem system) {
    return new CSource(system).written();
  }

  /** Number of entries of the Jacobian that are not zero by structure. */
  public static int jacobianEntries(EquationSystem system) {
    return Programs.of(system).jacobian().outputs().size();
  }

  /** A number as C reads it back exactly: a small whole one in decimals, others in hexadecimal. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value) + ".0"
        : Double.toHexString(value);
  }

  private String written() {
    pattern();
    text.append("/* What depends on parameters alone; call again when p changes. */\n")
        .append("const int capgate_prepared = ")
        .append(programs.preparedLength())
        .append(";\n");
    body("void capgate_prepare(const double *p, double *q)", "q", programs.prepare());
    text.append("/* Rates per hour; residuals of algebraic variables. */\n");
    body("void capgate_rhs(" + RESULT + "f)", "f", programs.rhs());
    body("static inline void capgate_entries(" + RESULT + "e)", "e", programs.jacobian());
    jacobians();
    text.append("/* Time derivative of f at fixed y; r holds du/dt per hour. */\n");
    body(
        "void capgate_time_derivative(const double *y, const double *q, const double *u,"
            + " const double *r, double *dfdt)",
        "dfdt",
        programs.inputDerivative());
    text.append("/* What is observed. */\n");
    body("void capgate_readouts(" + RESULT + "out)", "out", programs.readouts());
    return text.toString();
  }

  private void pattern() {
    int[] rows = programs.jacobianRows();
    int[] columns = programs.jacobianColumns();
    int n = programs.layout().variables().size();
    int[] byColumn = byColumn();
    text.append("/* Entries of the Jacobian that are not zero by structure, by rows. */\n");
    table("capgate_jacobian_row", rows.length, k -> rows[k]);
    table("capgate_jacobian_column", rows.length, k -> columns[k]);
    text.append("/* The same by columns: compressed sparse columns. */\n");
    table(
        "capgate_csc_start",
        n + 1,
        column -> (int) IntStream.of(columns).filter(c -> c < column).count());
    table("capgate_csc_row", rows.length, k -> rows[byColumn[k]]);
    text.append('\n');
  }

  private int[] byColumn() {
    int[] columns = programs.jacobianColumns();
    return IntStream.range(0, columns.length)
        .boxed()
        .sorted(Comparator.comparing(k -> columns[k])) // stable: rows ascend in a column
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void table(String name, int length, IntFunction<Integer> entry) {
    StringJoiner row = new StringJoiner(", ", "const int " + name + "[] = {", "};\n");
    IntStream.range(0, length).forEach(i -> row.add(entry.apply(i).toString()));
    text.append(wrapped(row.toString()));
  }

  /** Breaks a long list at its commas. */
  private static String wrapped(String line) {
    return line.replaceAll("(.{80,100}?,) ", "$1\n    ");
  }

  private void body(String head, String result, Program program) {
    text.append(head).append(" {\n");
    int from = text.length();
    String parameters = result.equals("q") ? "p" : "q";
    for (int place = 0; place < program.ops().size(); place++) {
      if (program.ops().get(place).code().isComputed()) {
        operation(program, place, parameters);
      }
    }
    boolean isList = result.equals("e"); // else each result has its own place
    for (int k = 0; k < program.outputs().size(); k++) {
      Program.Output output = program.outputs().get(k);
      store(result, isList ? k : output.entry(), operand(program, output.place(), parameters));
    }
    String written = text.substring(from);
    for (String array : List.of("y", "q", "u", "r")) {
      if (head.contains("*" + array + ",") && !written.contains(array + "[")) {
        text.append("  (void)").append(array).append(";\n");
      }
    }
    text.append("}\n\n");
  }

  private void operation(Program program, int place, String parameters) {
    Op op = program.ops().get(place);
    String left = operand(program, op.left(), parameters);
    String right = op.code().isBinary() ? operand(program, op.right(), parameters) : "";
    String value =
        switch (op.code()) {
          case ADD -> left + " + " + right;
          case SUBTRACT -> left + " - " + right;
          case MULTIPLY -> left + " * " + right;
          case DIVIDE -> left + " / " + right;
          case SQUARE_ROOT -> "sqrt(" + left + ")";
          case NEGATE -> "-" + left;
          default -> throw new IllegalStateException("no operation of equations: " + op);
        };
    text.append("  const double v").append(place).append(" = ").append(value).append(";\n");
  }

  private static String operand(Program program, int place, String parameters) {
    Op op = program.ops().get(place);
    return switch (op.code()) {
      case CONSTANT -> op.value() < 0 ? "(" + number(op.value()) + ")" : number(op.value());
      case VARIABLE -> "y[" + op.left() + "]";
      case PARAMETER -> parameters + "[" + op.left() + "]";
      case INPUT -> "u[" + op.left() + "]";
      case INPUT_RATE -> "r[" + op.left() + "]";
      default -> "v" + place;
    };
  }

  private void store(String array, int entry, String value) {
    text.append("  ").append(array).append('[').append(entry).append("] = ").append(value);
    text.append(";\n");
  }

  private void jacobians() {
    int n = programs.layout().variables().size();
    int[] rows = programs.jacobianRows();
    int[] columns = programs.jacobianColumns();
    int[] byColumn = byColumn();
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, rows.length).forEach(order::add);
    scatter("Entries of the Jacobian, by rows.", "capgate_jacobian", order, k -> k);
    order.clear();
    IntStream.of(byColumn).forEach(order::add);
    scatter("The same by columns.", "capgate_jacobian_csc", order, order::indexOf);
    scatter(
        "The same in a full matrix, column after column; others are left alone.",
        "capgate_jacobian_dense_columns",
        order,
        k -> columns[k] * n + rows[k]);
    scatter(
        "The same in a full matrix, row after row.",
        "capgate_jacobian_dense_rows",
        order,
        k -> rows[k] * n + columns[k]);
  }

  private void scatter(String comment, String name, List<Integer> order, IntFunction<Integer> at) {
    text.append("/* ").append(comment).append(" */\nvoid ").append(name);
    text.append('(').append(RESULT).append("dfdy) {\n");
    text.append("  double e[").append(order.size()).append("];\n  capgate_entries(y, q, u, e);\n");
    for (int k : order) {
      store("dfdy", at.apply(k), "e[" + k + "]");
    }
    text.append("}\n\n");
  }
}
