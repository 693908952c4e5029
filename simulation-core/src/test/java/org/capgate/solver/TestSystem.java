package org.capgate.solver;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;

/**
 * A system written down by hand, with variables y0, y1, ... and one readout, the sum of all
 * variables.
 */
public record TestSystem(
    int differentialSize, double[] initial, double[] breakpoints, Equations equations)
    implements OdeSystem {

  /** What a test states; the segment is only of interest where inputs jump. */
  public interface Equations {
    void rhs(int segment, double t, double[] y, double[] f);

    void jacobian(int segment, double t, double[] y, double[] dfdy);

    default void timeDerivative(int segment, double t, double[] y, double[] dfdt) {
      java.util.Arrays.fill(dfdt, 0.0);
    }
  }

  public static TestSystem ordinary(Equations equations, double... initial) {
    return new TestSystem(initial.length, initial, new double[0], equations);
  }

  public TestSystem withBreakpoints(double... hours) {
    return new TestSystem(differentialSize, initial, hours, equations);
  }

  @Override
  public int size() {
    return initial.length;
  }

  @Override
  public List<Variable> variables() {
    return IntStream.range(0, initial.length)
        .mapToObj(i -> new Variable("y" + i, "1", ""))
        .toList();
  }

  @Override
  public List<Variable> readouts() {
    return List.of(new Variable("sum", "1", "sum of all variables"));
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  @Override
  public double[] breakpointsHours() {
    return breakpoints.clone();
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of("system", "test");
  }

  @Override
  public Evaluator newEvaluator() {
    return new Evaluator() {
      private int segment;

      @Override
      public void enterSegment(int index) {
        segment = index;
      }

      @Override
      public void rhs(double tHours, double[] y, double[] f) {
        equations.rhs(segment, tHours, y, f);
      }

      @Override
      public void jacobian(double tHours, double[] y, double[] dfdy) {
        equations.jacobian(segment, tHours, y, dfdy);
      }

      @Override
      public void timeDerivative(double tHours, double[] y, double[] dfdt) {
        equations.timeDerivative(segment, tHours, y, dfdt);
      }

      @Override
      public void readouts(double tHours, double[] y, double[] out) {
        out[0] = 0.0;
        for (double value : y) {
          out[0] += value;
        }
      }
    };
  }
}
