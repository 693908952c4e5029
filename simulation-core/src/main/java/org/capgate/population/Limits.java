package org.capgate.population;

/**
 * Between which values an untreated subject rests, to be plausible.
 *
 * @param readout what is read
 * @param low smallest value, in its unit
 * @param high largest value, in its unit
 */
public record Limits(String readout, double low, double high) {
  boolean contain(double value) {
    return value >= low && value <= high;
  }
}
