package org.capgate.compile;

import java.util.List;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;

/**
 * The values of expressions in the symbols of a system at a point. Immutable and safe in many
 * threads.
 */
public final class PointKernel {
  private static final double[] UNREAD = {};

  private final Routine routine;
  private final int count;

  private PointKernel(Routine routine, int count) {
    this.routine = routine;
    this.count = count;
  }

  /** Of these expressions in variables, parameters, inputs and what is defined by them. */
  public static PointKernel of(EquationSystem system, List<Expression> expressions) {
    OpGraph graph = new OpGraph();
    Lowering lowering = Lowering.of(graph, system);
    int[] places = expressions.stream().mapToInt(one -> one.fold(lowering)).toArray();
    Program program = Fusing.of(Program.of(graph, places));
    return new PointKernel(CompiledRoutine.of(program, 1), places.length);
  }

  /**
   * The values, a fresh array in the order of the expressions.
   *
   * @param y variables
   * @param p parameters and frozen references
   * @param u inputs
   */
  public double[] values(double[] y, double[] p, double[] u) {
    double[] values = new double[count];
    routine.run(y, p, u, UNREAD, UNREAD, new double[routine.workLength()], values);
    return values;
  }
}
