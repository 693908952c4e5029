package org.capgate.fit;

import org.capgate.model.Readout;

/**
 * One number that was observed: offset + factor · readout, with an error that is normal on a scale.
 *
 * @param experiment label of the scenario it was observed in
 * @param atHours when (h after t = 0)
 * @param readout what
 * @param value in the unit of the readout times that of the factor
 * @param deviation standard deviation of its error on the scale; NaN when it is not known
 * @param scale on which the error is normal
 * @param factor of the readout
 * @param offset what is added
 * @param subject whom it was observed in; empty where nobody in particular
 */
public record Observation(
    String experiment,
    double atHours,
    Readout readout,
    double value,
    double deviation,
    ErrorScale scale,
    Affine factor,
    Affine offset,
    String subject) {

  /** The readout itself, with an error that is normal as it is. */
  public Observation(
      String experiment, double atHours, Readout readout, double value, double deviation) {
    this(
        experiment,
        atHours,
        readout,
        value,
        deviation,
        ErrorScale.LINEAR,
        Affine.of(1),
        Affine.of(0),
        "");
  }

  /** The same of a subject. */
  public Observation of(String other) {
    return new Observation(
        experiment, atHours, readout, value, deviation, scale, factor, offset, other);
  }

  Observation withDeviation(double other) {
    return new Observation(
        experiment, atHours, readout, value, other, scale, factor, offset, subject);
  }

  /** Whether it is the readout itself, without factor and offset. */
  public boolean isReadout() {
    return factor.equals(Affine.of(1)) && offset.equals(Affine.of(0));
  }
}
