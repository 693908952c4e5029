package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capgate.compile.Op.Code;

/**
 * A list of operations and the array entries that take results. Operands precede their use; order
 * is that of the graph it was cut from.
 *
 * @param ops what to compute, in order
 * @param outputs what to store, in order of entry
 */
record Program(List<Op> ops, List<Output> outputs) {
  /**
   * One result.
   *
   * @param place of the operation in the list
   * @param entry index in the output array
   */
  record Output(int place, int entry) {}

  Program {
    ops = List.copyOf(ops);
    outputs = List.copyOf(outputs);
  }

  /** Cuts from the graph what the outputs need, and nothing else. */
  static Program of(OpGraph graph, List<Output> outputs) {
    return of(graph, outputs, Map.of());
  }

  /**
   * The same, with some places read from the array of parameters instead of computed.
   *
   * @param prepared index in that array, by place
   */
  static Program of(OpGraph graph, List<Output> outputs, Map<Integer, Integer> prepared) {
    boolean[] needed = new boolean[graph.size()];
    for (Output output : outputs) {
      needed[output.place()] = true;
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      Op op = graph.op(i);
      if (needed[i] && op.code().isComputed() && !prepared.containsKey(i)) {
        needed[op.left()] = true;
        if (op.code().isBinary()) {
          needed[op.right()] = true;
        }
      }
    }
    int[] place = new int[needed.length];
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        place[i] = ops.size();
        Integer index = prepared.get(i);
        ops.add(index == null ? graph.op(i).moved(place) : Op.load(Code.PARAMETER, index));
      }
    }
    return new Program(
        ops,
        outputs.stream().map(output -> new Output(place[output.place()], output.entry())).toList());
  }

  /** The same with one output per place, entries 0, 1, 2 …. */
  static Program of(OpGraph graph, int[] places) {
    return of(graph, inOrder(places));
  }

  /** Entries of the outputs that follow from what is loaded from an array, from an index on. */
  Set<Integer> entriesReading(Code array, int from) {
    boolean[] reads = new boolean[ops.size()];
    for (int i = 0; i < reads.length; i++) {
      Op op = ops.get(i);
      reads[i] = op.code() == array && op.left() >= from;
      for (int operand = 0; operand < op.operands(); operand++) {
        reads[i] |= reads[op.operand(operand)];
      }
    }
    return outputs.stream()
        .filter(output -> reads[output.place()])
        .map(Output::entry)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** One output per place, entries 0, 1, 2 …. */
  static List<Output> inOrder(int[] places) {
    List<Output> outputs = new ArrayList<>();
    for (int place : places) {
      outputs.add(new Output(place, outputs.size()));
    }
    return outputs;
  }
}
