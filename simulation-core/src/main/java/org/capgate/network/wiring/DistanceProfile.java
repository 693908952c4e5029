package org.capgate.network.wiring;

/**
 * How the probability of a synapse falls with distance d (µm), relative to neighbours at the same
 * place: exp(−d²/2L²) or exp(−d/L), and 0 beyond a reach where it has become negligible.
 *
 * @param shape of the fall
 * @param lengthMicrometres L, > 0
 */
public record DistanceProfile(Shape shape, double lengthMicrometres) {

  /** Functions of distance over length. Both have the integral 2πL² over the plane. */
  public enum Shape {
    /** exp(−d²/2L²), cut at 6 L: 2·10⁻⁸ of the integral lie beyond. */
    GAUSSIAN(6),
    /** exp(−d/L), cut at 16 L: 2·10⁻⁶ of the integral lie beyond. */
    EXPONENTIAL(16);

    private final double reachInLengths;

    Shape(double reachInLengths) {
      this.reachInLengths = reachInLengths;
    }
  }

  public DistanceProfile {
    if (!(lengthMicrometres > 0 && lengthMicrometres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "length of a distance profile must be finite and > 0 µm, but was " + lengthMicrometres);
    }
  }

  /** exp(−d²/2L²). */
  public static DistanceProfile gaussian(double lengthMicrometres) {
    return new DistanceProfile(Shape.GAUSSIAN, lengthMicrometres);
  }

  /** exp(−d/L). */
  public static DistanceProfile exponential(double lengthMicrometres) {
    return new DistanceProfile(Shape.EXPONENTIAL, lengthMicrometres);
  }

  /** Beyond this distance (µm) there is no synapse. */
  public double reachMicrometres() {
    return shape.reachInLengths * lengthMicrometres;
  }

  /** The profile at a distance (µm), in [0, 1]. */
  public double at(double distanceMicrometres) {
    double lengths = distanceMicrometres / lengthMicrometres;
    if (lengths > shape.reachInLengths) {
      return 0;
    }
    return StrictMath.exp(shape == Shape.GAUSSIAN ? -0.5 * lengths * lengths : -lengths);
  }

  /** Integral over the plane (µm²). */
  double integralSquareMicrometres() {
    return 2 * Math.PI * lengthMicrometres * lengthMicrometres;
  }
}
