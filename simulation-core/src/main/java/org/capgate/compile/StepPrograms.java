package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.capgate.compile.Op.Code;
import org.capgate.dynamics.RosenbrockMethod;

/**
 * The programs that together make one step of a Rosenbrock method. A whole step as one program
 * would be some 70 kB of machine code, more than a processor keeps at hand; these are run again and
 * again instead.
 *
 * <p>The arrays of a routine have other meanings here, which each part states. What a step writes
 * goes to one array, the trail: the argument of the present stage, what is added to the right-hand
 * side of that stage, then the stages u_0, u_1, …, the error and the new state. Only a stage itself
 * is written elsewhere, since its place in the trail differs from stage to stage; what is run next
 * copies it.
 *
 * @param method whose step it is
 * @param variables number of variables
 * @param prepared number of prepared parameters
 * @param inputs number of inputs
 * @param elimination y: state, p: prepared parameters, u: inputs, uRate: their rates, control: step
 *     size; writes the factors of J − M/(hγ), f and ∂f/∂t
 * @param firstStage uRate: factors, control: step size; writes u_0
 * @param stage y: trail, p: prepared parameters, u: inputs at the stage, uRate: factors; writes u_i
 * @param combinations of stages 1, 2, …: y: state, p: the stage before, u: trail, uRate: factors,
 *     control: step size; write argument and addition, and copy the stage before
 * @param finish y: state, p: the last stage, u: trail, control: tolerances; writes error and new
 *     state, and copies the last stage
 * @param factors length of the array of factors
 */
record StepPrograms(
    RosenbrockMethod method,
    int variables,
    int prepared,
    int inputs,
    Program elimination,
    Program firstStage,
    Program stage,
    List<Program> combinations,
    Program finish,
    int factors) {
  /** In the control array: the step size in hours; absolute, then relative tolerances follow. */
  static final int STEP = 0;

  static final int TOLERANCES = 1;

  /** Sums that the squared errors are added up in side by side. */
  private static final int SUMS = 4;

  static StepPrograms of(Programs programs, RosenbrockMethod method) {
    return new Writing(programs, method).all();
  }

  /** Entry of a stage in the trail; as many as there are variables. */
  int stageEntry(int stage) {
    return (2 + stage) * variables;
  }

  /** Entry of the sum of squared errors in the trail. */
  int errorEntry() {
    return stageEntry(method.stages());
  }

  /** Entry of the new state in the trail. */
  int stateEntry() {
    return errorEntry() + 1;
  }

  /** Length of the trail. */
  int trail() {
    return stateEntry() + variables;
  }

  /**
   * J with something added to the diagonal of the differential variables, by row: column to place.
   *
   * @param diagonal place of what is added
   */
  static List<TreeMap<Integer, Integer>> shifted(OpGraph graph, Programs programs, int diagonal) {
    int n = programs.layout().variables().size();
    int[] jacobian = evaluate(graph, programs.jacobian(), n * n);
    List<TreeMap<Integer, Integer>> rows = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      rows.add(new TreeMap<>());
      if (row < programs.layout().differential()) {
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

  /** Writes a program of the system into a graph. */
  static int[] evaluate(OpGraph graph, Program of, int outputs) {
    int[] place = graph.copy(of);
    int[] results = new int[outputs];
    Arrays.fill(results, graph.constant(0));
    for (Program.Output output : of.outputs()) {
      results[output.entry()] = place[output.place()];
    }
    return results;
  }

  private static final class Writing {
    private final Programs programs;
    private final RosenbrockMethod method;
    private final int n;
    private final int differential;
    private final int[] byTimeFactor; // entry of ∂f/∂t among the factors, −1 where it is 0
    private int rateFactor; // entry of f

    Writing(Programs programs, RosenbrockMethod method) {
      this.programs = programs;
      this.method = method;
      n = programs.layout().variables().size();
      differential = programs.layout().differential();
      byTimeFactor = new int[n];
    }

    StepPrograms all() {
      OpGraph graph = new OpGraph();
      SparseElimination matrix = new SparseElimination(graph, matrix(graph));
      int[] rate = evaluate(graph, programs.rhs(), n);
      int[] byTime = evaluate(graph, programs.inputDerivative(), n);
      List<Program.Output> factors = new ArrayList<>();
      matrix.factors().forEach(place -> factors.add(new Program.Output(place, factors.size())));
      rateFactor = factors.size();
      for (int place : rate) {
        factors.add(new Program.Output(place, factors.size()));
      }
      for (int i = 0; i < n; i++) {
        byTimeFactor[i] = graph.isZero(byTime[i]) ? -1 : factors.size();
        if (byTimeFactor[i] >= 0) {
          factors.add(new Program.Output(byTime[i], factors.size()));
        }
      }
      List<Program> combinations = new ArrayList<>();
      for (int i = 1; i < method.stages(); i++) {
        combinations.add(combination(i));
      }
      return new StepPrograms(
          method,
          n,
          programs.preparedLength(),
          programs.layout().inputs().size(),
          Program.of(graph, factors),
          firstStage(matrix),
          stage(matrix),
          combinations,
          finish(),
          factors.size());
    }

    /** J − M/(hγ), by row: column to place. */
    private List<TreeMap<Integer, Integer>> matrix(OpGraph graph) {
      int perStep = graph.divide(graph.constant(1), graph.load(Code.CONTROL, STEP));
      return shifted(graph, programs, graph.multiply(graph.constant(-1 / method.gamma()), perStep));
    }

    /** At the start of the step, where f is known from the elimination. */
    private Program firstStage(SparseElimination matrix) {
      OpGraph graph = new OpGraph();
      int[] rightSide = new int[n];
      for (int i = 0; i < n; i++) {
        int rate = graph.load(Code.INPUT_RATE, rateFactor + i);
        rightSide[i] = graph.add(rate, byTime(graph, 0, i));
      }
      return solution(graph, matrix, rightSide);
    }

    private Program stage(SparseElimination matrix) {
      OpGraph graph = new OpGraph();
      int[] rightSide = evaluate(graph, programs.rhs(), n);
      for (int i = 0; i < n; i++) {
        rightSide[i] = graph.add(rightSide[i], graph.load(Code.VARIABLE, n + i));
      }
      return solution(graph, matrix, rightSide);
    }

    private static Program solution(OpGraph graph, SparseElimination matrix, int[] rightSide) {
      int[] u = matrix.solve(graph, entry -> graph.load(Code.INPUT_RATE, entry), rightSide);
      return Program.of(graph, Program.inOrder(u));
    }

    /** h γ_i ∂f/∂t. */
    private int byTime(OpGraph graph, int stage, int variable) {
      double weight = method.timeDerivative(stage);
      if (byTimeFactor[variable] < 0 || weight == 0) {
        return graph.constant(0);
      }
      int hours = graph.multiply(graph.constant(weight), graph.load(Code.CONTROL, STEP));
      return graph.multiply(hours, graph.load(Code.INPUT_RATE, byTimeFactor[variable]));
    }

    private Program combination(int stage) {
      OpGraph graph = new OpGraph();
      int perStep = graph.divide(graph.constant(1), graph.load(Code.CONTROL, STEP));
      List<Program.Output> outputs = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        int argument = advanced(graph, stage, i, j -> method.stageWeight(stage, j));
        int coupled = graph.constant(0);
        for (int j = 0; j < stage; j++) {
          coupled = added(graph, coupled, method.coupling(stage, j), j, stage, i);
        }
        int byTime = byTime(graph, stage, i);
        int addition =
            i < differential ? graph.add(byTime, graph.multiply(coupled, perStep)) : byTime;
        outputs.add(new Program.Output(argument, i));
        outputs.add(new Program.Output(addition, n + i));
        outputs.add(new Program.Output(stage(graph, stage - 1, stage, i), entry(stage - 1, i)));
      }
      return Program.of(graph, outputs);
    }

    private Program finish() {
      OpGraph graph = new OpGraph();
      int stages = method.stages();
      List<Program.Output> outputs = new ArrayList<>();
      int[] squares = new int[SUMS];
      Arrays.fill(squares, graph.constant(0));
      for (int i = 0; i < n; i++) {
        int before = graph.load(Code.VARIABLE, i);
        int after = advanced(graph, stages, i, method::stateWeight);
        int error = graph.constant(0);
        for (int j = 0; j < stages; j++) {
          error = added(graph, error, method.errorWeight(j), j, stages, i);
        }
        int magnitude = graph.larger(graph.magnitude(before), graph.magnitude(after));
        int scale =
            graph.add(
                graph.multiply(graph.load(Code.CONTROL, TOLERANCES + n + i), magnitude),
                graph.load(Code.CONTROL, TOLERANCES + i));
        int scaled = graph.divide(error, scale);
        squares[i % SUMS] = graph.add(squares[i % SUMS], graph.multiply(scaled, scaled));
        outputs.add(new Program.Output(after, entry(stages, 0) + 1 + i));
        outputs.add(new Program.Output(stage(graph, stages - 1, stages, i), entry(stages - 1, i)));
      }
      outputs.add(
          new Program.Output(graph.sum(Arrays.stream(squares).boxed().toList()), entry(stages, 0)));
      return Program.of(graph, outputs);
    }

    /**
     * State + Σ weight_j u_j over the first stages. Stiffly accurate methods use the argument of
     * one stage again in the next: then it is that argument + one term.
     */
    private int advanced(OpGraph graph, int stages, int variable, IntToDoubleFunction weight) {
      boolean again = stages > 1;
      for (int j = 0; j < stages - 1; j++) {
        again &= method.stageWeight(stages - 1, j) == weight.applyAsDouble(j);
      }
      int sum = graph.load(again ? Code.INPUT : Code.VARIABLE, variable);
      for (int j = again ? stages - 1 : 0; j < stages; j++) {
        sum = added(graph, sum, weight.applyAsDouble(j), j, stages, variable);
      }
      return sum;
    }

    private int added(OpGraph graph, int sum, double weight, int stage, int stages, int variable) {
      int u = stage(graph, stage, stages, variable);
      return graph.add(sum, graph.multiply(graph.constant(weight), u));
    }

    /** u_j of a variable, when so many stages are known: the last one is not in the trail yet. */
    private int stage(OpGraph graph, int stage, int stages, int variable) {
      return stage == stages - 1
          ? graph.load(Code.PARAMETER, variable)
          : graph.load(Code.INPUT, entry(stage, variable));
    }

    private int entry(int stage, int variable) {
      return (2 + stage) * n + variable;
    }
  }
}
