package org.capgate.exposure;

import java.util.List;
import org.capgate.dynamics.TimeSpan;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.CompoundSource;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;

/**
 * What a regimen does over time: concentrations in closed form, and the effects on targets, in
 * closed form or from a table of it. Immutable and shared between threads; each thread reads it
 * through its own cursor.
 */
public interface Exposure {

  /**
   * Checks that a run loses nothing of what is given, see {@link Regimen#requireWithin}.
   *
   * @throws org.capgate.input.InputException naming what would be lost
   */
  void requireWithin(TimeSpan span);

  /**
   * Times (h) at which something is given, starts, ends or arrives; strictly ascending, a fresh
   * array. Between neighbours every effect is smooth.
   */
  double[] breakpointsHours();

  /**
   * A cursor at segment 0, before the first breakpoint, for integrators: effects come from
   * polynomials that differ from the closed form by at most 2e-13 of the largest effect on the
   * target in the segment, or 1e-16 where that is more, or by what rounding does to the closed
   * form. It tabulates a segment when that is first entered.
   */
  Cursor newCursor();

  /** A cursor at segment 0 that reads the closed form itself, 7 to 18 times slower. */
  Cursor newExactCursor();

  /** Nothing is given: no breakpoints, no effect. */
  static Exposure none() {
    return of(Regimen.none(), Species.MOUSE, Preparation.IN_VIVO, CompoundCatalogue.of(List.of()));
  }

  /**
   * What a regimen does over time. Asked again for the same, the exposure that was given before, as
   * long as it is among the recent ones of the catalogue.
   *
   * @throws org.capgate.input.InputException when a compound is unknown, its kinetics are not known
   *     for the species or route, or a dose does not fit the preparation
   */
  static Exposure of(
      Regimen regimen, Species species, Preparation preparation, CompoundCatalogue catalogue) {
    CompoundCatalogue shared = catalogue.sharing(regimen);
    return RecentExposures.of(shared).of(regimen, species, preparation, shared);
  }

  /**
   * As {@link #of} for one subject, which nobody else asks for: made anew and not kept, for runs to
   * about 1e-4, with effects accurate to 1e-8 of the largest.
   */
  static Exposure ofOne(
      Regimen regimen, Species species, Preparation preparation, CompoundSource compounds) {
    return TabulatedExposure.of(regimen, species, preparation, compounds, TableAccuracy.COARSE);
  }

  /** Reads an exposure; belongs to one thread. */
  interface Cursor {

    /**
     * Moves to the segment between breakpoints {@code index − 1} and {@code index}; segment 0 lies
     * before the first breakpoint, the last segment after the last. At the ends of a segment the
     * one-sided limits are read: a bolus given at a breakpoint is in the segment after it. Times
     * outside the segment are read as its nearer end, if at all.
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
     * As {@link #evaluate} without rates of change, and for {@link #activeTargets} only.
     *
     * @param effect overwritten at {@code offset + stride · ordinal} of each active target; other
     *     entries are left alone
     */
    void effects(double tHours, double[] effect, int offset, int stride);

    /**
     * Ordinals of the targets whose effect may differ from 0 in the segment, ascending; a fresh
     * array.
     */
    int[] activeTargets();

    /**
     * Time (h) in the segment from which every effect is constant until its end, so that it need
     * not be evaluated again: 0 when everything given has left, otherwise what lasts. Infinity when
     * there is no such time or it is not known; minus infinity when nothing acts.
     */
    double quietFromHours();

    /**
     * Concentration (µM) at a time of the segment of everything measured as the analyte, such as
     * {@code ketamine} or {@code hnk}; 0 when none was given. Not for hot loops.
     */
    double concentrationMicromolar(String analyte, Site site, double tHours);
  }
}
