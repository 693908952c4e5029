package org.capgate.calibration;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.util.FastMath;
import org.capgate.evidence.Finding;

/** The error that the rows of one experiment have in common, and the mean over it. */
final class SharedError {
  /** Of the variance of the errors of an experiment (ASSUMED, 0.2 to 0.8). */
  private static final double SHARED = 0.5;

  /** Of the standard deviation of an error: what is shared, and what is a row's own. */
  static final double SHARED_ROOT = Math.sqrt(SHARED);

  static final double OWN_ROOT = Math.sqrt(1 - SHARED);

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

  private static final Pattern PUBLICATION = Pattern.compile("doi:[^\\s;,)]+|PMC\\d+");

  private SharedError() {}

  /** The publication, or all that is said of the source, with subject and readout. */
  static String experiment(Finding finding) {
    Matcher publication = PUBLICATION.matcher(finding.source());
    String source = publication.find() ? publication.group() : finding.source();
    return "%s, %s, %s"
        .formatted(source, finding.condition().subject().word(), finding.readout().name());
  }

  /** How many errors the mean is taken over. */
  static int count() {
    return NODES.length;
  }

  /** One of them, in standard deviations. */
  static double node(int i) {
    return NODES[i];
  }

  /** Its weight; all add up to 1. */
  static double weight(int i) {
    return WEIGHTS[i];
  }

  /**
   * ln of the mean of a probability over a standard normal error.
   *
   * @param logProbability ln of it, by the error
   */
  static double logMean(DoubleUnaryOperator logProbability) {
    return logMean(Arrays.stream(NODES).map(logProbability).toArray());
  }

  /**
   * ln of the mean of a probability over a standard normal error.
   *
   * @param logs ln of it at each {@link #node}
   */
  static double logMean(double[] logs) {
    double largest = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * FastMath.exp(logs[i] - largest);
    }
    return largest + FastMath.log(sum);
  }
}
