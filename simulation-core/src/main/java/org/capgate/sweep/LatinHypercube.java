package org.capgate.sweep;

import org.capgate.random.RandomStream;

/**
 * Random points of which each of n equal slices of every dimension holds exactly one (McKay,
 * Beckman and Conover 1979).
 */
public final class LatinHypercube {
  private LatinHypercube() {}

  /**
   * The points.
   *
   * @param count n ≥ 0
   * @param dimensions ≥ 1
   * @param seed of the draws
   * @return [point][dimension] in [0, 1), fresh arrays
   */
  public static double[][] points(int count, int dimensions, long seed) {
    double[][] points = new double[count][dimensions];
    for (int d = 0; d < dimensions; d++) {
      RandomStream stream = RandomStream.of(seed, d, 0, "latin hypercube");
      int[] slice = new int[count];
      for (int i = 0; i < count; i++) { // a random order, by inserting
        int place = stream.nextInt(i + 1);
        slice[i] = slice[place];
        slice[place] = i;
      }
      for (int i = 0; i < count; i++) {
        double share = (slice[i] + stream.nextDouble()) / count;
        points[i][d] = Math.min(share, Math.nextDown(1.0));
      }
    }
    return points;
  }
}
