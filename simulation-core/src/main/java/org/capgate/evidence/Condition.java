package org.capgate.evidence;

import org.capgate.model.Genotype;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/**
 * Who or what was studied, and what was done to it: everything that decides a simulation besides
 * the parameters. Findings with equal conditions share one run.
 *
 * @param subject the species
 * @param preparation the living subject or a slice
 * @param stress whether the subject is chronically stressed (rodents) or depressed (humans)
 * @param edits factors on protein totals, lifelong; those of subclasses can be tried on networks
 *     only
 * @param treatment what is given
 */
public record Condition(
    Species subject,
    Preparation preparation,
    Stress stress,
    GenotypeOfSubclasses edits,
    Regimen treatment) {

  /** With a genotype that is the same in all subclasses. */
  public Condition(
      Species subject,
      Preparation preparation,
      Stress stress,
      Genotype genotype,
      Regimen treatment) {
    this(subject, preparation, stress, GenotypeOfSubclasses.of(genotype), treatment);
  }

  /** Factors on protein totals in all neurons of a class. */
  public Genotype genotype() {
    return edits.ofClasses();
  }

  /** Whether no gene is edited. */
  public boolean isWildType() {
    return edits.isWildType();
  }

  /** The same without treatment. */
  public Condition untreated() {
    return new Condition(subject, preparation, stress, edits, Regimen.none());
  }

  /** The same in the wild type, treated alike. */
  public Condition wildType() {
    return new Condition(subject, preparation, stress, Genotype.wildType(), treatment);
  }

  /** The same without chronic stress, treated alike. */
  public Condition unstressed() {
    return new Condition(subject, preparation, Stress.NONE, edits, treatment);
  }

  /** One line in the words of the findings, without what is usual. */
  public String text() {
    return subject.word()
        + (preparation == Preparation.IN_VIVO ? "" : ", " + preparation.word())
        + (stress == Stress.NONE ? "" : ", " + stress.word() + " stress")
        + ", "
        + edits.text()
        + ", "
        + treatment.text();
  }
}
