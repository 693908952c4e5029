package org.capgate.solver;

import java.util.Arrays;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.RosenbrockStep;

/**
 * Steps of any Rosenbrock method on any system, with loops and a dense matrix: for systems written
 * by hand, and the plain twin of the steps that are made from equations. Allocates nothing after
 * construction.
 */
final class LoopedStep implements RosenbrockStep {
  private final Equations equations;
  private final RosenbrockMethod method;
  private final LinearSolver linear;
  private final int size;
  private final int differential;
  private final double[] absolute;
  private final double[] relative;
  private final double[] f0; // right-hand side at the start of the step
  private final double[] dfdt;
  private final double[] jacobian; // [size][size], row-major
  private final double[] matrix; // [size][size], row-major: M/(hγ) − J
  private final double[] argument;
  private final double[] f;
  private final double[] u;
  private final double[] start; // state at the start of the step
  private final double[] stages; // one after the other
  private final double[] state;
  private double error;
  private double proposedHours; // where the step starts
  private double stepHours;

  LoopedStep(Equations equations, RosenbrockMethod method) {
    this.equations = equations;
    this.method = method;
    size = equations.system().size();
    differential = equations.system().differentialSize();
    linear = new DenseLinearSolver(size);
    absolute = new double[size];
    relative = new double[size];
    f0 = new double[size];
    dfdt = new double[size];
    jacobian = new double[size * size];
    matrix = new double[size * size];
    argument = new double[size];
    f = new double[size];
    u = new double[size];
    start = new double[size];
    stages = new double[size * method.stages()];
    state = new double[size];
  }

  @Override
  public void setTolerances(double[] absoluteOf, double[] relativeOf) {
    System.arraycopy(absoluteOf, 0, absolute, 0, size);
    System.arraycopy(relativeOf, 0, relative, 0, size);
  }

  @Override
  public void propose(double tHours, double size, double[] y) {
    proposedHours = tHours;
    stepHours = size;
    System.arraycopy(y, 0, start, 0, start.length);
  }

  @Override
  public void attempt() {
    error = Double.NaN;
    equations.rhsOrFail(proposedHours, start, f0);
    equations.jacobianOrFail(proposedHours, start, jacobian);
    equations.timeDerivativeOrFail(proposedHours, start, dfdt);
    fillMatrix(1.0 / (stepHours * method.gamma()));
    System.arraycopy(f0, 0, f, 0, size); // so that a failure to factorise finds finite values
    System.arraycopy(start, 0, argument, 0, size);
    if (!linear.factor(matrix)) {
      return;
    }
    for (int i = 0; i < method.stages(); i++) {
      if (!computeStage(i)) {
        return;
      }
    }
    finish();
  }

  @Override
  public double error() {
    return error;
  }

  @Override
  public void copyState(double[] to) {
    System.arraycopy(state, 0, to, 0, size);
  }

  @Override
  public void copyStages(double[] to) {
    System.arraycopy(stages, 0, to, 0, stages.length);
  }

  /** The failure behind results that are not finite, found by trying the same step here. */
  IntegrationException failure(double tHours, double triedHours, double[] y) {
    propose(tHours, triedHours, y);
    attempt(); // throws where the state itself is to blame
    if (!Equations.allFinite(f)) {
      return equations.rhsNotFinite(tHours + triedHours, argument, f);
    }
    int largest = 0;
    for (int i = 1; i < size; i++) {
      if (!(Math.abs(u[i]) <= Math.abs(u[largest]))) { // also true for NaN
        largest = i;
      }
    }
    return equations.unsolvableStep(tHours, triedHours, largest);
  }

  private void fillMatrix(double diagonal) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = -jacobian[i];
    }
    for (int i = 0; i < differential; i++) {
      matrix[i * (size + 1)] += diagonal;
    }
  }

  private boolean computeStage(int index) {
    if (index == 0) {
      System.arraycopy(f0, 0, u, 0, size);
    } else {
      System.arraycopy(start, 0, argument, 0, size);
      for (int j = 0; j < index; j++) {
        addStage(j, method.stageWeight(index, j), argument, size);
      }
      if (!equations.rhs(proposedHours + method.time(index) * stepHours, argument, f)) {
        return false;
      }
      Arrays.fill(u, 0.0);
      for (int j = 0; j < index; j++) {
        addStage(j, method.coupling(index, j), u, differential);
      }
      for (int i = 0; i < size; i++) {
        u[i] = f[i] + u[i] / stepHours;
      }
    }
    double timeWeight = method.timeDerivative(index) * stepHours;
    for (int i = 0; i < size; i++) {
      u[i] += timeWeight * dfdt[i];
    }
    linear.solve(u);
    System.arraycopy(u, 0, stages, size * index, size);
    return true;
  }

  private void addStage(int index, double weight, double[] sum, int count) {
    int from = size * index;
    for (int i = 0; i < count; i++) {
      sum[i] += weight * stages[from + i];
    }
  }

  private void finish() {
    System.arraycopy(start, 0, argument, 0, size);
    Arrays.fill(u, 0.0);
    for (int j = 0; j < method.stages(); j++) {
      addStage(j, method.stateWeight(j), argument, size);
      addStage(j, method.errorWeight(j), u, size);
    }
    double sum = 0.0;
    for (int i = 0; i < size; i++) {
      state[i] = argument[i];
      double scaled =
          u[i] / (absolute[i] + relative[i] * Math.max(Math.abs(start[i]), Math.abs(argument[i])));
      sum += scaled * scaled;
    }
    error = sum;
  }
}
