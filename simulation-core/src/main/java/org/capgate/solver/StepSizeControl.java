package org.capgate.solver;

/**
 * Chooses step sizes from error estimates of order h⁴.
 *
 * <p>Proportional-integral control in the predictive form of Gustafsson: an accepted step also
 * looks at how the error changed since the accepted step before it (Hairer and Wanner 1996, Solving
 * Ordinary Differential Equations II, section IV.8, eq. 8.25). Only square roots are used, so the
 * same bits come out everywhere.
 */
final class StepSizeControl {
  private static final double SAFETY = 0.9;
  private static final double LARGEST_GROWTH = 6.0;
  private static final double LARGEST_SHRINKAGE = 5.0;
  private static final double SMALLEST_REMEMBERED_ERROR = 1e-2;

  private double acceptedHours; // size of the last accepted step; 0 when there is none
  private double acceptedError;
  private boolean rejected; // whether the step in hand has been rejected before

  /** Forgets the past, at the start of a segment. */
  void restart() {
    acceptedHours = 0.0;
    acceptedError = 0.0;
    rejected = false;
  }

  /** The next step size after a step was accepted with this error, ≤ 1. */
  double afterAccepting(double stepHours, double error) {
    double shrinkage = clamp(fourthRoot(error) / SAFETY);
    if (acceptedHours > 0.0) {
      double predicted =
          acceptedHours / stepHours * fourthRoot(error * error / acceptedError) / SAFETY;
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
    return stepHours / Math.max(1.0 / SAFETY, clamp(fourthRoot(error) / SAFETY));
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

  private static double fourthRoot(double value) {
    return Math.sqrt(Math.sqrt(value));
  }
}
