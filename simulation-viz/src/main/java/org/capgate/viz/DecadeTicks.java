package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/** Ticks of a logarithmic axis at powers of ten; over few decades also at 2 and 5 times those. */
final class DecadeTicks {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Plain numbers are read faster than powers while they are short. */
  private static final double LEAST_PLAIN = 0.01;

  private static final double MOST_PLAIN = 1000;

  private DecadeTicks() {}

  /** Values inside the range, both ends of which are > 0; at most {@code most} powers of ten. */
  static List<Double> labelled(Interval range, int most) {
    int first = (int) StrictMath.ceil(StrictMath.log10(range.low()) - 1e-9);
    int last = (int) StrictMath.floor(StrictMath.log10(range.high()) + 1e-9);
    if (last - first < 2) {
      return within(range, first - 1, last, new int[] {1, 2, 5});
    }
    int every = 1 + (last - first) / Math.max(1, most);
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      if (Math.floorMod(power, every) == 0) {
        ticks.add(StrictMath.pow(10, power));
      }
    }
    return ticks;
  }

  private static List<Double> within(Interval range, int first, int last, int[] mantissas) {
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int mantissa : mantissas) {
        double tick = mantissa * StrictMath.pow(10, power);
        if (tick >= range.low() && tick <= range.high()) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** Labels of one axis look alike: all plain if they are short, else all with a power of ten. */
  static List<String> texts(List<Double> ticks) {
    boolean plain = ticks.stream().allMatch(t -> t >= LEAST_PLAIN && t <= MOST_PLAIN);
    return ticks.stream()
        .map(tick -> plain ? Ticks.format(tick).format(tick) : power(tick))
        .toList();
  }

  /** 1e-5 as 10⁻⁵, 2e-5 as 2·10⁻⁵. */
  static String power(double value) {
    int exponent = (int) StrictMath.floor(StrictMath.log10(value) + 1e-9);
    long mantissa = StrictMath.round(value / StrictMath.pow(10, exponent));
    StringBuilder text = new StringBuilder(mantissa == 1 ? "10" : mantissa + "·10");
    if (exponent < 0) {
      text.append('⁻');
    }
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
