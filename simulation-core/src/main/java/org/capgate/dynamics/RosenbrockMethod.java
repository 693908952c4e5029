package org.capgate.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * Coefficients of a stiffly accurate Rosenbrock method for index-1 systems, in the transformed form
 * that needs no product with the Jacobian (Hairer and Wanner 1996, Solving Ordinary Differential
 * Equations II, section IV.7). With the state y at t and step h, one stage solves
 *
 * <pre>
 * (M/(hγ) − J) u_i = f(t + c_i h, y + Σ_j a_ij u_j) + M Σ_j (c_ij/h) u_j + h γ_i ∂f/∂t
 * </pre>
 *
 * the new state is y + Σ b_i u_i, the error of the embedded method Σ e_i u_i, and between them
 *
 * <pre>
 * y(t + θh) = (1 − θ) y_old + θ (y_new + (1 − θ) Σ_k θ^k Σ_i d_ki u_i)
 * </pre>
 *
 * Immutable; two methods are equal when they are the same object.
 */
public final class RosenbrockMethod {
  private final String name;
  private final int order;
  private final double gamma;
  private final double[][] stageWeights;
  private final double[][] couplings;
  private final double[] times;
  private final double[] timeDerivatives;
  private final double[] stateWeights;
  private final double[] errorWeights;
  private final double[][] denseWeights;
  private final int[] timeIndex;
  private final double[] distinctTimes;

  private RosenbrockMethod(Builder b) {
    name = b.name;
    order = b.order;
    gamma = b.gamma;
    stageWeights = b.stageWeights;
    couplings = b.couplings;
    times = b.times;
    timeDerivatives = b.timeDerivatives;
    stateWeights = b.stateWeights;
    errorWeights = b.errorWeights;
    denseWeights = b.denseWeights;
    List<Double> found = new ArrayList<>();
    timeIndex = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      if (!found.contains(times[i])) {
        found.add(times[i]);
      }
      timeIndex[i] = found.indexOf(times[i]);
    }
    distinctTimes = found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A method of this name and order; its embedded method is of one order less. */
  public static Builder named(String name, int order) {
    return new Builder(name, order);
  }

  /** What the method is called. */
  public String name() {
    return name;
  }

  /** Order of the solution. */
  public int order() {
    return order;
  }

  /** Number of stages. */
  public int stages() {
    return times.length;
  }

  /** Evaluations of the right-hand side in a step: stages at the state of an earlier one share. */
  public int evaluations() {
    int count = 1;
    for (int i = 1; i < stages(); i++) {
      boolean moves = times[i] != 0;
      for (double weight : stageWeights[i]) {
        moves |= weight != 0;
      }
      count += moves ? 1 : 0;
    }
    return count;
  }

  /** γ, the diagonal. */
  public double gamma() {
    return gamma;
  }

  /** a_ij, j &lt; i. */
  public double stageWeight(int stage, int earlier) {
    return stageWeights[stage][earlier];
  }

  /** c_ij, j &lt; i. */
  public double coupling(int stage, int earlier) {
    return couplings[stage][earlier];
  }

  /** c_i, the instant of a stage within the step, in [0, 1]. */
  public double time(int stage) {
    return times[stage];
  }

  /** γ_i, the weight of the derivative with respect to time. */
  public double timeDerivative(int stage) {
    return timeDerivatives[stage];
  }

  /** b_i. */
  public double stateWeight(int stage) {
    return stateWeights[stage];
  }

  /** e_i. */
  public double errorWeight(int stage) {
    return errorWeights[stage];
  }

  /** Number of rows d_k of the continuous extension. */
  public int denseRows() {
    return denseWeights.length;
  }

  /** d_ki. */
  public double denseWeight(int row, int stage) {
    return denseWeights[row][stage];
  }

  /** Number of different instants at which the stages of one step lie. */
  public int instants() {
    return distinctTimes.length;
  }

  /** One of the different instants within the step, in order of first use; the first is 0. */
  public double instant(int index) {
    return distinctTimes[index];
  }

  /** Which of the different instants a stage lies at. */
  public int instantOf(int stage) {
    return timeIndex[stage];
  }

  @Override
  public String toString() {
    return name;
  }

  /** States the coefficients; each array has one entry or row per stage. */
  public static final class Builder {
    private final String name;
    private final int order;
    private double gamma;
    private double[][] stageWeights = {};
    private double[][] couplings = {};
    private double[] times = {};
    private double[] timeDerivatives = {};
    private double[] stateWeights = {};
    private double[] errorWeights = {};
    private double[][] denseWeights = {};

    private Builder(String name, int order) {
      this.name = name;
      this.order = order;
    }

    /** γ, the diagonal. */
    public Builder gamma(double diagonal) {
      gamma = diagonal;
      return this;
    }

    /** a_ij, row i with i entries. */
    public Builder stageWeights(double[]... rows) {
      stageWeights = deepCopy(rows);
      return this;
    }

    /** c_ij, row i with i entries. */
    public Builder couplings(double[]... rows) {
      couplings = deepCopy(rows);
      return this;
    }

    /** c_i; the first is 0. */
    public Builder times(double... instants) {
      times = instants.clone();
      return this;
    }

    /** γ_i. */
    public Builder timeDerivatives(double... weights) {
      timeDerivatives = weights.clone();
      return this;
    }

    /** b_i. */
    public Builder stateWeights(double... weights) {
      stateWeights = weights.clone();
      return this;
    }

    /** e_i. */
    public Builder errorWeights(double... weights) {
      errorWeights = weights.clone();
      return this;
    }

    /** d_ki, one row per power of θ. */
    public Builder denseWeights(double[]... rows) {
      denseWeights = deepCopy(rows);
      return this;
    }

    /** The method. */
    public RosenbrockMethod build() {
      int stages = times.length;
      require(stages > 0 && times[0] == 0 && gamma > 0, "times from 0 and a positive γ");
      require(timeDerivatives.length == stages, "one γ_i per stage");
      require(stateWeights.length == stages, "one b_i per stage");
      require(errorWeights.length == stages, "one e_i per stage");
      require(stageWeights.length == stages && couplings.length == stages, "one row per stage");
      for (int i = 0; i < stages; i++) {
        require(stageWeights[i].length == i && couplings[i].length == i, "i entries in row i");
      }
      for (double[] row : denseWeights) {
        require(row.length == stages, "one d_ki per stage");
      }
      return new RosenbrockMethod(this);
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalArgumentException("the method " + name + " needs " + what);
      }
    }

    private static double[][] deepCopy(double[][] rows) {
      double[][] copy = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        copy[i] = rows[i].clone();
      }
      return copy;
    }
  }
}
