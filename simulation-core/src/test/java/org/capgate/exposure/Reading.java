package org.capgate.exposure;

import java.util.Arrays;
import org.capgate.input.Place;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;

/** Reads the closed form of an exposure at any time; at a breakpoint, right after it. */
public final class Reading {

  private final Exposure exposure;
  private final Exposure.Cursor cursor;

  private Reading(Exposure exposure) {
    this.exposure = exposure;
    this.cursor = exposure.newExactCursor();
  }

  public static Reading of(String treatment, Species species, CompoundCatalogue catalogue) {
    return new Reading(
        Exposure.of(
            Regimen.parse(treatment, Place.UNKNOWN, catalogue),
            species,
            Preparation.IN_VIVO,
            catalogue));
  }

  public static Reading of(String treatment, Species species) {
    return of(treatment, species, CompoundCatalogue.standard());
  }

  static Reading ofSlice(String treatment) {
    return ofSlice(treatment, CompoundCatalogue.standard());
  }

  static Reading ofSlice(String treatment, CompoundCatalogue catalogue) {
    return new Reading(
        Exposure.of(
            Regimen.parse(treatment, Place.UNKNOWN, catalogue),
            Species.MOUSE,
            Preparation.SLICE,
            catalogue));
  }

  double[] breakpointsHours() {
    return exposure.breakpointsHours();
  }

  private void enter(double tHours) {
    int found = Arrays.binarySearch(exposure.breakpointsHours(), tHours);
    cursor.enterSegment(found >= 0 ? found + 1 : -found - 1);
  }

  public double brain(String analyte, double tHours) {
    enter(tHours);
    return cursor.concentrationMicromolar(analyte, Site.BRAIN, tHours);
  }

  public double plasma(String analyte, double tHours) {
    enter(tHours);
    return cursor.concentrationMicromolar(analyte, Site.PLASMA, tHours);
  }

  public double effect(Target target, double tHours) {
    enter(tHours);
    return evaluate(tHours)[0][target.ordinal()];
  }

  /** Indexed by {@link Target#ordinal()}. */
  double[] effects(double tHours) {
    enter(tHours);
    return evaluate(tHours)[0];
  }

  public double effectPerHour(Target target, double tHours) {
    enter(tHours);
    return evaluate(tHours)[1][target.ordinal()];
  }

  /** Effects and their rates right before a breakpoint. */
  double[][] before(int breakpoint) {
    cursor.enterSegment(breakpoint);
    return evaluate(exposure.breakpointsHours()[breakpoint]);
  }

  /** Effects and their rates right after a breakpoint. */
  double[][] after(int breakpoint) {
    cursor.enterSegment(breakpoint + 1);
    return evaluate(exposure.breakpointsHours()[breakpoint]);
  }

  private double[][] evaluate(double tHours) {
    int targets = Target.values().length;
    double[][] both = {new double[targets], new double[targets]};
    Arrays.fill(both[0], Double.NaN); // must be overwritten
    Arrays.fill(both[1], Double.NaN);
    cursor.evaluate(tHours, both[0], both[1]);
    return both;
  }

  /** Largest brain concentration at times 0.001 h apart. */
  double brainPeak(String analyte, double untilHours) {
    double peak = 0;
    for (int i = 0; i <= untilHours * 1000; i++) {
      peak = Math.max(peak, brain(analyte, i / 1000.0));
    }
    return peak;
  }
}
