package org.capgate.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/** What can be given to whom, by which routes. Actuators of cells are no doses and left out. */
final class CompoundChoices {
  /** Units of a dose in vivo. */
  static final List<String> UNITS =
      Stream.of(AmountUnit.MG_PER_KG, AmountUnit.MG, AmountUnit.NMOL)
          .map(AmountUnit::word)
          .toList();

  private final CompoundCatalogue catalogue;

  CompoundChoices(CompoundCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Names of the compounds whose kinetics in the species are known, and of inert ones. */
  List<String> names(Species species) {
    return catalogue.compounds().stream()
        .filter(compound -> !routes(species, compound).isEmpty())
        .map(Compound::name)
        .toList();
  }

  /** Words of the routes by which a compound can be given to the species, in their order. */
  List<String> routes(Species species, String compound) {
    return routes(species, catalogue.named(compound));
  }

  private static List<String> routes(Species species, Compound compound) {
    EnumSet<Route> routes = EnumSet.noneOf(Route.class);
    switch (compound.kind()) {
      case DRUG ->
          compound
              .kinetics(species)
              .map(Kinetics::routes)
              .ifPresent(known -> routes.addAll(known.keySet()));
      case INERT -> routes.addAll(EnumSet.complementOf(EnumSet.of(Route.BATH)));
      case ACTUATOR -> {}
    }
    return routes.stream().map(Route::word).toList();
  }

  /** What the compound is measured as, then its metabolites; none for an inert compound. */
  List<String> analytes(Species species, String compound) {
    List<String> analytes = new ArrayList<>();
    collect(species, compound, analytes);
    return analytes;
  }

  private void collect(Species species, String name, List<String> analytes) {
    Compound compound = catalogue.named(name);
    compound
        .kinetics(species)
        .ifPresent(
            kinetics -> {
              if (!analytes.contains(compound.analyte())) {
                analytes.add(compound.analyte());
              }
              kinetics
                  .metabolites()
                  .forEach(formed -> collect(species, formed.compound(), analytes));
            });
  }
}
