package org.capgate.compile;

import java.util.HashMap;
import java.util.Map;
import org.capgate.compile.Op.Code;

/**
 * Derivatives of operations in time at fixed variables, given the rates of the inputs, as
 * operations of the same graph.
 */
final class Tangents {
  private final OpGraph graph;
  private final Map<Integer, Integer> tangents = new HashMap<>();

  Tangents(OpGraph graph) {
    this.graph = graph;
  }

  /** The time derivative of each place; literally 0 where no input enters. */
  int[] of(int[] places) {
    int[] derivatives = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      derivatives[i] = of(places[i]);
    }
    return derivatives;
  }

  private int of(int place) {
    Integer known = tangents.get(place);
    if (known == null) {
      known = made(place);
      tangents.put(place, known);
    }
    return known;
  }

  private int made(int place) {
    Op op = graph.op(place);
    int left = op.left();
    int right = op.right();
    return switch (op.code()) {
      case CONSTANT, VARIABLE, PARAMETER, INPUT_RATE, CONTROL -> graph.constant(0);
      case INPUT -> graph.load(Code.INPUT_RATE, left);
      case ADD -> graph.add(of(left), of(right));
      case SUBTRACT -> graph.subtract(of(left), of(right));
      case MULTIPLY ->
          left == right
              ? graph.multiply(graph.multiply(graph.constant(2), left), of(left))
              : graph.add(graph.multiply(of(left), right), graph.multiply(left, of(right)));
      case DIVIDE -> // of 1, by the graph
          graph.negate(graph.multiply(graph.multiply(place, of(right)), place));
      case SQUARE_ROOT -> graph.divide(of(left), graph.multiply(graph.constant(2), place));
      case NEGATE -> graph.negate(of(left));
      case LARGER, MAGNITUDE, FUSED ->
          throw new IllegalStateException("no derivative of " + op.code());
    };
  }
}
