package org.capgate.treatment;

/**
 * How a level, a concentration (µM) or the activation of an actuator in [0, 1], acts on one target.
 */
public interface Action {

  /** What is acted on. */
  Target target();

  /**
   * Unbinding rate (h⁻¹) that tells apart the sites levels are read at; infinity = the brain
   * itself.
   */
  double offPerHour();

  /** Writes the effect e and its slope de/d(level) at a level ≥ 0, in this order. */
  void act(double level, double[] effectAndSlope);

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
    public void act(double activation, double[] effectAndSlope) {
      effectAndSlope[0] = drive * activation;
      effectAndSlope[1] = drive;
    }
  }
}
