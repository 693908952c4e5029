package org.capgate.treatment;

/** The two classes of neurons. */
public enum CellClass {
  /** Glutamatergic principal cells. */
  EXCITATORY,
  /** GABAergic interneurons. */
  INHIBITORY
}
