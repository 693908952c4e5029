package org.capgate.model;

import java.util.Locale;

/**
 * Where an NMDA blocker acts first, a conflict in the evidence: interneurons (Gerhard et al. 2020
 * doi:10.1172/JCI130808) or resting NMDA receptors that feed eEF2 kinase (Autry et al. 2011
 * doi:10.1038/nature10130).
 */
public enum FirstTarget {
  /** Both routes, with weights that are parameters; the default. */
  BOTH,
  /** Only the firing of neurons feels NMDA block; eEF2 kinase does not. */
  INTERNEURON_NMDA,
  /** Only eEF2 kinase and excitatory firing feel NMDA block; interneuron firing does not. */
  RESTING_NMDA;

  /** The name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
