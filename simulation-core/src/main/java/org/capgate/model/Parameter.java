package org.capgate.model;

/**
 * A number of the model with what is known about it.
 *
 * @param name the symbol of the equations, or the path of a number of a compound such as {@code
 *     ketamine/targets/nmda/potencyMicromolar}
 * @param unit as printed
 * @param value in that unit, in [low, high]
 * @param low lower end of the plausible range
 * @param high upper end of the plausible range
 * @param start where the calibration starts, in [low, high]
 * @param isFitted whether the calibration may move it
 * @param tiedTo name of the parameter whose value it always has, or empty
 * @param source author, year, DOI, or ASSUMED
 */
public record Parameter(
    String name,
    String unit,
    double value,
    double low,
    double high,
    double start,
    boolean isFitted,
    String tiedTo,
    String source) {
  /** The same with another value; the range is not checked. */
  Parameter withValue(double changed) {
    return new Parameter(name, unit, changed, low, high, start, isFitted, tiedTo, source);
  }

  /** The same on its own. */
  Parameter untied() {
    return new Parameter(name, unit, value, low, high, start, isFitted, "", source);
  }

  /** Whether it says how cells meet compounds and is no number of a compound file. */
  boolean isOfCells() {
    return name.startsWith("cells/");
  }

  /** Whether it belongs to compounds, or to how cells meet them, rather than to the equations. */
  public boolean isOfCompound() {
    return name.indexOf('/') >= 0;
  }
}
