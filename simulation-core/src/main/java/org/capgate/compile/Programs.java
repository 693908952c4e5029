package org.capgate.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Layout;

/**
 * The four programs of a system.
 *
 * @param layout where each symbol stands
 * @param rhs rates and residuals
 * @param jacobian their derivatives by the variables; entries are row · n + column, in ascending
 *     order
 * @param inputDerivative their time derivative at fixed variables
 * @param readouts what is observed
 */
record Programs(
    Layout layout, Program rhs, Program jacobian, Program inputDerivative, Program readouts) {
  static Programs of(EquationSystem system) {
    OpGraph graph = new OpGraph();
    Lowering lowering = new Lowering(graph, system);
    Layout layout = system.layout();
    int[] rhs = lowering.evaluated(layout.variables());
    Set<Integer> shared = usedMoreThanOnce(graph, lowering.definitions());
    int[] readouts = lowering.evaluated(layout.readouts());
    Gradients gradients = new Gradients(graph, shared);
    List<Program.Output> entries = new ArrayList<>();
    for (int row = 0; row < rhs.length; row++) {
      for (Map.Entry<Integer, Integer> derivative : gradients.of(rhs[row]).entrySet()) {
        entries.add(
            new Program.Output(derivative.getValue(), row * rhs.length + derivative.getKey()));
      }
    }
    int[] tangents = new Tangents(graph).of(rhs);
    return new Programs(
        layout,
        Program.of(graph, rhs),
        Program.of(graph, entries),
        Program.of(graph, tangents),
        Program.of(graph, readouts));
  }

  private static Set<Integer> usedMoreThanOnce(OpGraph graph, Set<Integer> definitions) {
    int[] uses = new int[graph.size()];
    for (int i = 0; i < uses.length; i++) {
      Op op = graph.op(i);
      if (op.code().isComputed()) {
        uses[op.left()]++;
        if (op.code().isBinary()) {
          uses[op.right()]++;
        }
      }
    }
    Set<Integer> shared = new HashSet<>();
    for (int place : definitions) {
      if (uses[place] > 1 && graph.op(place).code().isComputed()) {
        shared.add(place);
      }
    }
    return shared;
  }

  List<Program> all() {
    return List.of(rhs, jacobian, inputDerivative, readouts);
  }

  int[] jacobianRows() {
    int n = layout.variables().size();
    return jacobian.outputs().stream().mapToInt(output -> output.entry() / n).toArray();
  }

  int[] jacobianColumns() {
    int n = layout.variables().size();
    return jacobian.outputs().stream().mapToInt(output -> output.entry() % n).toArray();
  }
}
