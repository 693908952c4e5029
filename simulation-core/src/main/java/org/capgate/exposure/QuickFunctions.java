package org.capgate.exposure;

/**
 * Exponential and logarithm to about 1e-14, several times as fast as those of StrictMath, made of
 * products, sums and fused products alone, so that every processor gives the same bits.
 */
final class QuickFunctions {
  private static final double PER_LN_2 = 1.4426950408889634;
  private static final double LN_2_HIGH = 0x1.62e42feep-1; // 33 bits: exact times a whole number
  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
  private static final double LEAST_EXPONENT = -708; // below, e^x is no normal number
  private static final double SQUARE_ROOT_OF_2 = 1.4142135623730951;
  private static final int EXPONENT_BIAS = 1023;
  private static final int FRACTION_BITS = 52;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final long ONE = (long) EXPONENT_BIAS << FRACTION_BITS;

  private QuickFunctions() {}

  /**
   * e^x = 2^k e^r with |r| ≤ ln(2)/2, by its series up to r¹¹.
   *
   * @param x at most 700; what is below 1e-307 counts as 0
   */
  static double exp(double x) {
    if (x < LEAST_EXPONENT) {
      return 0;
    }
    double k = Math.rint(x * PER_LN_2);
    double r = Math.fma(-k, LN_2_LOW, Math.fma(-k, LN_2_HIGH, x));
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = Math.fma(Math.fma(1.0 / 6, r, 0.5), r2, 1 + r);
    double middle =
        Math.fma(Math.fma(1.0 / 5040, r, 1.0 / 720), r2, Math.fma(1.0 / 120, r, 1.0 / 24));
    double high =
        Math.fma(
            Math.fma(1.0 / 39916800, r, 1.0 / 3628800), r2, Math.fma(1.0 / 362880, r, 1.0 / 40320));
    double power = Double.longBitsToDouble((long) k + EXPONENT_BIAS << FRACTION_BITS);
    return Math.fma(Math.fma(high, r4, middle), r4, low) * power;
  }

  /**
   * ln x = k ln 2 + 2 artanh(s) with s = (m − 1)/(m + 1) and m between √½ and √2, by its series up
   * to s¹⁷.
   *
   * @param x a positive normal number
   */
  static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long k = (bits >> FRACTION_BITS) - EXPONENT_BIAS;
    double m = Double.longBitsToDouble(bits & FRACTION | ONE);
    if (m > SQUARE_ROOT_OF_2) {
      m *= 0.5;
      k++;
    }
    double s = (m - 1) / (m + 1);
    double z = s * s;
    double z2 = z * z;
    double low = Math.fma(Math.fma(2.0 / 7, z, 2.0 / 5), z2, Math.fma(2.0 / 3, z, 2));
    double high = Math.fma(Math.fma(2.0 / 15, z, 2.0 / 13), z2, Math.fma(2.0 / 11, z, 2.0 / 9));
    double series = Math.fma(Math.fma(2.0 / 17, z2 * z2, high), z2 * z2, low);
    return Math.fma(k, LN_2_HIGH, Math.fma(k, LN_2_LOW, s * series));
  }
}
