package org.capgate.search;

import java.util.Arrays;

/** What a point is worth. Immutable. */
public final class Worth {
  private final double[] aims;
  private final double violation;

  /**
   * What a point is worth.
   *
   * @param aims to be made small, finite
   * @param violation of all constraints together, ≥ 0; 0 when they are met
   */
  public Worth(double[] aims, double violation) {
    this.aims = aims.clone();
    this.violation = violation;
    for (double aim : aims) {
      if (!Double.isFinite(aim)) {
        throw new IllegalArgumentException("aims must be finite, but one was " + aim);
      }
    }
    if (!(violation >= 0)) {
      throw new IllegalArgumentException("violation must be >= 0, but was " + violation);
    }
  }

  /** The worth that {@link #numbers} gave. */
  static Worth ofNumbers(double[] numbers) {
    return new Worth(Arrays.copyOf(numbers, numbers.length - 1), numbers[numbers.length - 1]);
  }

  /** The aims, then the violation; a fresh array. */
  double[] numbers() {
    double[] numbers = Arrays.copyOf(aims, aims.length + 1);
    numbers[aims.length] = violation;
    return numbers;
  }

  /** The aims, a fresh array. */
  public double[] aims() {
    return aims.clone();
  }

  /** One aim. */
  public double aim(int number) {
    return aims[number];
  }

  int count() {
    return aims.length;
  }

  /** How far the constraints are from being met; 0 when they are. */
  public double violation() {
    return violation;
  }

  /** Whether all constraints are met. */
  public boolean isFeasible() {
    return violation == 0;
  }

  /**
   * Whether this is better: feasible against not, less violated, or else no worse in any aim and
   * better in one (Deb 2002, section VI).
   */
  public boolean beats(Worth other) {
    if (violation != other.violation) {
      return violation < other.violation;
    }
    boolean isBetter = false;
    for (int i = 0; i < aims.length; i++) {
      if (aims[i] > other.aims[i]) {
        return false;
      }
      isBetter |= aims[i] < other.aims[i];
    }
    return isBetter;
  }
}
