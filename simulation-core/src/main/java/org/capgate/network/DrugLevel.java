package org.capgate.network;

import org.capgate.dynamics.Variable;
import org.capgate.treatment.Exposure;
import org.capgate.treatment.Site;

/** Concentrations that are observed beside a network, named as for one animal. */
enum DrugLevel {
  PLASMA_KETAMINE("plasmaKetamineMicromolar", "ketamine", Site.PLASMA),
  BRAIN_KETAMINE("brainKetamineMicromolar", "ketamine", Site.BRAIN),
  BRAIN_HNK("brainHnkMicromolar", "hnk", Site.BRAIN);

  private final String quantity;
  private final String analyte;
  private final Site site;

  DrugLevel(String quantity, String analyte, Site site) {
    this.quantity = quantity;
    this.analyte = analyte;
    this.site = site;
  }

  Variable variable() {
    return new Variable(quantity, "µM", "concentration of " + analyte);
  }

  double at(Exposure.Cursor cursor, double tHours) {
    return cursor.concentrationMicromolar(analyte, site, tHours);
  }
}
