package org.capgate.solver;

import java.util.List;
import java.util.Map;
import org.capgate.compile.Kernel;
import org.capgate.compile.StepKernel;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.RosenbrockStep;
import org.capgate.dynamics.Variable;

/** A kernel without inputs as a system, with or without the steps made from its equations. */
record StatedSystem(Kernel kernel, double[] q, double[] initialState, boolean withSteps)
    implements OdeSystem {
  /** The same system, stepped with loops and a dense matrix. */
  StatedSystem looped() {
    return new StatedSystem(kernel, q, initialState, false);
  }

  @Override
  public int size() {
    return kernel.variables();
  }

  @Override
  public int differentialSize() {
    return kernel.differential();
  }

  @Override
  public List<Variable> variables() {
    return kernel.layout().variables().stream()
        .map(symbol -> new Variable(symbol.name(), symbol.unit().toString(), ""))
        .toList();
  }

  @Override
  public List<Variable> readouts() {
    return List.of();
  }

  @Override
  public double[] initialState() {
    return initialState.clone();
  }

  @Override
  public double[] breakpointsHours() {
    return new double[0];
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of();
  }

  @Override
  public Evaluator newEvaluator() {
    double[] u = {};
    double[] work = new double[kernel.workLength()];
    return new Evaluator() {
      @Override
      public void enterSegment(int index) {}

      @Override
      public void rhs(double tHours, double[] y, double[] f) {
        kernel.rhs(y, q, u, work, f);
      }

      @Override
      public void jacobian(double tHours, double[] y, double[] dfdy) {
        kernel.jacobian(y, q, u, work, dfdy);
      }

      @Override
      public void timeDerivative(double tHours, double[] y, double[] dfdt) {
        kernel.inputDerivative(y, q, u, u, work, dfdt);
      }

      @Override
      public void readouts(double tHours, double[] y, double[] out) {}

      @Override
      public RosenbrockStep newStep(RosenbrockMethod method) {
        if (!withSteps) {
          return null;
        }
        StepKernel.Workspace workspace = kernel.step(method, 1).newWorkspace();
        return new RosenbrockStep() {
          @Override
          public void setTolerances(double[] absolute, double[] relative) {
            workspace.enter(0, q, absolute, relative);
          }

          @Override
          public void propose(double tHours, double stepHours, double[] y) {
            workspace.propose(0, stepHours, y);
          }

          @Override
          public void attempt() {
            workspace.attempt();
          }

          @Override
          public double error() {
            return workspace.error(0);
          }

          @Override
          public void copyState(double[] to) {
            workspace.copyState(0, to);
          }

          @Override
          public void copyStages(double[] to) {
            workspace.copyStages(0, to);
          }
        };
      }
    };
  }
}
