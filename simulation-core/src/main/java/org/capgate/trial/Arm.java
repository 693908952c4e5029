package org.capgate.trial;

import org.capgate.model.Genotype;
import org.capgate.treatment.Regimen;

/**
 * A group of subjects that are treated alike.
 *
 * @param name as in tables
 * @param genotype lifelong
 * @param treatment what is given
 * @param control name of the arm it is compared with; empty for the first one
 */
public record Arm(String name, Genotype genotype, Regimen treatment, String control) {
  /** An arm that is compared with the first one. */
  public Arm(String name, Genotype genotype, Regimen treatment) {
    this(name, genotype, treatment, "");
  }
}
