package org.capgate.benchmarks.peers;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;

/** Lines of a table on the screen. */
final class Printer {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** A number, or a dash where nothing was measured. */
  static String number(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  /**
   * A figure beside its target.
   *
   * @param what was measured
   * @param figure what came out, if anything did
   * @param target the least it should be; the most where {@code atMost}
   */
  void target(String what, OptionalDouble figure, String unit, double target, boolean atMost) {
    String verdict = "not measured";
    if (figure.isPresent()) {
      boolean met = atMost ? figure.getAsDouble() <= target : figure.getAsDouble() >= target;
      verdict = met ? "met" : "missed";
    }
    line(
        "  %-58s %10s %-3s target %s %s %-3s %s",
        what,
        number("%.4g", figure),
        unit,
        atMost ? "<=" : ">=",
        String.format(Locale.ROOT, "%.4g", target),
        unit,
        verdict);
  }
}
