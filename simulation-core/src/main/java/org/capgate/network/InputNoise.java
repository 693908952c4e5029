package org.capgate.network;

import org.capgate.random.RandomStream;

/**
 * Slow input noise: an Ornstein-Uhlenbeck process per neuron, exact at the ends of intervals of a
 * tenth of its correlation time and held in between.
 *
 * <pre>x_{k+1} = ρ x_k + σ √(1 − ρ²) ξ,   ρ = exp(−1/10)</pre>
 *
 * ξ is normal and depends on (seed, neuron, k) alone, so the bits do not depend on threads.
 *
 * @param deviation σ of the drive, in net drives at rest, in [0, 2]
 * @param correlationHours > 0
 */
public record InputNoise(double deviation, double correlationHours) {
  private static final double KEPT = StrictMath.exp(-0.1);

  public InputNoise {
    Settings.require("deviation of the input noise", deviation, 0, 2);
    Settings.require("correlation time of the input noise (h)", correlationHours, 1e-3, 1e6);
  }

  /** No noise. */
  public static InputNoise none() {
    return new InputNoise(0, 1);
  }

  double intervalHours() {
    return 0.1 * correlationHours;
  }

  /** The value at the end of interval k, from the one at its start. */
  double next(double value, long seed, int neuron, long k) {
    double draw = RandomStream.of(seed, k, neuron, "input noise").nextGaussian();
    return KEPT * value + deviation * Math.sqrt(1 - KEPT * KEPT) * draw;
  }

  /** A value of the stationary process, at k = 0. */
  double first(long seed, int neuron) {
    return deviation * RandomStream.of(seed, 0, neuron, "input noise").nextGaussian();
  }
}
