package org.capgate.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Layout;

/**
 * The programs of a system. What depends on parameters only is computed by {@link #prepare}; the
 * others read its results in the place of the parameters.
 *
 * @param layout where each symbol stands
 * @param prepare parameters to prepared parameters
 * @param rhs rates and residuals
 * @param jacobian their derivatives by the variables; entries are row · n + column, in ascending
 *     order
 * @param inputDerivative their time derivative at fixed variables
 * @param readouts what is observed
 */
record Programs(
    Layout layout,
    Program prepare,
    Program rhs,
    Program jacobian,
    Program inputDerivative,
    Program readouts) {
  static Programs of(EquationSystem system) {
    OpGraph graph = new OpGraph();
    Lowering lowering = Lowering.of(graph, system);
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
    List<List<Program.Output>> wanted =
        List.of(
            Program.inOrder(rhs), entries, Program.inOrder(tangents), Program.inOrder(readouts));
    Map<Integer, Integer> prepared = prepared(graph, wanted);
    List<Program.Output> preparation = new ArrayList<>();
    prepared.forEach((place, index) -> preparation.add(new Program.Output(place, index)));
    List<Program> cut =
        wanted.stream().map(outputs -> Program.of(graph, outputs, prepared)).toList();
    return new Programs(
        layout, Program.of(graph, preparation), cut.get(0), cut.get(1), cut.get(2), cut.get(3));
  }

  /** Index by place of every invariant value, not being a number, that something varying reads. */
  private static Map<Integer, Integer> prepared(OpGraph graph, List<List<Program.Output>> wanted) {
    Map<Integer, Integer> index = new TreeMap<>();
    boolean[] needed = new boolean[graph.size()];
    for (List<Program.Output> outputs : wanted) {
      outputs.forEach(output -> needed[output.place()] = true);
    }
    for (int place = needed.length - 1; place >= 0; place--) {
      Op op = graph.op(place);
      if (!needed[place]) {
        continue;
      }
      if (graph.isInvariant(place)) {
        if (op.code() != Op.Code.CONSTANT) {
          index.put(place, 0);
        }
      } else if (op.code().isComputed()) {
        needed[op.left()] = true;
        if (op.code().isBinary()) {
          needed[op.right()] = true;
        }
      }
    }
    int next = 0;
    for (Map.Entry<Integer, Integer> entry : index.entrySet()) {
      entry.setValue(next++);
    }
    return index;
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
    return List.of(prepare, rhs, jacobian, inputDerivative, readouts);
  }

  int preparedLength() {
    return prepare.outputs().size();
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
