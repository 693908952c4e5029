package org.capgate.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** What the elimination writes down is evaluated here, one operation after another. */
class SparseEliminationTest {
  private static final Code ENTRIES = Code.VARIABLE;

  /** Entries of a matrix as places of a graph that loads them. */
  private static List<Map<Integer, Integer>> rows(OpGraph graph, double[][] matrix) {
    List<Map<Integer, Integer>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      Map<Integer, Integer> row = new TreeMap<>();
      for (int j = 0; j < matrix.length; j++) {
        if (matrix[i][j] != 0) {
          row.put(j, graph.load(ENTRIES, i * matrix.length + j));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static SparseElimination elimination(OpGraph graph, double[][] matrix) {
    return new SparseElimination(graph, rows(graph, matrix));
  }

  private static double value(OpGraph graph, int place, double[] loaded) {
    Op op = graph.op(place);
    return switch (op.code()) {
      case CONSTANT -> op.value();
      case VARIABLE -> loaded[op.left()];
      case ADD -> value(graph, op.left(), loaded) + value(graph, op.right(), loaded);
      case SUBTRACT -> value(graph, op.left(), loaded) - value(graph, op.right(), loaded);
      case MULTIPLY -> value(graph, op.left(), loaded) * value(graph, op.right(), loaded);
      case NEGATE -> -value(graph, op.left(), loaded);
      case DIVIDE -> value(graph, op.left(), loaded) / value(graph, op.right(), loaded);
      default -> throw new IllegalStateException("an elimination has no " + op.code());
    };
  }

  private static double[] solution(double[][] matrix, double[] b) {
    OpGraph graph = new OpGraph();
    double[] entries = new DMatrixRMaj(matrix).data;
    List<Integer> factors = elimination(graph, matrix).factors();
    double[] loaded = new double[b.length + factors.size()];
    System.arraycopy(b, 0, loaded, 0, b.length);
    for (int i = 0; i < factors.size(); i++) {
      loaded[b.length + i] = value(graph, factors.get(i), entries);
    }
    OpGraph into = new OpGraph();
    int[] rightSide = new int[b.length];
    for (int i = 0; i < b.length; i++) {
      rightSide[i] = into.load(ENTRIES, i);
    }
    OpGraph of = new OpGraph();
    int[] x =
        elimination(of, matrix)
            .solve(into, factor -> into.load(ENTRIES, b.length + factor), rightSide);
    double[] values = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      values[i] = value(into, x[i], loaded);
    }
    return values;
  }

  /** −A x = b. */
  private static double[] dense(double[][] matrix, double[] b) {
    DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
    DMatrixRMaj right = new DMatrixRMaj(b.length, 1);
    for (int i = 0; i < b.length; i++) {
      right.data[i] = -b[i];
    }
    assertTrue(CommonOps_DDRM.solve(new DMatrixRMaj(matrix), right, x));
    return x.data;
  }

  @Test
  void solutionsAreThoseOfDenseElimination() {
    double[][] matrix = {
      {4, 0, 1, 0, -2},
      {0.5, 3, 0, 0, 0},
      {0, 2, -5, 1.5, 0},
      {-1, 0, 0, 2, 0},
      {0, 0, 0.7, 0, 6}
    };
    double[] b = {1, -2, 3, 0.5, 7};
    assertArrayEquals(dense(matrix, b), solution(matrix, b), 1e-13);
    double[][] full = {{2, 1, -1}, {0.5, -3, 2}, {1, 4, 5}};
    double[] c = {3, -1, 2};
    assertArrayEquals(dense(full, c), solution(full, c), 1e-13);
  }

  /**
   * Entries in the first row and column and on the diagonal: with the first pivot last none come
   * in.
   */
  @Test
  void anArrowIsEliminatedFromItsTip() {
    double[][] arrow = new double[5][5];
    for (int i = 0; i < 5; i++) {
      arrow[0][i] = 1 + i;
      arrow[i][0] = 2 - 0.3 * i;
      arrow[i][i] = 8 + i;
    }
    OpGraph graph = new OpGraph();
    SparseElimination elimination = elimination(graph, arrow);
    assertEquals(0, elimination.fill());
    assertEquals(13, elimination.factors().size(), "as many as the matrix has entries");
    double[] b = {1, 2, 3, 4, 5};
    assertArrayEquals(dense(arrow, b), solution(arrow, b), 1e-13);
  }

  /** Where all pivots cost the same the first is taken: its two neighbours then touch. */
  @Test
  void aRingOfFourGetsTwoEntriesMore() {
    double[][] ring = new double[4][4];
    for (int i = 0; i < 4; i++) {
      ring[i][i] = 5;
      ring[i][(i + 1) % 4] = 1;
      ring[(i + 1) % 4][i] = -2;
    }
    SparseElimination elimination = elimination(new OpGraph(), ring);
    assertEquals(2, elimination.fill());
    assertEquals(12 + 2, elimination.factors().size());
    double[] b = {1, 0, -1, 2};
    assertArrayEquals(dense(ring, b), solution(ring, b), 1e-13);
  }

  @Test
  void aRowWithoutItsDiagonalIsRefused() {
    double[][] matrix = {{0, 1}, {1, 1}};
    assertThrows(IllegalArgumentException.class, () -> elimination(new OpGraph(), matrix));
  }
}
