package org.capgate.treatment;

/**
 * A number of a compound file with where it comes from.
 *
 * @param path compound and fields, such as {@code
 *     ketamine/targets/nmda-inhibitory/potencyMicromolar}; the last word carries the unit
 * @param value the number
 * @param low smallest plausible value, in the same unit
 * @param high largest plausible value, in the same unit
 * @param source author, year, doi; or a sentence that starts with ASSUMED
 */
public record SourcedNumber(String path, double value, double low, double high, String source) {}
