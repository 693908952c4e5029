package org.capgate.calibration;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;

/** The mean over an error that the rows of one experiment have in common. */
final class SharedError {
  /** Nodes and weights of Gauss and Hermite's rule with seven nodes, for a standard normal. */
  private static final double[] NODES = {
    -3.750439717725742,
    -2.366759410734541,
    -1.154405394739968,
    0,
    1.154405394739968,
    2.366759410734541,
    3.750439717725742
  };

  private static final double[] WEIGHTS = {
    5.482688559722178e-4,
    3.075712396758645e-2,
    2.401231786050127e-1,
    4.571428571428571e-1,
    2.401231786050127e-1,
    3.075712396758645e-2,
    5.482688559722178e-4
  };

  private SharedError() {}

  /**
   * ln of the mean of a probability over a standard normal error.
   *
   * @param logProbability ln of it, by the error
   */
  static double logMean(DoubleUnaryOperator logProbability) {
    double[] logs = new double[NODES.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < NODES.length; i++) {
      logs[i] = logProbability.applyAsDouble(NODES[i]);
      largest = Math.max(largest, logs[i]);
    }
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * FastMath.exp(logs[i] - largest);
    }
    return largest + FastMath.log(sum);
  }
}
