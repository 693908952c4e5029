package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gaussian elimination of a sparse matrix whose entries are places of a graph, as operations of the
 * same graph.
 *
 * <p>Pivots stay on the diagonal, in the order that causes least fill (Markowitz 1957
 * doi:10.1287/mnsc.3.3.255): the count (r − 1)(c − 1) of the entries left in row and column, the
 * lowest index among equals. The order is chosen once, from the structure; no entry is looked at.
 * In a step of a Rosenbrock method a pivot that vanishes gives a value that is not finite, and the
 * step is tried again with another size.
 */
final class SparseElimination {
  private final OpGraph graph;
  private final int size;
  private final List<TreeMap<Integer, Integer>> rows = new ArrayList<>(); // column to place
  private final int[] order;
  private final int[] reciprocal; // of each pivot
  private final List<TreeMap<Integer, Integer>> below = new ArrayList<>(); // row to multiplier
  private int fill;

  /**
   * Eliminates.
   *
   * @param rows entries of each row, place by column; every diagonal entry must be there
   */
  SparseElimination(OpGraph graph, List<? extends Map<Integer, Integer>> rows) {
    this.graph = graph;
    size = rows.size();
    rows.forEach(row -> this.rows.add(new TreeMap<>(row)));
    order = new int[size];
    reciprocal = new int[size];
    for (int i = 0; i < size; i++) {
      below.add(new TreeMap<>());
    }
    boolean[] done = new boolean[size];
    for (int step = 0; step < size; step++) {
      int pivot = cheapest(done);
      order[step] = pivot;
      done[pivot] = true;
      eliminate(pivot, done);
    }
  }

  private int cheapest(boolean[] done) {
    int[] inColumn = new int[size];
    int[] inRow = new int[size];
    for (int row = 0; row < size; row++) {
      if (!done[row]) {
        for (int column : rows.get(row).keySet()) {
          if (!done[column]) {
            inColumn[column]++;
            inRow[row]++;
          }
        }
      }
    }
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      long cost = (long) (inRow[i] - 1) * (inColumn[i] - 1);
      if (!done[i] && cost < least) {
        best = i;
        least = cost;
      }
    }
    return best;
  }

  private void eliminate(int pivot, boolean[] done) {
    TreeMap<Integer, Integer> pivotRow = rows.get(pivot);
    Integer diagonal = pivotRow.get(pivot);
    if (diagonal == null) {
      throw new IllegalArgumentException("the matrix has no entry on the diagonal of row " + pivot);
    }
    reciprocal[pivot] = graph.divide(graph.constant(1), diagonal);
    for (int row = 0; row < size; row++) {
      Integer entry = done[row] ? null : rows.get(row).get(pivot);
      if (entry == null) {
        continue;
      }
      int multiplier = graph.multiply(entry, reciprocal[pivot]);
      below.get(pivot).put(row, multiplier);
      for (Map.Entry<Integer, Integer> of : pivotRow.entrySet()) {
        int column = of.getKey();
        if (!done[column]) {
          Integer before = rows.get(row).get(column);
          fill += before == null ? 1 : 0;
          int left = before == null ? graph.constant(0) : before;
          rows.get(row)
              .put(column, graph.subtract(left, graph.multiply(multiplier, of.getValue())));
        }
      }
    }
  }

  /** Entries that the elimination added to the matrix. */
  int fill() {
    return fill;
  }

  /** The solution for one right-hand side; places by row, a fresh array. */
  int[] solve(int[] rightSide) {
    int[] x = rightSide.clone();
    for (int pivot : order) {
      for (Map.Entry<Integer, Integer> multiplier : below.get(pivot).entrySet()) {
        int row = multiplier.getKey();
        x[row] = graph.subtract(x[row], graph.multiply(multiplier.getValue(), x[pivot]));
      }
    }
    boolean[] known = new boolean[size];
    for (int step = size - 1; step >= 0; step--) {
      int pivot = order[step];
      for (Map.Entry<Integer, Integer> entry : rows.get(pivot).entrySet()) {
        if (known[entry.getKey()]) {
          x[pivot] =
              graph.subtract(x[pivot], graph.multiply(entry.getValue(), x[entry.getKey()]));
        }
      }
      x[pivot] = graph.multiply(x[pivot], reciprocal[pivot]);
      known[pivot] = true;
    }
    return x;
  }
}
