package org.capgate.network;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.solver.StepSizeControl;
import org.capgate.steady.PseudoTransient;

/**
 * Steps a network in time with ROS34PW2 and error control. The matrix holds each neuron's own
 * derivatives exactly and the coupling of neurons through population means; what it leaves out,
 * differences of wiring between neurons, costs accuracy of the estimate but no order.
 */
final class NetworkStepper {
  private static final double SMALLEST_STEP_HOURS = 1e-9;

  /** A network that keeps its state in steps of this size counts as settled (h). */
  private static final double LASTING_HOURS = 1e5;

  private static final int MOST_SETTLING_STEPS = 400;

  /** Variables smaller than this (µM, ...) count as if they had this size where it settles. */
  private static final double NEGLIGIBLE = 1e-2;

  private static final RosenbrockMethod METHOD = Ros34pw2.METHOD;

  /** Number of fields held: the stages, two states, their rates, an argument and a right side. */
  static final int FIELDS = METHOD.stages() + 6;

  private final NetworkEquations equations;
  private final double relativeTolerance;
  private final double absoluteTolerance;
  private final StepSizeControl control = new StepSizeControl(METHOD.order());
  private final NeuronField[] stage = new NeuronField[METHOD.stages()];
  private final NeuronField argument;
  private final NeuronField right;
  private NeuronField y0;
  private NeuronField f0;
  private NeuronField y1;
  private NeuronField f1;
  private double tHours;
  private double stepHours;
  private double nextHours;
  private long accepted;
  private long rejected;

  NetworkStepper(
      NetworkEquations equations, NeuronField initial, double tHours, Tolerance tolerance) {
    this.equations = equations;
    this.relativeTolerance = tolerance.relative();
    this.absoluteTolerance = tolerance.absolute();
    this.tHours = tHours;
    y0 = initial;
    for (int i = 0; i < stage.length; i++) {
      stage[i] = like(initial);
    }
    argument = like(initial);
    right = like(initial);
    f0 = like(initial);
    y1 = like(initial);
    f1 = like(initial);
  }

  /**
   * Error per step.
   *
   * @param relative to the variable, > 0
   * @param absolute part, > 0
   */
  record Tolerance(double relative, double absolute) {}

  private static NeuronField like(NeuronField field) {
    int[] variables = new int[field.cells.length];
    int[] neurons = new int[field.cells.length];
    for (int g = 0; g < variables.length; g++) {
      variables[g] = field.cells[g].length;
      neurons[g] = field.cells[g][0].length;
    }
    return new NeuronField(variables, neurons, field.tissue.length);
  }

  /** Room for another state. */
  NeuronField newField() {
    return like(y0);
  }

  /** The present (h): the start of the step that was made last, until {@link #advance}. */
  double tHours() {
    return tHours;
  }

  /** Length of the last step (h). */
  double stepHours() {
    return stepHours;
  }

  /** The state at the present. */
  NeuronField start() {
    return y0;
  }

  /** Rates of change at the present. */
  NeuronField startRates() {
    return f0;
  }

  /** The state at the end of the step that was made last, until {@link #advance}. */
  NeuronField end() {
    return y1;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  /** Says that the present state is one of another time; its rates of change are then unknown. */
  void moveTo(double hours) {
    tHours = hours;
  }

  /** State, rates of change and the control of step size. */
  void save(NetworkState out) {
    NetworkState.Part own = out.part("stepper");
    own.put("tHours", tHours);
    own.put("nextHours", nextHours);
    own.put("lastHours", control.acceptedHours());
    own.put("lastError", control.acceptedError());
    own.put("accepted", accepted);
    own.put("rejected", rejected);
    forEachArray(out, NetworkState.Part::put);
    own.put("tissue", y0.tissue);
    own.put("tissueRates", f0.tissue);
  }

  void restore(NetworkState in) {
    NetworkState.Part own = in.part("stepper");
    tHours = own.number("tHours");
    nextHours = own.number("nextHours");
    control.resume(own.number("lastHours"), own.number("lastError"));
    accepted = own.count("accepted");
    rejected = own.count("rejected");
    forEachArray(in, NetworkState.Part::copyTo);
    own.copyTo("tissue", y0.tissue);
    own.copyTo("tissueRates", f0.tissue);
  }

  private interface ArrayTask {
    void run(NetworkState.Part of, String name, double[] array);
  }

  private void forEachArray(NetworkState state, ArrayTask task) {
    for (int g = 0; g < equations.groups.length; g++) {
      CellGroup group = equations.groups[g];
      NetworkState.Part of = state.part(NetworkAssembly.word(group.cellClass));
      for (int v = 0; v < y0.cells[g].length; v++) {
        String name = group.kernel.layout().variables().get(v).name();
        task.run(of.part("state"), name, y0.cells[g][v]);
        if (v < group.kernel.differential()) {
          task.run(of.part("rateOf"), name, f0.cells[g][v]);
        }
      }
    }
  }

  /** Evaluates anew at the present state, after inputs or the world changed. */
  void restart(double firstStepHours) {
    equations.evaluate(tHours, y0, f0);
    nextHours = firstStepHours;
    control.restart();
  }

  /**
   * Makes one accepted step that does not go beyond a time: afterwards y0, f0 are at its start and
   * y1, f1 at its end, until {@link #advance}.
   */
  void step(double untilHours) {
    while (true) {
      double left = untilHours - tHours;
      double h = nextHours;
      boolean reaches = h >= left * (1 - 1e-9);
      if (reaches) {
        h = left;
      } else if (h > 0.5 * left) {
        h = 0.5 * left; // two even steps instead of a long and a tiny one
      }
      double error = attempt(h);
      if (error <= 1) {
        stepHours = h;
        double suggested = control.afterAccepting(h, error);
        nextHours = reaches ? Math.max(nextHours, suggested) : suggested;
        accepted++;
        equations.evaluate(reaches ? untilHours : tHours + h, y1, f1);
        return;
      }
      rejected++;
      nextHours =
          Double.isFinite(error) ? control.afterRejecting(h, error) : control.afterFailing(h);
      if (nextHours < SMALLEST_STEP_HOURS) {
        throw new IntegrationException(
            IntegrationException.Reason.STEP_TOO_SMALL,
            null,
            tHours,
            "%sstep fell below %s h at t = %s h in the network. Maybe loosen the relative tolerance (%s)"
                .formatted(
                    equations.missing.clause(argument),
                    SMALLEST_STEP_HOURS,
                    tHours,
                    relativeTolerance));
      }
    }
  }

  /** Makes the end of the step the present. */
  void advance(double toHours) {
    NeuronField y = y0;
    y0 = y1;
    y1 = y;
    NeuronField f = f0;
    f0 = f1;
    f1 = f;
    tHours = toHours;
  }

  private double attempt(double h) {
    try {
      equations.linear.factor(1 / (h * METHOD.gamma()), y0);
      for (int i = 0; i < METHOD.stages(); i++) {
        if (i == 0) {
          copyRates(f0);
        } else {
          int stageOf = i;
          combine(argument, j -> METHOD.stageWeight(stageOf, j), i);
          equations.evaluate(tHours + METHOD.time(i) * h, argument, right);
        }
        addCoupling(i, h);
        equations.linear.solve(y0, right, stage[i]);
      }
      combine(y1, METHOD::stateWeight, METHOD.stages());
      return error();
    } catch (ArithmeticException unsolved) {
      return Double.NaN;
    }
  }

  private void copyRates(NeuronField f) {
    right.copyFrom(f);
    clearAlgebraic(right);
  }

  private void clearAlgebraic(NeuronField field) {
    for (int g = 0; g < field.cells.length; g++) {
      int differential = equations.groups[g].kernel.differential();
      for (int v = differential; v < field.cells[g].length; v++) {
        Arrays.fill(field.cells[g][v], 0);
      }
    }
  }

  /** out = y0 + Σ weight · stage, by pieces of neurons. */
  private void combine(NeuronField out, IntToDoubleFunction weight, int stages) {
    equations.pieces.forEachRange(
        (g, from, to) -> {
          for (int v = 0; v < out.cells[g].length; v++) {
            double[] sum = out.cells[g][v];
            double[] start = y0.cells[g][v];
            System.arraycopy(start, from, sum, from, to - from);
            for (int j = 0; j < stages; j++) {
              add(sum, weight.applyAsDouble(j), stage[j].cells[g][v], from, to);
            }
          }
        });
    equations.keepPositive(out);
    for (int v = 0; v < out.tissue.length; v++) {
      out.tissue[v] = y0.tissue[v];
      for (int j = 0; j < stages; j++) {
        out.tissue[v] += weight.applyAsDouble(j) * stage[j].tissue[v];
      }
    }
  }

  private void addCoupling(int i, double h) {
    equations.pieces.forEachRange(
        (g, from, to) -> {
          int differential = equations.groups[g].kernel.differential();
          for (int v = 0; v < differential; v++) {
            for (int j = 0; j < i; j++) {
              add(right.cells[g][v], METHOD.coupling(i, j) / h, stage[j].cells[g][v], from, to);
            }
          }
        });
    for (int v = 0; v < right.tissue.length; v++) {
      for (int j = 0; j < i; j++) {
        right.tissue[v] += METHOD.coupling(i, j) / h * stage[j].tissue[v];
      }
    }
  }

  private static void add(double[] sum, double weight, double[] x, int from, int to) {
    if (weight != 0) {
      for (int i = from; i < to; i++) {
        sum[i] += weight * x[i];
      }
    }
  }

  /**
   * The largest, over variables, of the root mean square over neurons of error/(absolute + relative
   * · |y|).
   */
  private double error() {
    equations.pieces.forEach(
        (piece, group, sums) -> {
          sums[0] = 0;
          for (int v = 0; v < group.kernel.differential(); v++) {
            sums[1 + v] = squares(piece.group(), v, piece.from(), piece.to());
          }
        });
    double largest = 0;
    for (int g = 0; g < y1.cells.length; g++) {
      int differential = equations.groups[g].kernel.differential();
      double[] sums = equations.pieces.total(g, 1 + differential);
      for (int v = 0; v < differential; v++) {
        largest = larger(largest, Math.sqrt(sums[1 + v] / equations.groups[g].neurons));
      }
    }
    for (int v = 0; v < y1.tissue.length; v++) {
      double e = 0;
      for (int j = 0; j < stage.length; j++) {
        e += METHOD.errorWeight(j) * stage[j].tissue[v];
      }
      largest = larger(largest, Math.abs(e) / weight(y0.tissue[v], y1.tissue[v]));
    }
    return largest;
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : Math.max(a, b);
  }

  private double squares(int g, int v, int from, int to) {
    double[] a = stage[0].cells[g][v];
    double[] b = stage[1].cells[g][v];
    double[] c = stage[2].cells[g][v];
    double[] d = stage[3].cells[g][v];
    double[] before = y0.cells[g][v];
    double[] after = y1.cells[g][v];
    double ea = METHOD.errorWeight(0);
    double eb = METHOD.errorWeight(1);
    double ec = METHOD.errorWeight(2);
    double ed = METHOD.errorWeight(3);
    double sum = 0;
    for (int i = from; i < to; i++) {
      double e = ea * a[i] + eb * b[i] + ec * c[i] + ed * d[i];
      double ratio = e / weight(before[i], after[i]);
      sum += ratio * ratio;
    }
    return sum;
  }

  private double weight(double before, double after) {
    return absoluteTolerance + relativeTolerance * Math.max(Math.abs(before), Math.abs(after));
  }

  /** Cubic Hermite interpolation within the last step; rates and free eIF4E are guesses. */
  void interpolate(double sampleHours, NeuronField out) {
    double s = (sampleHours - tHours) / stepHours;
    double r = 1 - s;
    double a = r * r * (1 + 2 * s);
    double b = s * s * (3 - 2 * s);
    double c = s * r * r * stepHours;
    double d = -s * s * r * stepHours;
    equations.pieces.forEachRange(
        (g, from, to) -> {
          int differential = equations.groups[g].kernel.differential();
          for (int v = 0; v < out.cells[g].length; v++) {
            double[] x0 = y0.cells[g][v];
            double[] x1 = y1.cells[g][v];
            double[] x = out.cells[g][v];
            for (int i = from; i < to; i++) {
              x[i] =
                  v < differential
                      ? a * x0[i] + b * x1[i] + c * f0.cells[g][v][i] + d * f1.cells[g][v][i]
                      : r * x0[i] + s * x1[i];
            }
          }
        });
    for (int v = 0; v < out.tissue.length; v++) {
      out.tissue[v] = a * y0.tissue[v] + b * y1.tissue[v] + c * f0.tissue[v] + d * f1.tissue[v];
    }
  }

  /**
   * Follows the network to rest with inputs as they are.
   *
   * @param accuracy relative change at which it counts as resting
   * @throws ArithmeticException when it does not settle
   */
  void settle(double accuracy) {
    Settling motion = new Settling();
    // The way there does not matter: it starts near the state of the mean field.
    PseudoTransient way =
        new PseudoTransient(0.1, LASTING_HOURS, MOST_SETTLING_STEPS, 0.4, accuracy);
    if (!way.settles(motion)) {
      throw new ArithmeticException(
          "the network does not settle: the last relative correction was " + motion.lastChange);
    }
  }

  /** The network on its way to rest: only differential variables are looked at. */
  private final class Settling implements PseudoTransient.Motion {
    private double lastChange = Double.NaN;
    private boolean isEvaluated; // whether what neurons receive is that of the present state

    @Override
    public double change(double perHour) {
      if (!isEvaluated) {
        equations.evaluate(tHours, y0, f0);
        isEvaluated = true;
      }
      equations.linear.factor(perHour, y0);
      copyRates(f0);
      equations.linear.solve(y0, right, stage[0]);
      lastChange = 0;
      for (int g = 0; g < y0.cells.length; g++) {
        int differential = equations.groups[g].kernel.differential();
        for (int v = 0; v < differential; v++) {
          see(stage[0].cells[g][v], y0.cells[g][v]);
        }
      }
      see(stage[0].tissue, y0.tissue);
      return lastChange;
    }

    private void see(double[] changes, double[] of) {
      for (int i = 0; i < of.length; i++) {
        lastChange = larger(lastChange, Math.abs(changes[i]) / (NEGLIGIBLE + Math.abs(of[i])));
      }
    }

    @Override
    public boolean move(double change) {
      combine(argument, stage -> 1, 1);
      isEvaluated = false;
      try {
        equations.evaluate(tHours, argument, f0);
      } catch (ArithmeticException unsolved) {
        return false;
      }
      y0.copyFrom(argument);
      isEvaluated = true;
      return true;
    }
  }
}
