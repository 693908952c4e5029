package org.capgate.random;

/**
 * Philox 4x64-10: turns a counter of 256 bits into 256 random bits under a key of 128 bits, one to
 * one for each key (Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2,
 * 3, SC '11). Having no state, it gives any number of streams that provably never overlap.
 */
final class Philox {
  static final int WORDS = 4;
  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
  private static final long KEY_STEP_0 = 0x9E3779B97F4A7C15L; // golden ratio
  private static final long KEY_STEP_1 = 0xBB67AE8584CAA73BL; // √3 − 1

  private Philox() {}

  /**
   * Replaces the counter by its random block.
   *
   * @param block four words, the first the least significant; overwritten
   */
  static void encrypt(long[] block, long key0, long key1) {
    long k0 = key0;
    long k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = unsignedMultiplyHigh(MULTIPLIER_0, block[0]);
      long low0 = MULTIPLIER_0 * block[0];
      long high1 = unsignedMultiplyHigh(MULTIPLIER_1, block[2]);
      long low1 = MULTIPLIER_1 * block[2];
      block[0] = high1 ^ block[1] ^ k0;
      block[1] = low1;
      block[2] = high0 ^ block[3] ^ k1;
      block[3] = low0;
      k0 += KEY_STEP_0;
      k1 += KEY_STEP_1;
    }
  }

  /**
   * The upper half of the product of two unsigned words (Math.unsignedMultiplyHigh came with JDK
   * 18).
   */
  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
