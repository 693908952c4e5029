package org.capgate.calibration;

import org.capgate.evidence.Finding;

/** The row whose simulated response a mutant's "no change" is measured against. */
final class WildTypeCompanion {
  private WildTypeCompanion() {}

  /** The same question, put to the wild type. */
  static Finding of(Finding finding) {
    return new Finding(
        "wild type for " + finding.id(),
        finding.area(),
        finding.condition().wildType(),
        finding.readout(),
        finding.at(),
        finding.versus(),
        finding.expected(),
        finding.magnitude(),
        finding.standing(),
        finding.source(),
        finding.place());
  }
}
