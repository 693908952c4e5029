package org.capgate.fit;

import java.util.Arrays;
import java.util.List;
import org.capgate.random.RandomStream;
import org.capgate.sensitivity.Varied;

/** A dose that leaves by one process, as fits see it: height, rate and what is always there. */
final class NoisyDecay {
  static final List<Varied> FREE =
      List.of(
          new Varied("height", 1, 0.1, 50),
          new Varied("rate", 0.3, 0.01, 20),
          new Varied("floor", 0, -2, 2));

  static final double[] TRUE = {5, 0.8, 0.5};

  private NoisyDecay() {}

  private static double[] at(double[] point) {
    double[] values = new double[24];
    for (int i = 0; i < values.length; i++) {
      values[i] = point[0] * StrictMath.exp(-point[1] * 0.25 * i) + point[2];
    }
    return values;
  }

  /**
   * A fit to data made with the true numbers.
   *
   * @param noise names the stream of random numbers
   * @param isKnown whether the fit is told the deviation of the noise
   */
  static Fit fit(String noise, long seed, double deviation, boolean isKnown) {
    double[] observed = at(TRUE);
    RandomStream stream = RandomStream.of(seed, 0, 0, noise);
    for (int i = 0; i < observed.length; i++) {
      observed[i] += deviation * stream.nextGaussian();
    }
    double[] scales = new double[observed.length];
    Arrays.fill(scales, isKnown ? deviation : 3);
    return new Fit(NoisyDecay::at, FREE, observed, scales, isKnown);
  }
}
