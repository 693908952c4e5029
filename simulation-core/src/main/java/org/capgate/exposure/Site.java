package org.capgate.exposure;

/** Where a concentration is measured. */
public enum Site {
  /** Total concentration in plasma. */
  PLASMA,
  /** Concentration at the cells: the extracellular fluid of the brain, or the bath of a slice. */
  BRAIN
}
