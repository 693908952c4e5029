package org.capgate.trial;

/**
 * What a publication found, to be shown beside.
 *
 * @param endpoint its name
 * @param arm its name
 * @param value mean, or share in [0, 1]
 * @param source author, year, doi
 */
public record Published(String endpoint, String arm, double value, String source) {}
