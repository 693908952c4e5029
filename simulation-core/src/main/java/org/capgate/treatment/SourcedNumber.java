package org.capgate.treatment;

import org.capgate.input.Bounds;

/**
 * A number of a compound file with where it comes from.
 *
 * @param path compound and fields, such as {@code
 *     ketamine/targets/nmda-inhibitory/potencyMicromolar}; the last word carries the unit
 * @param value the number
 * @param low smallest plausible value, in the same unit
 * @param high largest plausible value, in the same unit; equal to {@code low} when the file states
 *     no range
 * @param bounds what the number can be at all, with its unit
 * @param source author, year, doi; or a sentence that starts with ASSUMED
 */
public record SourcedNumber(
    String path, double value, double low, double high, Bounds bounds, String source) {

  /** Whether the file states a plausible range. */
  public boolean isRanged() {
    return low < high;
  }
}
