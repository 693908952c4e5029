package org.capgate.search;

import java.util.List;
import java.util.Map;
import org.capgate.dynamics.OdeSystem;
import org.capgate.exposure.Exposure;
import org.capgate.model.MoodModel;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;

/**
 * One parameter set with the settled state of a subject, who is given one treatment after another.
 * Safe in any number of threads.
 */
final class Subject {
  private static final String NMDA_SELECTIVITY = "cells/nmdaSelectivity";

  private final Scenario untreated;
  private final MoodModel model;
  private final double[] parameters;
  private final double[] settled;
  private final CompoundCatalogue known;
  private final double selectivity;

  /** The subject of a scenario with other numbers. */
  Subject(Scenario scenario, ParameterSet set) {
    untreated = scenario.untreated().toBuilder().parameters(set).build();
    model = untreated.laboratory().model();
    parameters =
        untreated.laboratory().parameters(untreated.genotype(), untreated.stress().level());
    settled = untreated.settled().state();
    known = untreated.laboratory().compounds();
    selectivity = set.value(NMDA_SELECTIVITY);
  }

  /** What a design does over time in this subject. */
  Exposure exposure(Design design) {
    return Exposure.of(
        design.treatment(), untreated.species(), untreated.preparation(), compounds(design));
  }

  /** The subject, given that. */
  OdeSystem given(Exposure exposure) {
    return model.animal(parameters, settled, exposure, Map.of());
  }

  private CompoundCatalogue compounds(Design design) {
    Compound own = design.compound();
    return own == null
        ? known
        : known.with(
            CompoundCatalogue.of(List.of(own)).withNmdaSelectivity(selectivity).named(own.name()));
  }
}
