package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Gaussian elimination of a sparse matrix whose entries are places of a graph, as operations of the
 * same graph. Solves −A x = b, which is what a step needs and lets every operation be a product
 * plus something.
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
  private final int[] position; // of each pivot in the order
  private final int[] reciprocal; // −1/pivot
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
    position = new int[size];
    reciprocal = new int[size];
    for (int i = 0; i < size; i++) {
      below.add(new TreeMap<>());
    }
    boolean[] done = new boolean[size];
    for (int step = 0; step < size; step++) {
      int pivot = cheapest(done);
      order[step] = pivot;
      position[pivot] = step;
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
    reciprocal[pivot] = graph.negativeReciprocal(diagonal);
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
          rows.get(row).put(column, graph.add(left, graph.multiply(multiplier, of.getValue())));
        }
      }
    }
  }

  /** Entries that the elimination added to the matrix. */
  int fill() {
    return fill;
  }

  /**
   * Places of all that a solution needs: for each pivot in order the multipliers of later rows,
   * then from the last pivot to the first the entries above it, divided by −pivot, and −1/pivot.
   */
  List<Integer> factors() {
    List<Integer> all = new ArrayList<>();
    for (int pivot : order) {
      all.addAll(below.get(pivot).values());
    }
    for (int step = size - 1; step >= 0; step--) {
      int pivot = order[step];
      for (Map.Entry<Integer, Integer> entry : above(pivot)) {
        all.add(graph.multiply(entry.getValue(), reciprocal[pivot]));
      }
      all.add(reciprocal[pivot]);
    }
    return all;
  }

  /** Column and place of the entries of a pivot's row that are eliminated after it. */
  private List<Map.Entry<Integer, Integer>> above(int pivot) {
    return rows.get(pivot).entrySet().stream()
        .filter(entry -> position[entry.getKey()] > position[pivot])
        .toList();
  }

  /**
   * The solution of −A x = b, written into another graph. Every unknown is one sum, whose terms are
   * added in the order in which they become known: solutions wait for each other, so the length of
   * that chain decides.
   *
   * @param load place there of an entry of {@link #factors}
   * @param rightSide b, places there by row
   * @return x, places there by row, a fresh array
   */
  int[] solve(OpGraph into, IntUnaryOperator load, int[] rightSide) {
    int factor = 0;
    List<List<Integer>> terms = new ArrayList<>();
    for (int place : rightSide) {
      terms.add(new ArrayList<>(List.of(place)));
    }
    int[] x = new int[size];
    for (int pivot : order) {
      x[pivot] = into.sum(terms.get(pivot));
      for (int row : below.get(pivot).keySet()) {
        terms.get(row).add(into.multiply(load.applyAsInt(factor++), x[pivot]));
      }
    }
    for (int step = size - 1; step >= 0; step--) {
      int pivot = order[step];
      List<Integer> sum = new ArrayList<>();
      for (Map.Entry<Integer, Integer> entry : above(pivot)) {
        sum.add(into.multiply(load.applyAsInt(factor++), x[entry.getKey()]));
      }
      sum.add(into.multiply(load.applyAsInt(factor++), x[pivot]));
      x[pivot] = into.sum(sum);
    }
    return x;
  }
}
