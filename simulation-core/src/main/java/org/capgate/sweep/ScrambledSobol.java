package org.capgate.sweep;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.capgate.random.RandomStream;

/**
 * Points of Sobol's sequence (directions of Joe and Kuo 2008, up to 1000 dimensions), scrambled by
 * a digital shift: in each dimension the same random digits are added, without carry, to those of
 * every point. The points stay as even as they were, and each alone is uniform in [0, 1). Powers of
 * two are the even numbers of points.
 */
public final class ScrambledSobol {
  /** Most dimensions there are directions for. */
  public static final int MOST_DIMENSIONS = 1000;

  private static final double DIGITS = 0x1.0p52;

  private ScrambledSobol() {}

  /**
   * The first points.
   *
   * @param count ≥ 0
   * @param dimensions in [1, {@link #MOST_DIMENSIONS}]
   * @param seed of the shift
   * @return [point][dimension], fresh arrays
   */
  public static double[][] points(int count, int dimensions, long seed) {
    long[] shift = new long[dimensions];
    for (int d = 0; d < dimensions; d++) {
      shift[d] = RandomStream.of(seed, d, 0, "digital shift").nextLong() >>> 12;
    }
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = sequence.nextVector();
      for (int d = 0; d < dimensions; d++) {
        points[i][d] = ((long) (points[i][d] * DIGITS) ^ shift[d]) / DIGITS;
      }
    }
    return points;
  }
}
