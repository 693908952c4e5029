package org.capgate.viz;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** Distances between ticks and the text of their labels. */
final class Ticks {
  private Ticks() {}

  /**
   * The smallest of 1, 2, 5 times a power of ten that leaves at least {@code gapPixels} between the
   * ticks of an axis of {@code span} data units over {@code lengthPixels}.
   */
  static double step(double span, double lengthPixels, double gapPixels) {
    double least = span * gapPixels / lengthPixels;
    int exponent = (int) StrictMath.floor(StrictMath.log10(least));
    for (int power = exponent; ; power++) {
      for (int mantissa : new int[] {1, 2, 5}) {
        double step =
            power >= 0
                ? mantissa * StrictMath.pow(10, power)
                : mantissa / StrictMath.pow(10, -power);
        if (step >= least) {
          return step;
        }
      }
    }
  }

  /** The smallest of {@code steps} that leaves the gap, or a round one if all are too small. */
  static double step(double span, double lengthPixels, double gapPixels, List<Double> steps) {
    for (double step : steps) {
      if (step / span * lengthPixels >= gapPixels) {
        return step;
      }
    }
    return step(span, lengthPixels, gapPixels);
  }

  /**
   * Plain numbers with as many decimals as {@code step} has; powers of ten where that would be a
   * row of zeros. The same in every locale.
   */
  static NumberFormat format(double step) {
    if (step < 1e-6 || step >= 1e7) {
      DecimalFormat powers = new DecimalFormat("0.###E0", symbols());
      powers.setNegativePrefix("\u2212");
      return powers;
    }
    int decimals = 0;
    while (decimals < 9 && !isWhole(step * StrictMath.pow(10, decimals))) {
      decimals++;
    }
    return decimals(decimals);
  }

  /** A number with as many decimals as it needs, at most three. */
  static String plain(double number) {
    DecimalFormat format = new DecimalFormat("0.###", symbols());
    format.setNegativePrefix("\u2212");
    return format.format(number);
  }

  private static boolean isWhole(double number) {
    return Math.rint(number) >= 1 && Math.abs(number - Math.rint(number)) < 1e-6 * number;
  }

  /** Plain numbers with a fixed number of decimals and a typographic minus. */
  static NumberFormat decimals(int decimals) {
    DecimalFormat format = new DecimalFormat("0", symbols());
    format.setNegativePrefix("\u2212");
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setExponentSeparator("e");
    return symbols;
  }
}
