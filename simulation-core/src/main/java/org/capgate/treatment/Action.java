package org.capgate.treatment;

/**
 * How a level, a concentration (µM) or the activation of an actuator in [0, 1], acts on one target.
 */
interface Action {

  /** What is acted on. */
  Target target();

  /**
   * Unbinding rate (h⁻¹) that tells apart the sites levels are read at; infinity = the brain
   * itself.
   */
  double offPerHour();

  /** The effect e at a level ≥ 0. */
  double effect(double level);

  /** de/d(level) at a level ≥ 0. */
  double effectSlope(double level);

  /**
   * Drive proportional to the activation of an actuator.
   *
   * @param target one of the excitability targets
   * @param drive the drive when fully active, dimensionless
   */
  record Drive(Target target, double drive) implements Action {

    @Override
    public double offPerHour() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double effect(double activation) {
      return drive * activation;
    }

    @Override
    public double effectSlope(double activation) {
      return drive;
    }
  }
}
