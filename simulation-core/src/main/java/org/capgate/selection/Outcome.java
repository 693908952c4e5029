package org.capgate.selection;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.capgate.trial.Power;

/**
 * One target in a group of virtual subjects.
 *
 * @param mean mean or share
 * @param deviation standard deviation between subjects; NaN with fewer than two
 * @param low lower end of the 95 % interval of the mean
 * @param high upper end of the 95 % interval of the mean
 * @param distance in [0, 1], from what was published: the largest gap between the cumulative
 *     distribution and the normal one with the published mean and deviation (the group's own where
 *     none was published), as Allen 2016 compares them; of a share its difference
 * @param agrees whether the difference is within 1.96 of its standard error, to which both groups
 *     contribute
 */
record Outcome(
    double mean, double deviation, double low, double high, double distance, boolean agrees) {
  static Outcome of(Target target, double[] values) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    double error = deviation / Math.sqrt(n);
    double[] ends =
        target.endpoint().isShare()
            ? Power.interval(Math.round(mean * n), n)
            : new double[] {mean - 1.96 * error, mean + 1.96 * error};
    double both = Math.sqrt(error * error + target.error(deviation) * target.error(deviation));
    double difference = Math.abs(mean - target.value());
    double distance =
        target.endpoint().isShare() ? difference : gap(target, values.clone(), deviation);
    return new Outcome(mean, deviation, ends[0], ends[1], distance, difference <= 1.96 * both);
  }

  private static double gap(Target target, double[] values, double own) {
    boolean isShape = !Double.isNaN(target.deviation());
    double deviation = isShape ? target.deviation() : own;
    Arrays.sort(values);
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      double wanted = 0.5 * Erf.erfc(-(values[i] - target.value()) / (deviation * Math.sqrt(2)));
      most = Math.max(most, wanted - (double) i / values.length);
      most = Math.max(most, (i + 1.0) / values.length - wanted);
    }
    return most;
  }
}
