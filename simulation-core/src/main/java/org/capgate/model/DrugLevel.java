package org.capgate.model;

import org.capgate.dynamics.Variable;
import org.capgate.exposure.Exposure;
import org.capgate.exposure.Site;

/** A concentration that is observed but is no part of the equations. */
public enum DrugLevel {
  /** Ketamine in plasma, µM. */
  PLASMA_KETAMINE("plasmaKetamineMicromolar", "plasma-ketamine", "ketamine", Site.PLASMA),
  /** Ketamine at its targets, µM. */
  BRAIN_KETAMINE("brainKetamineMicromolar", "brain-ketamine", "ketamine", Site.BRAIN),
  /** (2R,6R)-HNK at its targets, µM. */
  BRAIN_HNK("brainHnkMicromolar", "brain-hnk", "hnk", Site.BRAIN);

  private final String word;
  private final String analyte;
  private final Site site;
  private final Variable variable;

  DrugLevel(String quantity, String word, String analyte, Site site) {
    this.word = word;
    this.analyte = analyte;
    this.site = site;
    String where = site == Site.PLASMA ? "plasma" : "brain";
    variable = new Variable(quantity, "µM", "concentration of %s in %s".formatted(analyte, where));
  }

  /** The level as a column of a run. */
  public Variable variable() {
    return variable;
  }

  /** The concentration at a time (h) of the segment the cursor is in, µM. */
  public double at(Exposure.Cursor cursor, double tHours) {
    return cursor.concentrationMicromolar(analyte, site, tHours);
  }

  /** What is measured. */
  public String analyte() {
    return analyte;
  }

  /** Where it is measured. */
  public Site site() {
    return site;
  }

  /** What findings and scenarios call it. */
  String word() {
    return word;
  }

  /** What figures call it. */
  String label() {
    String where = site == Site.PLASMA ? "Plasma " : "Brain ";
    return where + (this == BRAIN_HNK ? "HNK" : analyte);
  }
}
