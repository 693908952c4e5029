package org.capgate.evidence;

import org.capgate.input.Numbers;

/**
 * A published number with the range a simulation must hit: column {@code magnitude}, written {@code
 * VALUE UNIT (LOW to HIGH)} or {@code VALUE (LOW to HIGH of peak)}.
 *
 * @param value the published number
 * @param unit as written; empty for dimensionless numbers
 * @param low least accepted
 * @param high most accepted, ≥ low
 * @param ofPeak whether the numbers are shares of the highest value of the run
 */
public record Magnitude(double value, String unit, double low, double high, boolean ofPeak) {

  public Magnitude {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "magnitude must have LOW <= HIGH, but was " + low + " to " + high);
    }
  }

  /** Whether a simulated number lies in the range. */
  public boolean contains(double simulated) {
    return low <= simulated && simulated <= high;
  }

  /** {@code 0.42 to 1.1 uM}. */
  String rangeText() {
    return Numbers.text(low)
        + " to "
        + Numbers.text(high)
        + (ofPeak ? " of peak" : unit.isEmpty() ? "" : " " + unit);
  }

  /** As written in the vocabulary. */
  public String text() {
    return Numbers.text(value)
        + (unit.isEmpty() ? "" : " " + unit)
        + " ("
        + Numbers.text(low)
        + " to "
        + Numbers.text(high)
        + (ofPeak ? " of peak)" : ")");
  }
}
