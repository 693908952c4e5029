package org.capgate.cli;

/** A sweep for tests of work that is kept: mood over a dose and a time constant. */
final class KeptSweep {
  static final String FILE = "kept.yaml";

  private KeptSweep() {}

  /**
   * The file.
   *
   * @param design what follows the name, as in {@code design: sobol}, lines each with an end
   * @param dose as in {@code {values: [1, 3]}}
   * @param tau of the time constant of BDNF, as in {@code {low: 0.5, high: 1.2}}
   */
  static String text(String design, String dose, String tau) {
    return """
    capgate-sweep: 1
    name: kept
    %svary:
      dose: %s
      tau: %s
    scenario:
      species: mouse
      treatment: ketamine $dose mg/kg ip at 0 h
      parameters: {bdnfTimeHours: $tau}
    readouts: [mood]
    at-hours: [2, 24]
    """
        .formatted(design, dose, tau);
  }
}
