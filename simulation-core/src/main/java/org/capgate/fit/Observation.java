package org.capgate.fit;

import org.capgate.model.Readout;

/**
 * One number that was observed.
 *
 * @param experiment label of the scenario it was observed in
 * @param atHours when (h after t = 0)
 * @param readout what
 * @param value in the unit of the readout
 * @param deviation standard deviation of its error, in the same unit; NaN when it is not known
 */
public record Observation(
    String experiment, double atHours, Readout readout, double value, double deviation) {}
