package org.capgate.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A state in which a system rests while its inputs stay as they are, and how stable it is.
 * Immutable.
 */
public final class SteadyState {
  private final List<String> variables;
  private final int differential;
  private final double[] state;
  private final Map<String, Double> values; // variables, then readouts
  private final double[] jacobian; // [variable][variable], row-major
  private final double residual;
  private final double lastCorrection;
  private final int iterations;
  private final String method;
  private final boolean isCertainlyStable;
  private @Nullable Eigenvalues eigenvalues; // made when first asked for where that is certain

  SteadyState(
      OdeSystem system,
      double[] state,
      double[] readouts,
      double[] jacobian,
      double residual,
      double lastCorrection,
      int iterations,
      String method) {
    variables = system.variables().stream().map(Variable::name).toList();
    differential = system.differentialSize();
    this.state = state.clone();
    this.jacobian = jacobian.clone();
    this.residual = residual;
    this.lastCorrection = lastCorrection;
    this.iterations = iterations;
    this.method = method;
    values = new LinkedHashMap<>();
    for (int i = 0; i < state.length; i++) {
      values.put(variables.get(i), state[i]);
    }
    for (int i = 0; i < readouts.length; i++) {
      values.put(system.readouts().get(i).name(), readouts[i]);
    }
    isCertainlyStable = StabilityCheck.isCertain(jacobian, differential);
    eigenvalues = isCertainlyStable ? null : newEigenvalues();
  }

  private Eigenvalues newEigenvalues() {
    double[] unscaled = new double[differential];
    Arrays.fill(unscaled, 1.0);
    return Eigenvalues.reduced(
        jacobian, range(0, differential), range(differential, state.length), unscaled);
  }

  /** The state in words. */
  @Override
  public String toString() {
    return "%s steady state of %s variables, by %s in %s iterations, residual %s"
        .formatted(isStable() ? "stable" : "unstable", state.length, method, iterations, residual);
  }

  /** The variables in the order of the system, a fresh array. */
  public double[] state() {
    return state.clone();
  }

  /** The value of a variable or readout. */
  public double valueOf(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "unknown variable or readout '"
              + name
              + "'; known are "
              + String.join(", ", values.keySet()));
    }
    return value;
  }

  /**
   * How far from rest: the largest |f_i| relative to its variable, per hour for differential
   * variables. Variables below 0.01 in their unit count as 0.01.
   */
  public double residual() {
    return residual;
  }

  /** The last correction relative to its variable, the estimated relative error of the state. */
  public double lastCorrection() {
    return lastCorrection;
  }

  /** Steps it took, ≥ 1. */
  public int iterations() {
    return iterations;
  }

  /** How it was found: "Newton's method" or "pseudo-transient continuation". */
  public String method() {
    return method;
  }

  /**
   * Eigenvalues, in h⁻¹, of the Jacobian of the differential variables with the algebraic ones
   * eliminated,
   *
   * <pre>J_dd − J_da J_aa⁻¹ J_ad</pre>
   */
  public synchronized Eigenvalues eigenvalues() {
    if (eigenvalues == null) {
      eigenvalues = newEigenvalues();
    }
    return eigenvalues;
  }

  /** Whether small disturbances die out: all {@link #eigenvalues()} have a negative real part. */
  public boolean isStable() {
    return isCertainlyStable || eigenvalues().stabilityMarginPerHour() > 0.0;
  }

  /**
   * Eigenvalues, in h⁻¹, of the fast motion that a quasi-steady reduction assumes to have settled:
   * named algebraic variables relax towards the zero of their equation, dy/dt = f/τ, while the
   * differential ones stand still and the other algebraic ones follow at once. The reduction holds
   * where all real parts are negative.
   *
   * @param timeConstantsHours τ of each quasi-steady variable, in hours, > 0
   */
  public Eigenvalues fastEigenvalues(Map<String, Double> timeConstantsHours) {
    List<Integer> fast = new ArrayList<>();
    List<Integer> followers = new ArrayList<>();
    double[] perHour = new double[timeConstantsHours.size()];
    for (int i = differential; i < state.length; i++) {
      Double tauHours = timeConstantsHours.get(variables.get(i));
      if (tauHours == null) {
        followers.add(i);
        continue;
      }
      if (!(tauHours > 0.0)) {
        throw new IllegalArgumentException(
            "time constant of " + variables.get(i) + " must be > 0 h, but was " + tauHours);
      }
      perHour[fast.size()] = 1.0 / tauHours;
      fast.add(i);
    }
    if (fast.size() != timeConstantsHours.size()) {
      throw new IllegalArgumentException(
          "every name with a time constant must be an algebraic variable, but given were "
              + timeConstantsHours.keySet());
    }
    return Eigenvalues.reduced(jacobian, indices(fast), indices(followers), perHour);
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }

  private static int[] indices(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
