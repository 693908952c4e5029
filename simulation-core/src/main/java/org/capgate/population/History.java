package org.capgate.population;

/**
 * A treatment that did not help before: a candidate belongs to the population if it does not
 * respond to it in a simulation, with its own placebo response and with errors of measurement.
 *
 * @param treatment in the treatment language
 * @param afterDays when the response is judged (d)
 * @param readout a score, which falls in a response
 * @param fall share by which it falls in a response
 * @param source of this definition
 */
public record History(
    String treatment, double afterDays, String readout, double fall, String source) {}
