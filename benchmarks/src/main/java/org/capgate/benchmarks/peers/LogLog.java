package org.capgate.benchmarks.peers;

import java.util.OptionalDouble;

/** Between points that are neighbours on a plot with two logarithmic axes. */
final class LogLog {
  private LogLog() {}

  /**
   * The ordinate where the line through the points passes an error; empty when it never does.
   *
   * @param errors from loose to tight, > 0
   * @param ordinates of the same points, > 0
   */
  static OptionalDouble at(double error, double[] errors, double[] ordinates) {
    for (int i = 1; i < errors.length; i++) {
      double loose = errors[i - 1];
      double tight = errors[i];
      if (loose >= error && tight <= error && tight < loose) {
        double part = StrictMath.log(loose / error) / StrictMath.log(loose / tight);
        return OptionalDouble.of(
            ordinates[i - 1] * StrictMath.pow(ordinates[i] / ordinates[i - 1], part));
      }
    }
    return OptionalDouble.empty();
  }
}
