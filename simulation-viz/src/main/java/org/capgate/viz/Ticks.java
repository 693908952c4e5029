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

  /** Plain numbers with as many decimals as {@code step} has, the same in every locale. */
  static NumberFormat format(double step) {
    int decimals = 0;
    for (double scaled = step; decimals < 12 && Math.abs(scaled - Math.rint(scaled)) > 1e-6; ) {
      decimals++;
      scaled = step * StrictMath.pow(10, decimals);
    }
    return decimals(decimals);
  }

  /** Plain numbers with a fixed number of decimals and a typographic minus. */
  static NumberFormat decimals(int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('\u2212');
    DecimalFormat format = new DecimalFormat("0", symbols);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
  }
}
