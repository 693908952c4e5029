package org.capgate.trial;

/**
 * What a publication found, to be shown beside.
 *
 * @param endpoint its name
 * @param arm its name
 * @param value mean, or share in [0, 1]
 * @param source author, year, doi
 * @param isAmong whether it is about the part of the subjects that the trial names
 */
public record Published(String endpoint, String arm, double value, String source, boolean isAmong) {
  /** What was found about all subjects. */
  public Published(String endpoint, String arm, double value, String source) {
    this(endpoint, arm, value, source, false);
  }
}
