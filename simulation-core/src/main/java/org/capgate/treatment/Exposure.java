package org.capgate.treatment;

import java.util.List;

/**
 * What a regimen does over time: concentrations and the effects on targets, in closed form.
 * Immutable and shared between threads; each thread reads it through its own cursor.
 */
public interface Exposure {

  /**
   * Times (h) at which something is given, starts, ends or arrives; strictly ascending, a fresh
   * array. Between neighbours every effect is smooth.
   */
  double[] breakpointsHours();

  /** A cursor at segment 0, before the first breakpoint. */
  Cursor newCursor();

  /** Nothing is given: no breakpoints, no effect. */
  static Exposure none() {
    return Regimen.none()
        .exposure(Species.MOUSE, Preparation.IN_VIVO, CompoundCatalogue.of(List.of()));
  }

  /** Reads an exposure; belongs to one thread. */
  interface Cursor {

    /**
     * Moves to the segment between breakpoints {@code index − 1} and {@code index}; segment 0 lies
     * before the first breakpoint, the last segment after the last. At the ends of a segment the
     * one-sided limits are read: a bolus given at a breakpoint is in the segment after it.
     */
    void enterSegment(int index);

    /**
     * Net effect on every target at a time of the segment.
     *
     * <pre>e = ∏ᵢ (1 + eᵢ) − 1, or e = Σᵢ eᵢ for drives        (Eq. T6)</pre>
     *
     * @param tHours time (h)
     * @param effect indexed by {@link Target#ordinal()}, overwritten; 0 = no drug
     * @param effectPerHour de/dt (h⁻¹), indexed alike, overwritten
     */
    void evaluate(double tHours, double[] effect, double[] effectPerHour);

    /**
     * Concentration (µM) at a time of the segment of everything measured as the analyte, such as
     * {@code ketamine} or {@code hnk}; 0 when none was given. Not for hot loops.
     */
    double concentrationMicromolar(String analyte, Site site, double tHours);
  }
}
