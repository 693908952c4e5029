package org.capgate.solver;

import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.TimeSpan;

/**
 * The smooth pieces of a system's inputs that a time span consists of. A span that starts at a
 * breakpoint starts after the jump; one that ends at a breakpoint ends before it.
 */
final class Segments {
  private final double[] breakpointsHours;
  private final double endHours;
  private final double shortestHours;
  private int index;
  private double fromHours;
  private double toHours;

  Segments(OdeSystem system, TimeSpan span) {
    system.requireSpan(span);
    breakpointsHours = system.breakpointsHours();
    for (int i = 0; i < breakpointsHours.length; i++) {
      if (!Double.isFinite(breakpointsHours[i])
          || i > 0 && !(breakpointsHours[i] >= breakpointsHours[i - 1])) {
        throw new IllegalArgumentException(
            "breakpoints must be finite and ascend, but breakpoint "
                + i
                + " is "
                + breakpointsHours[i]
                + " h");
      }
    }
    endHours = span.endHours();
    // Neighbours closer than rounding errors of the time are one instant.
    shortestHours = 64.0 * Math.ulp(Math.max(Math.abs(span.startHours()), Math.abs(endHours)));
    index = -1;
    toHours = span.startHours();
  }

  /** Goes on to the next segment of some length; false when the span is over. */
  boolean next() {
    fromHours = toHours;
    while (fromHours < endHours) {
      index++;
      toHours =
          index < breakpointsHours.length ? Math.min(breakpointsHours[index], endHours) : endHours;
      if (toHours - fromHours > shortestHours) {
        return true;
      }
      if (index >= breakpointsHours.length) { // only a rounding error is left of the span
        return false;
      }
    }
    return false;
  }

  /** Number of the segment in the system, see {@link OdeSystem.Evaluator#enterSegment}. */
  int index() {
    return index;
  }

  double fromHours() {
    return fromHours;
  }

  double toHours() {
    return toHours;
  }

  /** End of the span. */
  double endHours() {
    return endHours;
  }
}
