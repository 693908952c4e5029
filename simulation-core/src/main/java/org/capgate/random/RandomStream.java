package org.capgate.random;

import java.nio.charset.StandardCharsets;

/**
 * A sequence of random numbers that depends on its key (seed, animal, cell, purpose) and on nothing
 * else. Two streams with different keys never share numbers; two with the same key are the same
 * sequence. Holds a position, so one thread at a time.
 *
 * <pre>double factor = RandomStream.of(42L, animal, cell, "receptor density").logUniform(0.5, 2.0);
 * </pre>
 */
public final class RandomStream {
  private static final double UNIT = 0x1.0p-53;

  private final long seed;
  private final long animal;
  private final long cell;
  private final long purpose; // hashed
  private final long[] block = new long[Philox.WORDS];
  private long nextBlock;
  private int used = Philox.WORDS; // words of the block already given out

  private RandomStream(long seed, long animal, long cell, long purpose) {
    this.seed = seed;
    this.animal = animal;
    this.cell = cell;
    this.purpose = purpose;
  }

  /**
   * The stream of a key, at its beginning.
   *
   * @param seed of the whole study; any value
   * @param animal index of the animal or patient; any value
   * @param cell index of the cell; 0 where there are no single cells
   * @param purpose what the numbers are for; streams for different purposes are independent
   */
  public static RandomStream of(long seed, long animal, long cell, String purpose) {
    return new RandomStream(seed, animal, cell, hash(purpose));
  }

  /** 64 random bits. */
  public long nextLong() {
    if (used == Philox.WORDS) {
      block[0] = nextBlock++;
      block[1] = animal;
      block[2] = cell;
      block[3] = 0L;
      Philox.encrypt(block, seed, purpose);
      used = 0;
    }
    return block[used++];
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    requireAscending(low, high);
    return low + (high - low) * nextDouble();
  }

  /** Uniform over the integers 0 to bound − 1; the bias is below bound/2⁵³. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be > 0, but was " + bound);
    }
    return (int)
        (nextDouble() * bound); // exact enough: the product is below bound, also after rounding
  }

  /**
   * Normal with mean 0 and variance 1, by Box and Muller's transformation of two uniform numbers
   * (Annals of Mathematical Statistics 29, 610, 1958).
   */
  public double nextGaussian() {
    double radius = Math.sqrt(-2.0 * StrictMath.log(1.0 - nextDouble())); // 1 − u is in (0, 1]
    return radius * StrictMath.cos(2.0 * Math.PI * nextDouble());
  }

  /**
   * A number whose logarithm is uniform between those of the bounds.
   *
   * @param low > 0
   * @param high ≥ low, in the same unit
   */
  public double logUniform(double low, double high) {
    if (!(low > 0.0)) {
      throw new IllegalArgumentException(
          "low must be > 0 for a log-uniform number, but was " + low);
    }
    requireAscending(low, high);
    double drawn = low * StrictMath.exp(StrictMath.log(high / low) * nextDouble());
    return Math.max(low, Math.min(high, drawn)); // rounding may step over a bound
  }

  private static void requireAscending(double low, double high) {
    if (!(low <= high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "bounds must be finite and ascend, but were " + low + " and " + high);
    }
  }

  /**
   * FNV-1a of the text in UTF-8, then mixed so that every bit of the text reaches every bit of the
   * result.
   */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
