package org.capgate.exposure;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.treatment.Actuation;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundSource;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/** Turns administrations into timed inputs of linear systems and checks that each can be given. */
final class ExposureBuilder {

  /** Most single doses a regimen may stand for. */
  private static final int MOST_DOSES = 200_000;

  private final Species species;
  private final Preparation preparation;
  private final CompoundSource catalogue;
  private final TreeSet<Double> times = new TreeSet<>();

  ExposureBuilder(Species species, Preparation preparation, CompoundSource catalogue) {
    this.species = species;
    this.preparation = preparation;
    this.catalogue = catalogue;
  }

  ClosedFormExposure exposure(Regimen regimen) {
    List<Administration> administrations = regimen.administrations();
    List<Place> places = regimen.places();
    Map<String, Set<Route>> routesOf = routesOf(administrations, places);
    Levels.requireApart(administrations, places);
    // one system per compound, or per actuator and class of cells, in order of first mention
    Map<String, Disposition> dispositions = new LinkedHashMap<>();
    Map<String, TimedInputs> inputs = new LinkedHashMap<>();
    for (Administration given : administrations) {
      Compound compound = catalogue.named(given.compound());
      if (given instanceof Actuation actuation) {
        String key = compound.name() + " " + actuation.cells().word();
        Disposition disposition =
            dispositions.computeIfAbsent(
                key, name -> Disposition.ofActuator(compound, actuation.cells()));
        inputs
            .computeIfAbsent(key, name -> new TimedInputs())
            .add(actuation, disposition.entrance(Route.BATH), 1, times);
        continue;
      }
      Dose dose = (Dose) given;
      if (compound.kind() == Compound.Kind.INERT) {
        new TimedInputs().add(dose, new WeightedStates(List.of()), 0, 0, times); // its times only
        continue;
      }
      Set<Route> routes = routesOf.getOrDefault(compound.name(), Set.of());
      Disposition disposition =
          dispositions.computeIfAbsent(compound.name(), name -> disposition(compound, routes));
      inputs
          .computeIfAbsent(compound.name(), name -> new TimedInputs())
          .add(
              dose,
              disposition.entrance(dose.route()),
              amount(dose, compound),
              lagHours(dose, compound),
              times);
    }
    double[] breakpoints = times.stream().mapToDouble(Double::doubleValue).toArray();
    Map<Disposition, TimedSystem> systems = new LinkedHashMap<>();
    dispositions.forEach(
        (key, disposition) ->
            systems.put(
                disposition,
                new TimedSystem(
                    disposition.system(),
                    breakpoints,
                    inputs.getOrDefault(key, new TimedInputs()))));
    return new ClosedFormExposure(regimen, breakpoints, systems);
  }

  private Map<String, Set<Route>> routesOf(
      List<Administration> administrations, List<Place> places) {
    Map<String, Set<Route>> routesOf = new LinkedHashMap<>();
    long doses = 0;
    for (int i = 0; i < administrations.size(); i++) {
      Administration given = administrations.get(i);
      Place place = places.get(i);
      Compound compound = catalogue.compound(given.compound(), place);
      boolean actuator = compound.kind() == Compound.Kind.ACTUATOR;
      if (given instanceof Dose dose) {
        if (actuator) {
          throw new InputException(
              place,
              "'" + compound + "' is an actuator: write " + compound + " CELLS at T h for D h");
        }
        check(dose, compound, place);
        routesOf
            .computeIfAbsent(compound.name(), name -> EnumSet.noneOf(Route.class))
            .add(dose.route());
        doses += dose.count();
        if (doses > MOST_DOSES) {
          throw new InputException(
              place, "a treatment must stand for at most " + MOST_DOSES + " single doses");
        }
      } else if (!actuator) {
        throw new InputException(place, "'" + compound + "' is no actuator of cells");
      }
    }
    return routesOf;
  }

  private void check(Dose dose, Compound compound, Place place) {
    boolean bath = dose.route() == Route.BATH;
    if (preparation == Preparation.SLICE && !bath) {
      throw new InputException(
          place,
          "a slice is treated through its bath, in uM, but the dose was '" + dose.text() + "'");
    }
    if (preparation == Preparation.IN_VIVO && bath) {
      throw new InputException(
          place, "a bath needs a slice, but the preparation was in-vivo: '" + dose.text() + "'");
    }
    if (bath || compound.kind() == Compound.Kind.INERT) {
      return;
    }
    Kinetics kinetics =
        compound
            .kinetics(species)
            .orElseThrow(
                () ->
                    new InputException(
                        place,
                        "'"
                            + compound
                            + "' has no kinetics for "
                            + species.word()
                            + ", known for "
                            + words(compound.knownSpecies().stream().map(Species::word).toList())));
    if (!kinetics.routes().containsKey(dose.route())) {
      EnumSet<Route> known = EnumSet.noneOf(Route.class);
      known.addAll(kinetics.routes().keySet());
      throw new InputException(
          place,
          "'"
              + compound
              + "' has no route "
              + dose.route().word()
              + " in "
              + species.word()
              + ", known are "
              + words(known.stream().map(Route::word).toList()));
    }
  }

  private static String words(Collection<String> words) {
    return words.isEmpty() ? "none" : words.stream().collect(Collectors.joining(", "));
  }

  private Disposition disposition(Compound compound, Set<Route> routes) {
    return preparation == Preparation.SLICE
        ? Disposition.inBath(compound)
        : Disposition.inVivo(compound, species, routes, catalogue);
  }

  /** One single dose in µmol per kg of body weight; the concentration of a bath in µM. */
  private double amount(Dose dose, Compound compound) {
    return dose.route() == Route.BATH
        ? dose.amount()
        : dose.unit()
            .micromolesPerKilogram(dose.amount(), compound.molarMassGramsPerMole(), species);
  }

  private double lagHours(Dose dose, Compound compound) {
    if (dose.route() == Route.BATH) {
      return 0;
    }
    Kinetics.Absorption way = compound.kinetics(species).orElseThrow().routes().get(dose.route());
    return way == null ? 0 : way.lagHours();
  }
}
