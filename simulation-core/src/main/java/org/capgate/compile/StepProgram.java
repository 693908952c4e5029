package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;
import org.capgate.dynamics.RosenbrockMethod;

/**
 * One step of a Rosenbrock method as one program: right-hand side at every stage, Jacobian,
 * elimination, solves, new state, error.
 *
 * <p>Arrays of the routine: y state, p prepared parameters, u inputs of each instant of the method
 * one after the other, uRate at the start of the step, control as laid out here. Output: {@link
 * #ERROR}, then the new state, then the stages u_i one after the other.
 *
 * @param program the operations
 * @param method whose step it is
 * @param variables number of variables
 * @param inputs number of inputs
 */
record StepProgram(Program program, RosenbrockMethod method, int variables, int inputs) {
  /** In the output: sum of squares of error over tolerance; not finite when the step failed. */
  static final int ERROR = 0;

  /** In the output: where the new state begins. */
  static final int STATE = 1;

  /** In the control: the step size in hours. */
  static final int STEP = 0;

  /** In the control: where the absolute tolerances begin; the relative ones follow. */
  static final int ABSOLUTE = 1;

  static StepProgram of(Programs programs, RosenbrockMethod method) {
    int n = programs.layout().variables().size();
    int inputs = programs.layout().inputs().size();
    return new StepProgram(new Writing(programs, method).program(), method, n, inputs);
  }

  int controlLength() {
    return ABSOLUTE + 2 * variables;
  }

  int outLength() {
    return STATE + variables * (1 + method.stages());
  }

  private static final class Writing {
    private final OpGraph graph = new OpGraph();
    private final Programs programs;
    private final RosenbrockMethod method;
    private final int n;
    private final int differential;
    private final int inputs;
    private final int step;
    private final int perStep;

    Writing(Programs programs, RosenbrockMethod method) {
      this.programs = programs;
      this.method = method;
      n = programs.layout().variables().size();
      differential = programs.layout().differential();
      inputs = programs.layout().inputs().size();
      step = graph.load(Code.CONTROL, STEP);
      perStep = graph.divide(graph.constant(1), step);
    }

    Program program() {
      int[] y = new int[n];
      for (int i = 0; i < n; i++) {
        y[i] = graph.load(Code.VARIABLE, i);
      }
      int[] f = evaluate(programs.rhs(), y, 0, n);
      int[] byTime = evaluate(programs.inputDerivative(), y, 0, n);
      SparseElimination matrix = new SparseElimination(graph, matrix(y));
      List<int[]> stages = new ArrayList<>();
      for (int i = 0; i < method.stages(); i++) {
        if (i > 0) {
          f = evaluate(programs.rhs(), argument(y, stages), method.instantOf(i), n);
        }
        stages.add(matrix.solve(rightSide(f, byTime, stages)));
      }
      int[] result = result(y, stages);
      List<Program.Output> outputs = new ArrayList<>();
      outputs.add(new Program.Output(squaredError(y, result, stages), ERROR));
      int entry = STATE;
      for (int place : result) {
        outputs.add(new Program.Output(place, entry++));
      }
      for (int[] stage : stages) {
        for (int place : stage) {
          outputs.add(new Program.Output(place, entry++));
        }
      }
      return Program.of(graph, outputs);
    }

    /** Writes a program of the system into this graph, at other variables and inputs. */
    private int[] evaluate(Program of, int[] y, int instant, int outputs) {
      int[] place = new int[of.ops().size()];
      for (int i = 0; i < place.length; i++) {
        Op op = of.ops().get(i);
        int left = op.left();
        int right = op.right();
        place[i] =
            switch (op.code()) {
              case CONSTANT -> graph.constant(op.value());
              case VARIABLE -> y[left];
              case INPUT -> graph.load(Code.INPUT, instant * inputs + left);
              case PARAMETER, INPUT_RATE, CONTROL -> graph.load(op.code(), left);
              case ADD -> graph.add(place[left], place[right]);
              case SUBTRACT -> graph.subtract(place[left], place[right]);
              case MULTIPLY -> graph.multiply(place[left], place[right]);
              case DIVIDE -> graph.divide(place[left], place[right]);
              case LARGER -> graph.larger(place[left], place[right]);
              case SQUARE_ROOT -> graph.squareRoot(place[left]);
              case MAGNITUDE -> graph.magnitude(place[left]);
              case NEGATE -> graph.negate(place[left]);
            };
      }
      int[] results = new int[outputs];
      for (Program.Output output : of.outputs()) {
        results[output.entry()] = place[output.place()];
      }
      return results;
    }

    /** M/(hγ) − J, by row: column to place. */
    private List<TreeMap<Integer, Integer>> matrix(int[] y) {
      int[] jacobian = evaluate(programs.jacobian(), y, 0, n * n);
      List<TreeMap<Integer, Integer>> rows = new ArrayList<>();
      int diagonal = graph.multiply(graph.constant(1 / method.gamma()), perStep);
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
        row.put(column, graph.subtract(before, jacobian[output.entry()]));
      }
      return rows;
    }

    private int[] argument(int[] y, List<int[]> stages) {
      int[] sum = y.clone();
      for (int j = 0; j < stages.size(); j++) {
        add(sum, method.stageWeight(stages.size(), j), stages.get(j), n);
      }
      return sum;
    }

    private int[] rightSide(int[] f, int[] byTime, List<int[]> stages) {
      int index = stages.size();
      int[] sum = new int[differential];
      Arrays.fill(sum, graph.constant(0));
      for (int j = 0; j < index; j++) {
        add(sum, method.coupling(index, j), stages.get(j), differential);
      }
      int timeWeight = graph.multiply(graph.constant(method.timeDerivative(index)), step);
      int[] right = f.clone();
      for (int i = 0; i < n; i++) {
        if (i < differential) {
          right[i] = graph.add(right[i], graph.multiply(sum[i], perStep));
        }
        right[i] = graph.add(right[i], graph.multiply(timeWeight, byTime[i]));
      }
      return right;
    }

    private int[] result(int[] y, List<int[]> stages) {
      int[] sum = y.clone();
      for (int j = 0; j < stages.size(); j++) {
        add(sum, method.stateWeight(j), stages.get(j), n);
      }
      return sum;
    }

    private int squaredError(int[] y, int[] result, List<int[]> stages) {
      int[] error = new int[n];
      Arrays.fill(error, graph.constant(0));
      for (int j = 0; j < stages.size(); j++) {
        add(error, method.errorWeight(j), stages.get(j), n);
      }
      int sum = graph.constant(0);
      for (int i = 0; i < n; i++) {
        int magnitude = graph.larger(graph.magnitude(y[i]), graph.magnitude(result[i]));
        int scale =
            graph.add(
                graph.load(Code.CONTROL, ABSOLUTE + i),
                graph.multiply(graph.load(Code.CONTROL, ABSOLUTE + n + i), magnitude));
        int scaled = graph.divide(error[i], scale);
        sum = graph.add(sum, graph.multiply(scaled, scaled));
      }
      return sum;
    }

    private void add(int[] sum, double weight, int[] stage, int count) {
      int factor = graph.constant(weight);
      for (int i = 0; i < count; i++) {
        sum[i] = graph.add(sum[i], graph.multiply(factor, stage[i]));
      }
    }
  }
}
