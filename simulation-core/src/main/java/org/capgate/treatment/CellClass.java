package org.capgate.treatment;

import java.util.Locale;

/** The two classes of neurons. */
public enum CellClass {
  /** Glutamatergic principal cells. */
  EXCITATORY,
  /** GABAergic interneurons. */
  INHIBITORY;

  /** The class in a sentence: "excitatory". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class as a word of a camelCase name: "Excitatory". */
  public String suffix() {
    return name().charAt(0) + word().substring(1);
  }
}
