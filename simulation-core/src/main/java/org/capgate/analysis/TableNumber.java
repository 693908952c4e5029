package org.capgate.analysis;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The shortest decimal that reads back as the same double, the closest one if there are several.
 *
 * <p>The JDK does this only from version 19 on (before, {@code 2.0E-3} or {@code 2^-44} come out
 * with digits too many), and files must hold the same bytes on every JDK. Method: R. Giulietti,
 * "The Schubfach way to render doubles" (2020): with a double v = c·2^q, its neighbours' midpoints
 * are scaled by one 126-bit approximation of a power of ten and compared as integers.
 */
public final class TableNumber {
  private static final int MANTISSA_BITS = 52;
  private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;
  private static final int LEAST_EXPONENT = -1074;
  private static final long LOW_63_BITS = Long.MAX_VALUE;

  private static final int LEAST_POWER = -324;
  private static final int GREATEST_POWER = 324;

  /** Scaled powers of ten, {upper 63 bits, lower 63 bits}; computed when first needed. */
  private static final AtomicReferenceArray<long[]> POWERS =
      new AtomicReferenceArray<>(GREATEST_POWER - LEAST_POWER + 1);

  private TableNumber() {}

  /** Text of a finite number: {@code 24}, {@code 0.05}, {@code 1.5e-9}. Zero has no sign. */
  public static String shortest(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("number must be finite, but was " + number);
    }
    if (number == 0) {
      return "0";
    }
    if (Math.abs(number) < 1e15 && number == (long) number) {
      return Long.toString((long) number);
    }
    return number < 0 ? '-' + positive(-number) : positive(number);
  }

  private static String positive(double number) {
    long bits = Double.doubleToRawLongBits(number);
    int biased = (int) (bits >>> MANTISSA_BITS);
    long fraction = bits & (HIDDEN_BIT - 1);
    long c = biased == 0 ? fraction : fraction | HIDDEN_BIT;
    int q = biased == 0 ? LEAST_EXPONENT : LEAST_EXPONENT - 1 + biased;
    // Just above a power of two the gap to the lower neighbour is half of that to the upper one.
    boolean evenlySpaced = fraction != 0 || biased <= 1;

    int k = evenlySpaced ? floorLog10OfPowerOf2(q) : floorLog10OfThreeQuarterPowerOf2(q);
    long[] power = scaledPowerOfTen(-k);
    int shift = q + floorLog2OfPowerOf10(-k) + 2;
    long fourC = c << 2;
    long middle = scaled(power, fourC << shift);
    long lower = scaled(power, (evenlySpaced ? fourC - 2 : fourC - 1) << shift);
    long upper = scaled(power, (fourC + 2) << shift);
    long odd = c & 1; // the ends of the interval read back as this double only when c is even

    long floor = middle >> 2;
    long tens = floor / 10 * 10;
    boolean lowerTen = floor >= 10 && lower + odd <= tens << 2;
    boolean upperTen = floor >= 10 && ((tens + 10) << 2) + odd <= upper;
    if (lowerTen != upperTen) {
      return decimal(lowerTen ? tens : tens + 10, k);
    }
    boolean floorFits = lower + odd <= floor << 2;
    boolean ceilingFits = ((floor + 1) << 2) + odd <= upper;
    if (floorFits != ceilingFits) {
      return decimal(floorFits ? floor : floor + 1, k);
    }
    long distance = middle - ((2 * floor + 1) << 1);
    boolean floorCloser = distance < 0 || (distance == 0 && (floor & 1) == 0);
    return decimal(floorCloser ? floor : floor + 1, k);
  }

  /** Text of digits·10^k, digits > 0. */
  private static String decimal(long digits, int k) {
    while (digits % 10 == 0) {
      digits /= 10;
      k++;
    }
    StringBuilder text = new StringBuilder(24).append(digits);
    int count = text.length();
    int point = count + k; // digits before the decimal point
    if (point > 15 || point < -4) {
      if (count > 1) {
        text.insert(1, '.');
      }
      text.append('e').append(point - 1);
    } else if (k >= 0) {
      text.append("0".repeat(k));
    } else if (point > 0) {
      text.insert(point, '.');
    } else {
      text.insert(0, "0.0000", 0, 2 - point);
    }
    return text.toString();
  }

  /** floor(power·factor / 2^127), with its last bit set if anything was cut off. */
  private static long scaled(long[] power, long factor) {
    long carryIn = Math.multiplyHigh(power[1], factor);
    long low = power[0] * factor;
    long high = Math.multiplyHigh(power[0], factor);
    long sum = (low >>> 1) + carryIn;
    long whole = high + (sum >>> 63);
    boolean cut = (sum & LOW_63_BITS) != 0;
    return cut ? whole | 1 : whole;
  }

  private static long[] scaledPowerOfTen(int exponent) {
    int slot = exponent - LEAST_POWER;
    long[] known = POWERS.get(slot);
    if (known == null) {
      known = computePowerOfTen(exponent);
      POWERS.set(slot, known);
    }
    return known;
  }

  /** floor(10^exponent · 2^-r) + 1 with r such that it has 126 bits, as two 63-bit halves. */
  private static long[] computePowerOfTen(int exponent) {
    int r = floorLog2OfPowerOf10(exponent) - 125;
    BigInteger ten = BigInteger.TEN.pow(Math.abs(exponent));
    BigInteger floor;
    if (exponent >= 0) {
      floor = r >= 0 ? ten.shiftRight(r) : ten.shiftLeft(-r);
    } else {
      floor = BigInteger.ONE.shiftLeft(-r).divide(ten);
    }
    BigInteger g = floor.add(BigInteger.ONE);
    return new long[] {
      g.shiftRight(63).longValueExact(), g.and(BigInteger.valueOf(LOW_63_BITS)).longValueExact()
    };
  }

  // Exact for |exponent| < 5000: the factors are log10(2), log10(3/4), log2(10) with 41 or 38 bits.

  private static int floorLog10OfPowerOf2(int exponent) {
    return (int) ((exponent * 661_971_961_083L) >> 41);
  }

  private static int floorLog10OfThreeQuarterPowerOf2(int exponent) {
    return (int) ((exponent * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  private static int floorLog2OfPowerOf10(int exponent) {
    return (int) ((exponent * 913_124_641_741L) >> 38);
  }
}
