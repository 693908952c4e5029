package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.capgate.compile.Op.Code;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Layout;

/** The loops of a {@link CellKernel} that evaluate what is stated, over one graph of operations. */
final class CellLoops {
  private final CellPlaces places;
  private final Layout layout;
  private final OpGraph graph = new OpGraph();
  private final CellHomes homes;
  private final Gradients gradients;

  /** Of each variable: its rate, or its residual. */
  private final int[] changes;

  /** Of each readout. */
  private final int[] seen;

  /** Of each signal. */
  private final int[] sent;

  CellLoops(CellPlaces places, EquationSystem system, List<String> signals) {
    this.places = places;
    layout = places.layout();
    Map<String, Integer> loads = new HashMap<>();
    homes = loads(loads);
    Lowering lowering = new Lowering(graph, system, loads);
    changes = layout.variables().stream().mapToInt(lowering::evaluated).toArray();
    seen = layout.readouts().stream().mapToInt(lowering::symbol).toArray();
    sent = signals.stream().mapToInt(signal -> seen[layout.readout(signal)]).toArray();
    Set<Integer> definitions = new HashSet<>(lowering.definitions());
    definitions.removeIf(place -> !graph.op(place).code().isComputed());
    gradients = new Gradients(graph, definitions);
  }

  private CellHomes loads(Map<String, Integer> loads) {
    int n = places.variables();
    int[] arrayOf = new int[n + places.coupled().size()];
    int[] sharedOf = new int[arrayOf.length];
    for (int i = 0; i < n; i++) {
      loads.put(layout.variables().get(i).name(), graph.load(Code.VARIABLE, i));
      arrayOf[i] = i;
      sharedOf[i] = -1;
    }
    for (int i = 0; i < layout.parameters().size(); i++) {
      loads.put(layout.parameters().get(i).name(), graph.load(Code.PARAMETER, i));
    }
    for (int i = 0; i < places.perCell().size(); i++) {
      loads.put(places.perCell().get(i), graph.load(Code.INPUT, n + i));
    }
    for (String input : places.sharedInputs()) {
      loads.put(input, graph.load(Code.PARAMETER, places.sharedIndex(input)));
    }
    for (int v = 0; v < places.coupled().size(); v++) {
      String name = places.coupled().get(v);
      layout.input(name);
      loads.put(name, graph.load(Code.VARIABLE, n + v));
      int own = places.perCell().indexOf(name);
      arrayOf[n + v] = own < 0 ? -1 : n + own;
      sharedOf[n + v] = own < 0 ? places.sharedIndex(name) : -1;
    }
    return new CellHomes(arrayOf, sharedOf);
  }

  OpGraph graph() {
    return graph;
  }

  CellHomes homes() {
    return homes;
  }

  /** Derivatives of what changes a variable, by place of the variable or coupled input. */
  SortedMap<Integer, Integer> gradientOfVariable(int variable) {
    return gradients.of(changes[variable]);
  }

  /** Derivatives of a readout, by place. */
  SortedMap<Integer, Integer> gradientOfReadout(String readout) {
    return gradients.of(seen[layout.readout(readout)]);
  }

  /** A loop with these outputs. */
  CellLoop loop(int... outputs) {
    return CellLoopWriter.write(Program.of(graph, outputs), homes);
  }

  CellLoop loop(List<Integer> outputs) {
    return loop(outputs.stream().mapToInt(Integer::intValue).toArray());
  }

  CellLoop rhs() {
    return loop(Arrays.copyOfRange(changes, 0, layout.differential()));
  }

  CellLoop everything() {
    return loop(changes);
  }

  CellLoop readouts() {
    return loop(seen);
  }

  CellLoop signals() {
    return loop(sent);
  }

  /** Residual and its derivative by its own variable, for each algebraic variable. */
  CellLoop residuals() {
    List<Integer> outputs = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      if (layout.variables().get(i).kind() == Kind.ALGEBRAIC) {
        outputs.add(changes[i]);
        outputs.add(derivative(changes[i], i));
      }
    }
    return loop(outputs);
  }

  /**
   * For the quasi-steady variable r: its residual, the derivative of the residual by each coupled
   * input per cell, and the derivative of each signal by r.
   */
  CellLoop quasiSteady() {
    List<Integer> outputs = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      if (layout.variables().get(i).kind() == Kind.QUASI_STEADY) {
        outputs.add(changes[i]);
        for (int v = 0; v < places.coupled().size(); v++) {
          if (places.perCell().contains(places.coupled().get(v))) {
            outputs.add(derivative(changes[i], changes.length + v));
          }
        }
        for (int signal : sent) {
          outputs.add(derivative(signal, i));
        }
      }
    }
    return loop(outputs);
  }

  private int derivative(int of, int by) {
    return gradients.of(of).getOrDefault(by, graph.constant(0));
  }
}
