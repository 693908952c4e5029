package org.capgate.solver;

/**
 * Chooses step sizes from error estimates of order h^k.
 *
 * <p>Proportional-integral control in the predictive form of Gustafsson: an accepted step also
 * looks at how the error changed since the accepted step before it (Hairer and Wanner 1996, Solving
 * Ordinary Differential Equations II, section IV.8, eq. 8.25). Roots are found by arithmetic alone,
 * so the same bits come out everywhere.
 */
final class StepSizeControl {
  private static final double SAFETY = 0.9;
  private static final double LARGEST_GROWTH = 6.0;
  private static final double LARGEST_SHRINKAGE = 5.0;
  private static final double SMALLEST_REMEMBERED_ERROR = 1e-2;

  private final int order; // k
  private double acceptedHours; // size of the last accepted step; 0 when there is none
  private double acceptedError;
  private boolean rejected; // whether the step in hand has been rejected before

  /**
   * @param order k, in [2, 5]
   */
  StepSizeControl(int order) {
    this.order = order;
  }

  /** Forgets the past, at the start of a segment. */
  void restart() {
    acceptedHours = 0.0;
    acceptedError = 0.0;
    rejected = false;
  }

  /** The next step size after a step was accepted with this error, ≤ 1. */
  double afterAccepting(double stepHours, double error) {
    double shrinkage = clamp(root(error) / SAFETY);
    if (acceptedHours > 0.0) {
      double predicted = acceptedHours / stepHours * root(error * error / acceptedError) / SAFETY;
      // The step it predicts from is this one, so a growing error tells of a shorter step next
      // time.
      shrinkage = Math.max(shrinkage, clamp(predicted));
    }
    if (rejected) {
      shrinkage = Math.max(shrinkage, 1.0);
    }
    acceptedHours = stepHours;
    acceptedError = Math.max(SMALLEST_REMEMBERED_ERROR, error);
    rejected = false;
    return stepHours / shrinkage;
  }

  /** The size to try again with after a step was rejected with this error, > 1. */
  double afterRejecting(double stepHours, double error) {
    rejected = true;
    return stepHours / Math.max(1.0 / SAFETY, clamp(root(error) / SAFETY));
  }

  /**
   * The size to try again with after a trial met a value that is not finite or a singular matrix.
   */
  double afterFailing(double stepHours) {
    rejected = true;
    return 0.1 * stepHours;
  }

  private static double clamp(double shrinkage) {
    return Math.max(1.0 / LARGEST_GROWTH, Math.min(LARGEST_SHRINKAGE, shrinkage));
  }

  /** The k-th root of an error, exact enough for a step size: to about 1e-6 within the clamps. */
  private double root(double error) {
    if (order == 4) {
      return Math.sqrt(Math.sqrt(error));
    }
    if (order == 2) {
      return Math.sqrt(error);
    }
    double bounded = Math.max(1e-6, Math.min(1e6, error));
    double x = Math.sqrt(bounded);
    x = order == 5 ? Math.sqrt(x) : x; // at most a factor 10 from the root
    for (int i = 0; i < 8; i++) {
      double power = order == 5 ? x * x * x * x : x * x;
      x += (bounded / power - x) / order;
    }
    return x;
  }
}
