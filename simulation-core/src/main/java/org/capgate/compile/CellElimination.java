package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Elimination of the small sparse matrix of one cell, as operations: pivots on the diagonal in the
 * order of least fill (Markowitz), no work on entries that are zero by structure.
 */
final class CellElimination {
  private final OpGraph graph;
  private final List<SortedMap<Integer, Integer>> rows; // column -> place
  private final List<Integer> order = new ArrayList<>();
  private final List<SortedMap<Integer, Integer>> lower = new ArrayList<>(); // row -> multiplier
  private final int[] inverse;

  /**
   * @param rows the matrix, one map from column to place per row; consumed
   */
  CellElimination(OpGraph graph, List<SortedMap<Integer, Integer>> rows) {
    this.graph = graph;
    this.rows = rows;
    this.inverse = new int[rows.size()];
    boolean[] done = new boolean[rows.size()];
    for (int step = 0; step < rows.size(); step++) {
      eliminate(cheapest(done), done);
    }
  }

  private int cheapest(boolean[] done) {
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int p = 0; p < rows.size(); p++) {
      if (!done[p] && rows.get(p).containsKey(p)) {
        long inRow = rows.get(p).keySet().stream().filter(column -> !done[column]).count();
        int pivot = p;
        long inColumn = 0;
        for (int r = 0; r < rows.size(); r++) {
          inColumn += !done[r] && rows.get(r).containsKey(pivot) ? 1 : 0;
        }
        long fill = (inRow - 1) * (inColumn - 1);
        if (fill < least) {
          least = fill;
          best = p;
        }
      }
    }
    if (best < 0) {
      throw new IllegalStateException("a cell's matrix has no pivot on its diagonal");
    }
    return best;
  }

  private int entry(int row, int column) {
    return rows.get(row).getOrDefault(column, graph.constant(0));
  }

  private void eliminate(int p, boolean[] done) {
    order.add(p);
    done[p] = true;
    inverse[p] = graph.divide(graph.constant(1), entry(p, p));
    SortedMap<Integer, Integer> multipliers = new TreeMap<>();
    for (int r = 0; r < rows.size(); r++) {
      if (!done[r] && rows.get(r).containsKey(p)) {
        int factor = graph.multiply(entry(r, p), inverse[p]);
        multipliers.put(r, factor);
        for (Map.Entry<Integer, Integer> entry : rows.get(p).entrySet()) {
          if (!done[entry.getKey()]) {
            int product = graph.multiply(factor, entry.getValue());
            rows.get(r).put(entry.getKey(), graph.subtract(entry(r, entry.getKey()), product));
          }
        }
      }
    }
    lower.add(multipliers);
  }

  /**
   * The solution, as operations.
   *
   * @param right place of each entry of the right side
   * @param stored gives for a place of a factor the place it is read from
   */
  int[] solve(int[] right, IntUnaryOperator stored) {
    int[] x = right.clone();
    for (int step = 0; step < order.size(); step++) {
      int p = order.get(step);
      for (Map.Entry<Integer, Integer> entry : lower.get(step).entrySet()) {
        x[entry.getKey()] =
            graph.subtract(
                x[entry.getKey()], graph.multiply(stored.applyAsInt(entry.getValue()), x[p]));
      }
    }
    for (int step = order.size() - 1; step >= 0; step--) {
      int p = order.get(step);
      for (int later = step + 1; later < order.size(); later++) {
        Integer entry = rows.get(p).get(order.get(later));
        if (entry != null) {
          x[p] =
              graph.subtract(x[p], graph.multiply(stored.applyAsInt(entry), x[order.get(later)]));
        }
      }
      x[p] = graph.multiply(x[p], stored.applyAsInt(inverse[p]));
    }
    return x;
  }
}
