package org.capgate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.dynamics.TimeGrid;
import org.capgate.input.Numbers;
import org.capgate.model.Genotype;
import org.capgate.scenario.Stress;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/**
 * What the page shows, as a value: equal views have equal curves.
 *
 * @param species whose kinetics are used
 * @param stress chronic stress or none
 * @param percents total of each protein in percent of the wild type's
 * @param compound name of what is given
 * @param dose amount of one dose, in {@code unit}
 * @param unit of the dose
 * @param route how it is given
 * @param infusionHours how long one dose lasts (h); 0 = at once
 * @param doses number of doses, the first at t = 0
 * @param everyHours from one dose to the next (h)
 * @param days end of the run after t = 0 (d)
 */
record View(
    Species species,
    Stress stress,
    Map<ProteinScale, Double> percents,
    String compound,
    double dose,
    AmountUnit unit,
    Route route,
    double infusionHours,
    int doses,
    double everyHours,
    double days) {

  View {
    percents = Map.copyOf(percents);
  }

  /** A wild-type mouse after one dose of ketamine; what an address leaves out is as in here. */
  static View usual() {
    return new View(
        Species.MOUSE,
        Stress.NONE,
        unscaled(),
        "ketamine",
        10,
        AmountUnit.MG_PER_KG,
        Route.INTRAPERITONEAL,
        0,
        1,
        24,
        14);
  }

  private static Map<ProteinScale, Double> unscaled() {
    Map<ProteinScale, Double> percents = new EnumMap<>(ProteinScale.class);
    for (ProteinScale scale : ProteinScale.values()) {
      percents.put(scale, 100.0);
    }
    return percents;
  }

  /** The same with wild-type genes. */
  View wildType() {
    return new View(
        species,
        stress,
        unscaled(),
        compound,
        dose,
        unit,
        route,
        infusionHours,
        doses,
        everyHours,
        days);
  }

  /** The same subject without treatment. */
  View untreated() {
    return new View(species, stress, percents, compound, 0, unit, route, 0, 1, everyHours, days);
  }

  /** The same seen for so many days. */
  View forDays(double newDays) {
    return new View(
        species,
        stress,
        percents,
        compound,
        dose,
        unit,
        route,
        infusionHours,
        doses,
        everyHours,
        newDays);
  }

  /** What tells this experiment from another, in few words. */
  String differenceFrom(View other) {
    List<String> parts = new ArrayList<>();
    if (species != other.species) {
      parts.add(species.word());
    }
    if (!stress.equals(other.stress)) {
      parts.add(stress.level() > 0 ? "stressed" : "unstressed");
    }
    if (!percents.equals(other.percents)) {
      parts.add(genotypeLabel());
    }
    if (!treatment().equals(other.treatment())) {
      String once = "%s %s %s".formatted(compound, Numbers.text(dose), unit.word());
      parts.add(doses == 1 ? once : "%s doses of %s".formatted(doses, once));
    }
    return parts.isEmpty() ? "the same" : String.join(", ", parts);
  }

  double percent(ProteinScale scale) {
    return percents.getOrDefault(scale, 100.0);
  }

  Genotype genotype() {
    Genotype genotype = Genotype.wildType();
    for (ProteinScale scale : ProteinScale.values()) {
      genotype =
          genotype.and(Genotype.scaled(scale.gene(), percent(scale) / 100).in(scale.cells()));
    }
    return genotype;
  }

  Regimen treatment() {
    Dose once = Dose.of(compound, dose, unit).by(route);
    Dose given = infusionHours > 0 ? once.infusedForHours(infusionHours) : once;
    return Regimen.of(
        doses == 1 ? given : given.everyHours(everyHours).forDays(doses * everyHours / 24));
  }

  /** When doses are given or begin within the run (h), ascending. */
  double[] doseHours() {
    double[] hours = new double[doses];
    int within = 0;
    for (int i = 0; i < doses && i * everyHours < 24 * days; i++) {
      hours[within++] = TimeGrid.rounded(i * everyHours);
    }
    return Arrays.copyOf(hours, within);
  }

  /** The proteins that are changed, as a person writes them: {@code 4E-BP2 0 % (inhibitory)}. */
  String genotypeLabel() {
    List<String> parts = new ArrayList<>();
    for (ProteinScale scale : ProteinScale.values()) {
      if (percent(scale) != 100) {
        parts.add(
            scale.protein()
                + " "
                + Numbers.text(percent(scale))
                + " % ("
                + scale.cells().name().toLowerCase(Locale.ROOT)
                + ")");
      }
    }
    return parts.isEmpty() ? "wild type" : String.join(", ", parts);
  }
}
