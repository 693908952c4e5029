package org.capgate.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines on which a function known on a grid is zero, by marching squares: on each edge of the
 * grid whose ends differ in sign the zero is interpolated linearly, and the zeros of a square are
 * joined. Squares with a corner that is NaN are left out.
 */
final class ZeroContour {
  private final double[] x;
  private final double[] y;
  private final double[][] f;
  private final Map<Integer, List<Integer>> neighbours = new HashMap<>();

  /**
   * @param x ascending
   * @param y ascending
   * @param f [x][y], NaN where unknown
   */
  ZeroContour(double[] x, double[] y, double[][] f) {
    this.x = x;
    this.y = y;
    this.f = f;
    for (int i = 0; i + 1 < x.length; i++) {
      for (int j = 0; j + 1 < y.length; j++) {
        square(i, j);
      }
    }
  }

  /** Polylines as points (x, y); open ones first, each from end to end. */
  List<List<double[]>> lines() {
    List<List<double[]>> lines = new ArrayList<>();
    Set<Integer> drawn = new HashSet<>();
    List<Integer> edges = neighbours.keySet().stream().sorted().toList();
    for (int edge : edges) {
      if (at(edge).size() == 1 && !drawn.contains(edge)) {
        lines.add(walk(edge, drawn));
      }
    }
    for (int edge : edges) {
      if (!drawn.contains(edge)) {
        List<double[]> ring = walk(edge, drawn);
        ring.add(ring.get(0));
        lines.add(ring);
      }
    }
    return lines;
  }

  private List<double[]> walk(int first, Set<Integer> drawn) {
    List<double[]> line = new ArrayList<>();
    int edge = first;
    while (true) {
      drawn.add(edge);
      line.add(zero(edge));
      int next = -1;
      for (int other : at(edge)) {
        if (!drawn.contains(other)) {
          next = other;
          break;
        }
      }
      if (next < 0) {
        return line;
      }
      edge = next;
    }
  }

  private List<Integer> at(int edge) {
    return neighbours.getOrDefault(edge, List.of());
  }

  private void square(int i, int j) {
    double corners = f[i][j] + f[i + 1][j] + f[i][j + 1] + f[i + 1][j + 1];
    if (Double.isNaN(corners)) {
      return;
    }
    int bottom = edge(i, j, false);
    int right = edge(i + 1, j, true);
    int top = edge(i, j + 1, false);
    int left = edge(i, j, true);
    List<Integer> crossed = new ArrayList<>();
    for (int edge : new int[] {bottom, right, top, left}) {
      if (isCrossed(edge)) {
        crossed.add(edge);
      }
    }
    if (crossed.size() == 2) {
      join(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      // A saddle: the middle says which corners hang together.
      boolean likeLowerLeft = corners > 0 == f[i][j] > 0;
      join(bottom, likeLowerLeft ? right : left);
      join(top, likeLowerLeft ? left : right);
    }
  }

  private void join(int a, int b) {
    neighbours.computeIfAbsent(a, edge -> new ArrayList<>()).add(b);
    neighbours.computeIfAbsent(b, edge -> new ArrayList<>()).add(a);
  }

  /** Number of the edge that goes up, or else to the right, from a corner. */
  private int edge(int i, int j, boolean up) {
    return 2 * (i * y.length + j) + (up ? 1 : 0);
  }

  private boolean isCrossed(int edge) {
    double[] ends = ends(edge);
    return ends[0] > 0 != ends[1] > 0;
  }

  private double[] ends(int edge) {
    int i = edge / 2 / y.length;
    int j = edge / 2 % y.length;
    return new double[] {f[i][j], edge % 2 == 1 ? f[i][j + 1] : f[i + 1][j]};
  }

  private double[] zero(int edge) {
    int i = edge / 2 / y.length;
    int j = edge / 2 % y.length;
    double[] ends = ends(edge);
    double part = ends[0] / (ends[0] - ends[1]);
    return edge % 2 == 1
        ? new double[] {x[i], y[j] + part * (y[j + 1] - y[j])}
        : new double[] {x[i] + part * (x[i + 1] - x[i]), y[j]};
  }
}
