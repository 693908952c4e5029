package org.capgate.evidence;

import org.capgate.model.Readout;

/**
 * From a reference to a value.
 *
 * @param reference what the value is compared with, in the unit of the readout
 * @param value in the unit of the readout
 * @param leastReference a reference nearer to zero than this is taken as this size, ≥ 0
 */
record Change(double reference, double value, double leastReference) {

  /** Least reference for drug levels (µM): 1 % of it is below what assays detect. */
  private static final double LEAST_LEVEL_MICROMOLAR = 0.01;

  /** Least reference for mood, whose zero, the untreated wild type, is a convention. */
  private static final double LEAST_MOOD = 1;

  static Change of(Readout readout, double reference, double value) {
    return new Change(reference, value, leastReference(readout));
  }

  /** In the unit of the readout; ≥ 0. */
  double absolute() {
    return Math.abs(value - reference);
  }

  /** (value − reference) / |reference|; infinite for a change away from exactly zero. */
  double relative() {
    double change = value - reference;
    return change == 0 ? 0 : change / Math.max(Math.abs(reference), leastReference);
  }

  /**
   * Zero for readouts on a ratio scale. A readout that is zero when untreated has no relative
   * change; it is judged against the size given here instead.
   */
  static double leastReference(Readout readout) {
    if (readout.equals(Readout.MOOD)) {
      return LEAST_MOOD;
    }
    return readout.unit().equals("µM") ? LEAST_LEVEL_MICROMOLAR : 0;
  }
}
