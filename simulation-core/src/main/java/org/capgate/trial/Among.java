package org.capgate.trial;

/**
 * A part of the subjects of a trial in which all are in every arm: those for whom an endpoint that
 * is a share is yes, or no, in one arm.
 *
 * @param arm name of that arm
 * @param endpoint name of that endpoint
 * @param is what it must be
 */
public record Among(String arm, String endpoint, boolean is) {
  /** In words. */
  public String words() {
    return "%s in arm '%s': %s".formatted(endpoint, arm, is ? "yes" : "no");
  }
}
