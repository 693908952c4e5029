package org.capgate.search;

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
