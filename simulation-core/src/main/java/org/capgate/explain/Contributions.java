package org.capgate.explain;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;

/**
 * What each symbol contributed to the change of a readout in one run beyond that in another. One
 * run alone is compared with its subject at rest, who is given nothing and does not change.
 *
 * <p>Let D be what symbols have changed since rest in the second run beyond the first. With the
 * slopes S between the two runs at an instant (see {@link Tape}) every equation says exactly
 *
 * <pre>dD/dt = S(t) D + g(t),   0 = S_a(t) D + g_a(t),   D_readout = s(t) D + g_r(t)</pre>
 *
 * where g is what an equation says differently of the same changes, because the runs began from
 * different rest: where they part; 0 for one run. So the difference is a sum over all times and
 * causes: drug effects, g, and what was stored in states at the first time, each times λ, the
 * weight with which an equation counts at the last time, which is solved for backwards. What passes
 * along an edge is λ of its equation times slope times D of its symbol; at each symbol as much
 * arrives as leaves. Time is discretised by {@link Radau}'s method, whose own adjoint is taken, so
 * that only the error of its quadrature is left over.
 */
final class Contributions {
  private final EquationGraph graph;
  private final Course course; // of the second run
  private final Linearised.Side first;
  private final Linearised.Side second;
  private final boolean isFirstAtRest;

  /** What passed along each edge. */
  final double[] flow;

  /** What passed from each drug effect, and from what was stored in each state, by node. */
  final double[] cause;

  /** What came from an equation that says something different, by node. */
  final double[] gain;

  private final double[] size; // Σ |passed| by node that sent it
  private final double[] sizeHours;

  /** The readout of the second run at the first time, less that of the first run, if it moves. */
  final double before;

  /** What the second readout changed by until the last time beyond the first. */
  final double change;

  /** One run. */
  Contributions(EquationGraph graph, Course course) {
    this(graph, course, course, true);
  }

  /** Two runs at the same stages. */
  Contributions(EquationGraph graph, Course first, Course second) {
    this(graph, first, second, false);
  }

  private Contributions(EquationGraph graph, Course one, Course other, boolean isFirstAtRest) {
    this.graph = graph;
    this.isFirstAtRest = isFirstAtRest;
    course = other;
    first = new Linearised.Side(graph, one);
    second = new Linearised.Side(graph, other);
    flow = new double[graph.edges()];
    cause = new double[graph.size()];
    gain = new double[graph.size()];
    size = new double[graph.size()];
    sizeHours = new double[graph.size()];
    Linearised end = new Linearised(graph);
    enter(end, course.steps() - 1, Radau.STAGES - 1);
    double after = end.deviations[graph.readout()];
    double[] ahead = readoutAt(end, course.endHours(), 1);
    sweep(ahead);
    Linearised start = new Linearised(graph);
    second.beAtTheStart();
    if (!isFirstAtRest) {
      first.beAtTheStart();
    }
    start.set(first, second);
    double[] already = readoutAt(start, course.startHours(), -1);
    for (int i = 0; i < ahead.length; i++) {
      cause[i] += (ahead[i] + already[i]) * start.deviations[i];
    }
    before = second.value(graph.readout()) - (isFirstAtRest ? 0 : first.value(graph.readout()));
    change = after - start.deviations[graph.readout()];
  }

  /** Mean time at which a symbol passed something on (h); NaN where it passed nothing. */
  double meanHours(int node) {
    return sizeHours[node] / size[node];
  }

  private void enter(Linearised stage, int step, int number) {
    if (!isFirstAtRest) {
      first.enter(step, number);
    }
    second.enter(step, number);
    stage.set(first, second);
  }

  /**
   * What reaches the readout itself at an instant.
   *
   * @param weight of the readout
   * @return with what weight states count then
   */
  private double[] readoutAt(Linearised instant, double atHours, double weight) {
    int states = graph.differential();
    double[] none = new double[states];
    instant.weigh(none, weight);
    double[] ahead = new double[states];
    for (int edge = 0; edge < instant.slopes.length; edge++) {
      if (graph.from(edge) < states) {
        ahead[graph.from(edge)] += instant.weights[graph.to(edge)] * instant.slopes[edge];
      }
    }
    collect(instant, atHours);
    return ahead;
  }

  private void sweep(double[] ahead) {
    int states = ahead.length;
    DMatrixRMaj matrix = new DMatrixRMaj(Radau.STAGES * states, Radau.STAGES * states);
    LUDecompositionAlt_DDRM elimination = new LUDecompositionAlt_DDRM();
    Linearised[] stages = new Linearised[Radau.STAGES];
    for (int l = 0; l < stages.length; l++) {
      stages[l] = new Linearised(graph);
    }
    double[] solution = new double[stages.length * states];
    double[] rates = new double[states];
    for (int step = course.steps() - 1; step >= 0; step--) {
      double hours = course.stepHours(step);
      for (int l = 0; l < stages.length; l++) {
        enter(stages[l], step, l);
        for (int i = 0; i < states; i++) {
          solution[l * states + i] = hours * Radau.weight(stages.length - 1, l) * ahead[i];
        }
      }
      fill(matrix, stages, hours, states);
      elimination.decompose(matrix);
      elimination._solveVectorInternal(solution);
      for (int l = 0; l < stages.length; l++) {
        System.arraycopy(solution, l * states, rates, 0, states);
        for (int i = 0; i < states; i++) {
          for (int j = 0; j < states; j++) {
            ahead[j] += stages[l].reduced[i * states + j] * rates[i];
          }
        }
        stages[l].weigh(rates, 0);
        collect(stages[l], course.atHours(step, l));
      }
    }
  }

  /** I − h Aᵀ ⊗ Sᵀ: the adjoint of the stages. */
  private static void fill(DMatrixRMaj matrix, Linearised[] stages, double hours, int states) {
    int columns = matrix.numCols;
    for (int l = 0; l < stages.length; l++) {
      for (int k = 0; k < stages.length; k++) {
        double factor = -hours * Radau.weight(k, l);
        for (int i = 0; i < states; i++) {
          for (int j = 0; j < states; j++) {
            double entry = factor * stages[k].reduced[j * states + i];
            matrix.data[(l * states + i) * columns + k * states + j] =
                l == k && i == j ? 1 + entry : entry;
          }
        }
      }
    }
  }

  private void collect(Linearised at, double atHours) {
    for (int edge = 0; edge < flow.length; edge++) {
      int from = graph.from(edge);
      double passed = at.weights[graph.to(edge)] * at.slopes[edge] * at.deviations[from];
      flow[edge] += passed;
      if (graph.isInput(from)) {
        cause[from] += passed;
      }
      if (from != graph.to(edge)) {
        size[from] += Math.abs(passed);
        sizeHours[from] += Math.abs(passed) * atHours;
      }
    }
    for (int node = 0; node < gain.length; node++) {
      gain[node] += isFirstAtRest ? 0 : at.weights[node] * at.gains[node];
    }
  }
}
