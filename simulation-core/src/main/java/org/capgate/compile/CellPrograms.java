package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;

/** Cuts programs of cells by their outputs. */
final class CellPrograms {
  private CellPrograms() {}

  /** The part of a program that computes outputs from to to − 1; entries are kept. */
  static Program cut(Program program, int from, int to) {
    OpGraph graph = new OpGraph();
    int[] place = new int[program.ops().size()];
    for (int i = 0; i < place.length; i++) {
      Op op = program.ops().get(i);
      place[i] = graph.copy(op, place);
    }
    List<Program.Output> outputs = new ArrayList<>();
    for (Program.Output output : program.outputs().subList(from, to)) {
      outputs.add(new Program.Output(place[output.place()], output.entry()));
    }
    return Program.of(graph, outputs);
  }
}
