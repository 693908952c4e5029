package org.capgate.explain;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;

/**
 * The equations at one instant, exactly linear in what two runs differ by; see {@link
 * Contributions}.
 */
final class Linearised {
  private final EquationGraph graph;

  /** By edge. */
  final double[] slopes;

  /** Changes of symbols since rest, second run less first, by node. */
  final double[] deviations;

  /** What is left of the difference in an equation though symbols changed alike, by node. */
  final double[] gains;

  private final double[] departures; // of equations from rest, likewise

  /** With which each equation counts at the last time, by node. */
  final double[] weights;

  /** Slopes of the rates by states, algebraic variables eliminated, row-major. */
  final double[] reduced;

  private final double[][] rows; // slopes of each node by all variables
  private final DMatrixRMaj transposed; // algebraic block
  private final LUDecompositionAlt_DDRM elimination = new LUDecompositionAlt_DDRM();
  private final double[] alpha;

  Linearised(EquationGraph graph) {
    this.graph = graph;
    int states = graph.differential();
    int others = graph.variables() - states;
    slopes = new double[graph.edges()];
    deviations = new double[graph.size()];
    gains = new double[graph.size()];
    departures = new double[graph.size()];
    weights = new double[graph.size()];
    reduced = new double[states * states];
    rows = new double[graph.size()][graph.variables()];
    transposed = new DMatrixRMaj(others, others);
    alpha = new double[others];
  }

  /**
   * Reads what two runs differ by at this instant.
   *
   * @param first a run, or the subject at rest
   */
  void set(Side first, Side second) {
    System.arraycopy(second.slopesFrom(first).of, 0, slopes, 0, slopes.length);
    for (int node = 0; node < deviations.length; node++) {
      deviations[node] = second.deviation(node) - first.deviation(node);
      departures[node] = second.departure(node) - first.departure(node);
    }
    for (int node = 0; node < deviations.length; node++) {
      if (!graph.isInput(node)) {
        double unlike = departures[node];
        for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
          unlike -= slopes[edge] * deviations[graph.from(edge)];
        }
        gains[node] = unlike;
      }
    }
    for (int node = graph.firstDefinition(); node < graph.size(); node++) {
      fillRow(node);
    }
    for (int node = 0; node < graph.variables(); node++) {
      fillRow(node);
    }
    reduce();
  }

  private void fillRow(int node) {
    double[] row = rows[node];
    Arrays.fill(row, 0);
    for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
      int from = graph.from(edge);
      double slope = slopes[edge];
      if (slope == 0) {
        continue;
      }
      if (from < row.length) {
        row[from] += slope;
      } else if (!graph.isInput(from)) {
        double[] other = rows[from];
        for (int i = 0; i < row.length; i++) {
          row[i] += slope * other[i];
        }
      }
    }
  }

  private void reduce() {
    int states = graph.differential();
    int others = alpha.length;
    for (int a = 0; a < others; a++) {
      for (int b = 0; b < others; b++) {
        transposed.data[b * others + a] = rows[states + a][states + b];
      }
    }
    elimination.decompose(transposed);
    for (int i = 0; i < states; i++) {
      for (int a = 0; a < others; a++) {
        alpha[a] = -rows[i][states + a];
      }
      elimination._solveVectorInternal(alpha);
      for (int j = 0; j < states; j++) {
        double sum = rows[i][j];
        for (int a = 0; a < others; a++) {
          sum += alpha[a] * rows[states + a][j];
        }
        reduced[i * states + j] = sum;
      }
    }
  }

  /**
   * Sets the weights of all equations.
   *
   * @param rates weights of the rates of differential variables
   * @param readout weight of the readout: 1 at the last time, 0 before
   */
  void weigh(double[] rates, double readout) {
    int states = graph.differential();
    Arrays.fill(weights, 0);
    System.arraycopy(rates, 0, weights, 0, states);
    weights[graph.readout()] = readout;
    for (int a = 0; a < alpha.length; a++) {
      double sum = readout * rows[graph.readout()][states + a];
      for (int i = 0; i < states; i++) {
        sum += rates[i] * rows[i][states + a];
      }
      alpha[a] = -sum;
    }
    elimination._solveVectorInternal(alpha);
    System.arraycopy(alpha, 0, weights, states, alpha.length);
    for (int node = 0; node < graph.variables(); node++) {
      passBack(node);
    }
    for (int node = graph.readout(); node >= graph.firstDefinition(); node--) {
      passBack(node);
    }
  }

  private void passBack(int node) {
    for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
      int from = graph.from(edge);
      if (from >= graph.firstDefinition()) {
        weights[from] += weights[node] * slopes[edge];
      }
    }
  }

  /** A run with what is computed along it. */
  static final class Side {
    private final EquationGraph graph;
    private final Course course;
    private final EquationGraph.Point rest;
    private final EquationGraph.Point now;
    private final EquationGraph.Slopes slopes;

    Side(EquationGraph graph, Course course) {
      this.graph = graph;
      this.course = course;
      rest = graph.new Point();
      now = graph.new Point();
      slopes = graph.new Slopes();
      rest.set(course.restState, course.restEffects, course.parameters);
      beAtRest();
    }

    void beAtRest() {
      now.set(course.restState, course.restEffects, course.parameters);
    }

    void beAtTheStart() {
      now.set(course.startState, course.startEffects, course.parameters);
    }

    void enter(int step, int stage) {
      now.set(course.state(step, stage), course.effects(step, stage), course.parameters);
    }

    private EquationGraph.Slopes slopesFrom(Side other) {
      slopes.between(other.now, now);
      return slopes;
    }

    private double deviation(int node) {
      return now.nodes[node] - rest.nodes[node];
    }

    /** Of what the equation says. */
    private double departure(int node) {
      return node < graph.variables()
          ? now.equations[node] - rest.equations[node]
          : deviation(node);
    }

    double value(int node) {
      return now.nodes[node];
    }
  }
}
