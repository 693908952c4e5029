package org.capgate.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;
import org.jspecify.annotations.Nullable;

/** A system in which some variables stand still at given values; the others are its unknowns. */
final class HeldSystem implements OdeSystem {
  private final OdeSystem whole;
  private final double[] values;
  private final int[] kept;
  private final int differential;

  /**
   * @param values of all variables; those of the held ones are used, the others are the initial
   *     state
   * @param held names of variables of the whole system
   */
  HeldSystem(OdeSystem whole, double[] values, Set<String> held) {
    this.whole = whole;
    this.values = values.clone();
    List<Variable> variables = whole.variables();
    kept =
        IntStream.range(0, whole.size())
            .filter(i -> !held.contains(variables.get(i).name()))
            .toArray();
    differential = (int) IntStream.of(kept).filter(i -> i < whole.differentialSize()).count();
  }

  /** The state of the whole system that belongs to a state of this one; a fresh array. */
  double[] whole(double[] y) {
    double[] all = values.clone();
    for (int i = 0; i < kept.length; i++) {
      all[kept[i]] = y[i];
    }
    return all;
  }

  /** The part of a state of the whole system that belongs to this one; a fresh array. */
  double[] part(double[] all) {
    double[] y = new double[kept.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = all[kept[i]];
    }
    return y;
  }

  @Override
  public int size() {
    return kept.length;
  }

  @Override
  public int differentialSize() {
    return differential;
  }

  @Override
  public List<Variable> variables() {
    List<Variable> variables = whole.variables();
    return IntStream.of(kept).mapToObj(variables::get).toList();
  }

  @Override
  public List<Variable> readouts() {
    return List.of();
  }

  @Override
  public double[] initialState() {
    return part(values);
  }

  @Override
  public double[] breakpointsHours() {
    return whole.breakpointsHours();
  }

  @Override
  public Map<String, String> provenance() {
    return whole.provenance();
  }

  @Override
  public Evaluator newEvaluator() {
    Evaluator evaluator = whole.newEvaluator();
    int size = whole.size();
    double[] f = new double[size];
    double[] dfdy = new double[size * size];
    return new Evaluator() {
      @Override
      public void enterSegment(int index) {
        evaluator.enterSegment(index);
      }

      @Override
      public void rhs(double tHours, double[] y, double[] out) {
        evaluator.rhs(tHours, whole(y), f);
        System.arraycopy(part(f), 0, out, 0, kept.length);
      }

      @Override
      public void jacobian(double tHours, double[] y, double[] out) {
        evaluator.jacobian(tHours, whole(y), dfdy);
        for (int i = 0; i < kept.length; i++) {
          for (int j = 0; j < kept.length; j++) {
            out[i * kept.length + j] = dfdy[kept[i] * size + kept[j]];
          }
        }
      }

      @Override
      public void timeDerivative(double tHours, double[] y, double[] out) {
        evaluator.timeDerivative(tHours, whole(y), f);
        System.arraycopy(part(f), 0, out, 0, kept.length);
      }

      @Override
      public void readouts(double tHours, double[] y, double[] out) {}

      @Override
      public @Nullable String missingValue(double tHours, double[] y) {
        return evaluator.missingValue(tHours, whole(y));
      }
    };
  }
}
