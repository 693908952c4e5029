package org.capgate.treatment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of a compound that subjects differ in, to be changed without reading the compound anew.
 * Immutable.
 */
final class CompoundNumber {
  private final SourcedNumber number;
  private final Change change;

  /** Gives the compound with a value in place of the number. */
  private interface Change {
    Compound of(Compound compound, double value);
  }

  private interface Absorbed {
    Kinetics.Absorption with(Kinetics.Absorption way, double value);
  }

  private CompoundNumber(SourcedNumber number, Change change) {
    this.number = number;
    this.change = change;
  }

  /** The number with a path; empty for one that cannot be changed that way. */
  static Optional<CompoundNumber> of(SourcedNumber number) {
    List<String> words = List.of(number.path().split("/", -1));
    String last = words.get(words.size() - 1);
    Change change = null;
    if (words.size() == 5 && words.get(1).equals("kinetics")) {
      change = kinetic(Species.of(words.get(2)), words.get(3), last);
    } else if (words.size() == 6 && words.get(3).equals("routes")) {
      change = routed(Species.of(words.get(2)), Route.of(words.get(4)), last);
    } else if (words.size() == 4 && last.equals("potencyMicromolar")) {
      change = potency(words.get(2));
    }
    return Optional.ofNullable(change).map(known -> new CompoundNumber(number, known));
  }

  /** The name of the compound. */
  String compound() {
    return number.path().substring(0, number.path().indexOf('/'));
  }

  /**
   * The compound with a value.
   *
   * @throws IllegalArgumentException when the number cannot be that
   */
  Compound in(Compound compound, double value) {
    return change.of(compound, number.bounds().check(number.path(), value));
  }

  private static @Nullable Change kinetic(Species species, String group, String field) {
    return switch (group + "/" + field) {
      case "central/volumeLitresPerKilogram" ->
          inBody(
              species,
              (k, value) ->
                  with(
                      k,
                      new Kinetics.Central(
                          value, k.central().clearanceLitresPerHourPerKilogram())));
      case "central/clearanceLitresPerHourPerKilogram" ->
          inBody(
              species,
              (k, value) ->
                  with(k, new Kinetics.Central(k.central().volumeLitresPerKilogram(), value)));
      case "peripheral/volumeLitresPerKilogram" ->
          inBody(
              species,
              (k, value) ->
                  with(
                      k,
                      k.peripheral()
                          .map(
                              p ->
                                  new Kinetics.Peripheral(
                                      value, p.exchangeLitresPerHourPerKilogram()))));
      case "peripheral/exchangeLitresPerHourPerKilogram" ->
          inBody(
              species,
              (k, value) ->
                  with(
                      k,
                      k.peripheral()
                          .map(p -> new Kinetics.Peripheral(p.volumeLitresPerKilogram(), value))));
      default -> null;
    };
  }

  private interface OfBody {
    Kinetics with(Kinetics kinetics, double value);
  }

  private static Change inBody(Species species, OfBody change) {
    return (compound, value) ->
        compound.with(species, change.with(compound.kinetics(species).orElseThrow(), value));
  }

  private static Kinetics with(Kinetics k, Kinetics.Central central) {
    return new Kinetics(central, k.peripheral(), k.brain(), k.routes(), k.metabolites());
  }

  private static Kinetics with(Kinetics k, Optional<Kinetics.Peripheral> peripheral) {
    return new Kinetics(k.central(), peripheral, k.brain(), k.routes(), k.metabolites());
  }

  private static @Nullable Change routed(Species species, Route route, String field) {
    return switch (field) {
      case "bioavailability" ->
          absorbed(
              species,
              route,
              (way, value) ->
                  new Kinetics.Absorption(
                      value, way.ratePerHour(), way.lagHours(), way.brainLitresPerKilogram()));
      case "absorptionPerHour" ->
          absorbed(
              species,
              route,
              (way, value) ->
                  new Kinetics.Absorption(
                      way.bioavailability(), value, way.lagHours(), way.brainLitresPerKilogram()));
      default -> null;
    };
  }

  private static Change absorbed(Species species, Route route, Absorbed change) {
    return inBody(
        species,
        (k, value) -> {
          Map<Route, Kinetics.Absorption> routes = new EnumMap<>(k.routes());
          routes.computeIfPresent(route, (same, way) -> change.with(way, value));
          return new Kinetics(k.central(), k.peripheral(), k.brain(), routes, k.metabolites());
        });
  }

  /** Of a target, or of the channel whose receptors in excitatory neurons then follow. */
  private static Change potency(String target) {
    Target acted =
        target.equals(CompoundReader.CHANNEL) ? Target.NMDA_INHIBITORY : Target.of(target);
    return (compound, value) ->
        compound.with(
            compound.targets().stream()
                .map(action -> action.target() == acted ? action.withPotency(value) : action)
                .toList());
  }
}
