package org.capgate.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;

/**
 * Derivatives of operations by variables, as operations of the same graph.
 *
 * <p>One backward sweep per equation gives its derivatives by all variables at once. A sweep ends
 * at definitions that several equations share; their gradients are made once and enter by the chain
 * rule.
 */
final class Gradients {
  private final OpGraph graph;
  private final Set<Integer> shared;
  private final Map<Integer, SortedMap<Integer, Integer>> gradients = new HashMap<>();
  private final Map<Integer, Boolean> varying = new HashMap<>();

  /**
   * @param graph where the derivatives are added
   * @param shared places of definitions that several equations use
   */
  Gradients(OpGraph graph, Set<Integer> shared) {
    this.graph = graph;
    this.shared = shared;
  }

  /**
   * Derivatives of one place by each variable it depends on: index of the variable to place of the
   * derivative.
   */
  SortedMap<Integer, Integer> of(int place) {
    SortedMap<Integer, Integer> known = gradients.get(place);
    if (known == null) {
      known = backwardSweep(place);
      gradients.put(place, known);
    }
    return known;
  }

  private SortedMap<Integer, Integer> backwardSweep(int root) {
    SortedMap<Integer, Integer> gradient = new TreeMap<>();
    NavigableMap<Integer, Integer> adjoints = new TreeMap<>();
    accumulate(adjoints, root, graph.constant(1));
    while (!adjoints.isEmpty()) {
      Map.Entry<Integer, Integer> latest = adjoints.pollLastEntry();
      int place = latest.getKey();
      int adjoint = latest.getValue();
      if (graph.op(place).code() == Code.VARIABLE) {
        add(gradient, graph.op(place).left(), adjoint);
      } else if (place != root && shared.contains(place)) {
        of(place)
            .forEach(
                (variable, derivative) ->
                    add(gradient, variable, graph.multiply(adjoint, derivative)));
      } else {
        propagate(adjoints, place, adjoint);
      }
    }
    return gradient;
  }

  private void propagate(NavigableMap<Integer, Integer> adjoints, int place, int adjoint) {
    Op op = graph.op(place);
    int left = op.left();
    int right = op.right();
    switch (op.code()) {
      case ADD -> {
        accumulate(adjoints, left, adjoint);
        accumulate(adjoints, right, adjoint);
      }
      case SUBTRACT -> {
        accumulate(adjoints, left, adjoint);
        accumulate(adjoints, right, graph.negate(adjoint));
      }
      case MULTIPLY -> {
        if (left == right) {
          accumulate(
              adjoints, left, graph.multiply(adjoint, graph.multiply(graph.constant(2), left)));
        } else {
          accumulate(adjoints, left, graph.multiply(adjoint, right));
          accumulate(adjoints, right, graph.multiply(adjoint, left));
        }
      }
      case DIVIDE -> {
        // The graph divides 1 only: −1/x² by x.
        accumulate(
            adjoints, right, graph.negate(graph.multiply(graph.multiply(adjoint, place), place)));
      }
      case SQUARE_ROOT ->
          accumulate(
              adjoints, left, graph.multiply(adjoint, graph.divide(graph.constant(0.5), place)));
      case NEGATE -> accumulate(adjoints, left, graph.negate(adjoint));
      default -> throw new IllegalStateException("no derivative of " + op.code());
    }
  }

  private void accumulate(NavigableMap<Integer, Integer> adjoints, int place, int adjoint) {
    if (isVarying(place)) {
      add(adjoints, place, adjoint);
    }
  }

  private void add(SortedMap<Integer, Integer> sums, int key, int term) {
    Integer sum = sums.get(key);
    sums.put(key, sum == null ? term : graph.add(sum, term));
  }

  private boolean isVarying(int place) {
    Boolean known = varying.get(place);
    if (known == null) {
      Op op = graph.op(place);
      known =
          op.code() == Code.VARIABLE
              || (op.code().isComputed()
                  && (isVarying(op.left()) || (op.code().isBinary() && isVarying(op.right()))));
      varying.put(place, known);
    }
    return known;
  }
}
