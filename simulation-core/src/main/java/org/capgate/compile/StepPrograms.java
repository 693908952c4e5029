package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;
import org.capgate.dynamics.RosenbrockMethod;

/**
 * The programs that together make one step of a Rosenbrock method. A whole step as one program
 * would be some 70 kB of machine code, more than a processor keeps at hand; these are run again and
 * again instead.
 *
 * <p>The arrays of a routine have other meanings here, which each part states. {@code input} holds
 * the argument of a stage and, behind it, what is added to its right-hand side.
 *
 * @param method whose step it is
 * @param variables number of variables
 * @param prepared number of prepared parameters
 * @param inputs number of inputs
 * @param elimination y: state, p: prepared parameters, u: inputs, uRate: their rates, control: step
 *     size; writes the factors of J − M/(hγ) and ∂f/∂t
 * @param stage y: input, p: prepared parameters, u: inputs at the stage, uRate: factors; writes u_i
 * @param combinations by stage: y: state, u: stages, uRate: factors, control: step size; write the
 *     input
 * @param finish y: state, u: stages, control: tolerances; writes error and new state
 * @param factors length of the array of factors
 */
record StepPrograms(
    RosenbrockMethod method,
    int variables,
    int prepared,
    int inputs,
    Program elimination,
    Program stage,
    List<Program> combinations,
    Program finish,
    int factors) {
  /** In the control array: the step size in hours; absolute, then relative tolerances follow. */
  static final int STEP = 0;

  static final int TOLERANCES = 1;

  static StepPrograms of(Programs programs, RosenbrockMethod method) {
    return new Writing(programs, method).all();
  }

  private static final class Writing {
    private final Programs programs;
    private final RosenbrockMethod method;
    private final int n;
    private final int differential;

    Writing(Programs programs, RosenbrockMethod method) {
      this.programs = programs;
      this.method = method;
      n = programs.layout().variables().size();
      differential = programs.layout().differential();
    }

    StepPrograms all() {
      OpGraph graph = new OpGraph();
      SparseElimination matrix = new SparseElimination(graph, matrix(graph));
      int[] byTime = evaluate(graph, programs.inputDerivative(), n);
      List<Integer> factorPlaces = matrix.factors();
      List<Program.Output> factors = new ArrayList<>();
      factorPlaces.forEach(place -> factors.add(new Program.Output(place, factors.size())));
      int[] timeFactor = new int[n]; // entry of ∂f/∂t among the factors, −1 where it is 0
      for (int i = 0; i < n; i++) {
        timeFactor[i] = graph.isZero(byTime[i]) ? -1 : factors.size();
        if (timeFactor[i] >= 0) {
          factors.add(new Program.Output(byTime[i], factors.size()));
        }
      }
      List<Program> combinations = new ArrayList<>();
      for (int i = 0; i < method.stages(); i++) {
        combinations.add(combination(i, timeFactor));
      }
      return new StepPrograms(
          method,
          n,
          programs.preparedLength(),
          programs.layout().inputs().size(),
          Program.of(graph, factors),
          stage(matrix),
          combinations,
          finish(),
          factors.size());
    }

    /** J − M/(hγ), by row: column to place. */
    private List<TreeMap<Integer, Integer>> matrix(OpGraph graph) {
      int[] jacobian = evaluate(graph, programs.jacobian(), n * n);
      List<TreeMap<Integer, Integer>> rows = new ArrayList<>();
      int perStep = graph.divide(graph.constant(1), graph.load(Code.CONTROL, STEP));
      int diagonal = graph.multiply(graph.constant(-1 / method.gamma()), perStep);
      for (int row = 0; row < n; row++) {
        rows.add(new TreeMap<>());
        if (row < differential) {
          rows.get(row).put(row, diagonal);
        }
      }
      for (Program.Output output : programs.jacobian().outputs()) {
        TreeMap<Integer, Integer> row = rows.get(output.entry() / n);
        int column = output.entry() % n;
        int before = row.getOrDefault(column, graph.constant(0));
        row.put(column, graph.add(before, jacobian[output.entry()]));
      }
      return rows;
    }

    private Program stage(SparseElimination matrix) {
      OpGraph graph = new OpGraph();
      int[] f = evaluate(graph, programs.rhs(), n);
      for (int i = 0; i < n; i++) {
        f[i] = graph.add(f[i], graph.load(Code.VARIABLE, n + i));
      }
      int[] u = matrix.solve(graph, entry -> graph.load(Code.INPUT_RATE, entry), f);
      return Program.of(graph, Program.inOrder(u));
    }

    private Program combination(int index, int[] timeFactor) {
      OpGraph graph = new OpGraph();
      int step = graph.load(Code.CONTROL, STEP);
      int perStep = graph.divide(graph.constant(1), step);
      int timeWeight = graph.multiply(graph.constant(method.timeDerivative(index)), step);
      int[] input = new int[2 * n];
      for (int i = 0; i < n; i++) {
        input[i] = graph.load(Code.VARIABLE, i);
        int coupled = graph.constant(0);
        for (int j = 0; j < index; j++) {
          input[i] = added(graph, input[i], method.stageWeight(index, j), j, i);
          coupled = added(graph, coupled, method.coupling(index, j), j, i);
        }
        int byTime =
            timeFactor[i] < 0
                ? graph.constant(0)
                : graph.multiply(timeWeight, graph.load(Code.INPUT_RATE, timeFactor[i]));
        input[n + i] =
            i < differential ? graph.add(byTime, graph.multiply(coupled, perStep)) : byTime;
      }
      return Program.of(graph, Program.inOrder(input));
    }

    private Program finish() {
      OpGraph graph = new OpGraph();
      int[] results = new int[1 + n];
      results[0] = graph.constant(0);
      for (int i = 0; i < n; i++) {
        int before = graph.load(Code.VARIABLE, i);
        int after = before;
        int error = graph.constant(0);
        for (int j = 0; j < method.stages(); j++) {
          after = added(graph, after, method.stateWeight(j), j, i);
          error = added(graph, error, method.errorWeight(j), j, i);
        }
        int magnitude = graph.larger(graph.magnitude(before), graph.magnitude(after));
        int scale =
            graph.add(
                graph.multiply(graph.load(Code.CONTROL, TOLERANCES + n + i), magnitude),
                graph.load(Code.CONTROL, TOLERANCES + i));
        int scaled = graph.divide(error, scale);
        results[0] = graph.add(results[0], graph.multiply(scaled, scaled));
        results[1 + i] = after;
      }
      return Program.of(graph, Program.inOrder(results));
    }

    private int added(OpGraph graph, int sum, double weight, int stage, int variable) {
      int u = graph.load(Code.INPUT, stage * n + variable);
      return graph.add(sum, graph.multiply(graph.constant(weight), u));
    }

    /** Writes a program of the system into a graph. */
    private static int[] evaluate(OpGraph graph, Program of, int outputs) {
      int[] place = new int[of.ops().size()];
      for (int i = 0; i < place.length; i++) {
        place[i] = graph.copy(of.ops().get(i), place);
      }
      int[] results = new int[outputs];
      Arrays.fill(results, graph.constant(0));
      for (Program.Output output : of.outputs()) {
        results[output.entry()] = place[output.place()];
      }
      return results;
    }
  }
}
