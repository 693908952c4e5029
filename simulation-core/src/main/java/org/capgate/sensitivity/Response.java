package org.capgate.sensitivity;

import java.util.List;

/** Numbers that follow from other numbers. Safe in any number of threads. */
@FunctionalInterface
public interface Response {
  /**
   * The numbers at a point, always as many; a fresh array. All NaN where they have no value, as
   * when a subject has no settled state.
   *
   * @param point not modified
   */
  double[] at(double[] point);

  /**
   * The same as a function of shares of ranges: of points of [0, 1]^k, as {@link Morris} and {@link
   * SobolIndices} ask for.
   *
   * @param varied the inputs with their ranges, in the order of points
   */
  default Response ofShares(List<Varied> varied) {
    return shares -> {
      double[] values = new double[shares.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = varied.get(i).at(shares[i]);
      }
      return at(values);
    };
  }
}
