package org.capgate.solver;

/**
 * Chooses step sizes from error estimates of order h^k.
 *
 * <p>Proportional-integral control in the predictive form of Gustafsson: an accepted step also
 * looks at how the error changed since the accepted step before it (Hairer and Wanner 1996, Solving
 * Ordinary Differential Equations II, section IV.8, eq. 8.25). Roots are found by arithmetic alone,
 * so the same bits come out everywhere.
 */
public final class StepSizeControl {
  private static final double SAFETY = 0.9;
  private static final double LARGEST_GROWTH = 6.0;
  private static final double SMALLEST_GROWTH = 0.2;
  private static final double SMALLEST_REMEMBERED_ERROR = 1e-2;

  private static final long ONE = Double.doubleToRawLongBits(1.0);

  private final int order; // k
  private double acceptedHours; // size of the last accepted step; 0 when there is none
  private double acceptedError;
  private boolean rejected; // whether the step in hand has been rejected before

  /**
   * Without a past.
   *
   * @param order k, in [2, 5]
   */
  public StepSizeControl(int order) {
    this.order = order;
  }

  /** Forgets the past, at the start of a segment. */
  public void restart() {
    acceptedHours = 0.0;
    acceptedError = 0.0;
    rejected = false;
  }

  /** Size of the last accepted step (h); 0 when there is none. */
  public double acceptedHours() {
    return acceptedHours;
  }

  /** Error of the last accepted step, as it is remembered; 0 when there is none. */
  public double acceptedError() {
    return acceptedError;
  }

  /**
   * Goes on where a control stood between two steps.
   *
   * @param hours what {@link #acceptedHours} was
   * @param error what {@link #acceptedError} was
   */
  public void resume(double hours, double error) {
    acceptedHours = hours;
    acceptedError = error;
    rejected = false;
  }

  /** The next step size after a step was accepted with this error, ≤ 1. */
  public double afterAccepting(double stepHours, double error) {
    double decisive = error;
    if (acceptedHours > 0.0) {
      // The step it predicts from is this one, so a growing error tells of a shorter step next
      // time: h·(h/h₁)·(e²/e₁)^(−1/k) as a step size from one error.
      double shorter = acceptedHours / stepHours;
      decisive = Math.max(error, power(shorter, order) * error * error / acceptedError);
    }
    double growth = growth(decisive);
    if (rejected) {
      growth = Math.min(growth, 1.0);
    }
    acceptedHours = stepHours;
    acceptedError = Math.max(SMALLEST_REMEMBERED_ERROR, error);
    rejected = false;
    return stepHours * growth;
  }

  /** The size to try again with after a step was rejected with this error, > 1. */
  public double afterRejecting(double stepHours, double error) {
    rejected = true;
    return stepHours * Math.min(SAFETY, growth(error));
  }

  /**
   * The size to try again with after a trial met a value that is not finite or a singular matrix.
   */
  public double afterFailing(double stepHours) {
    rejected = true;
    return 0.1 * stepHours;
  }

  private double growth(double error) {
    return Math.max(
        SMALLEST_GROWTH, Math.min(LARGEST_GROWTH, SAFETY * inverseRoot(clamp(error), order)));
  }

  /** Beyond these errors the bounds of growth decide. */
  private static double clamp(double error) {
    return Math.max(1e-6, Math.min(1e6, error));
  }

  /**
   * error^(−1/order) to a relative 1e-5, by arithmetic alone: an error of a few percent from the
   * bits of the number, whose exponent is divided, then Newton's iteration for 1/x^k = error, which
   * squares it and divides by nothing that varies.
   *
   * @param error > 0, finite
   */
  static double inverseRoot(double error, int order) {
    double share = 1.0 / order;
    long bits = Double.doubleToRawLongBits(error);
    double x = Double.longBitsToDouble(ONE + (long) (share * (ONE - bits)));
    for (int i = 0; i < 3; i++) {
      x += x * share * (1.0 - error * power(x, order));
    }
    return x;
  }

  private static double power(double x, int order) {
    double power = x;
    for (int i = 1; i < order; i++) {
      power *= x;
    }
    return power;
  }
}
