package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.capgate.dynamics.TimeGrid;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Actuation;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Route;

/**
 * When how much of what enters a subject, in µmol per kg of body weight; µM for a bath, and 1 for
 * an actuator that is on.
 */
final class Schedule {
  /**
   * A way into the subject.
   *
   * @param compound or actuator
   * @param how word of a route, or of the cells that carry an actuator
   */
  record Entrance(String compound, String how) {}

  private record Span(double fromHours, double toHours, double perHour) {}

  private final Map<Entrance, Map<Double, Double>> boluses = new LinkedHashMap<>();
  private final Map<Entrance, List<Span>> spans = new LinkedHashMap<>();

  /** What a scenario gives. */
  static Schedule of(Scenario scenario) {
    Schedule schedule = new Schedule();
    CompoundCatalogue compounds = scenario.laboratory().compounds();
    for (Administration given : scenario.treatment().administrations()) {
      Compound compound = compounds.named(given.compound());
      if (given instanceof Actuation on) {
        schedule.add(
            new Entrance(compound.name(), on.cells().word()),
            new Span(on.startHours(), TimeGrid.rounded(on.startHours() + on.durationHours()), 1));
      } else if (given instanceof Dose dose && compound.kind() != Compound.Kind.INERT) {
        schedule.add(dose, compound, scenario);
      }
    }
    return schedule;
  }

  private void add(Dose dose, Compound compound, Scenario scenario) {
    Entrance entrance = new Entrance(compound.name(), dose.route().word());
    boolean isBath = dose.route() == Route.BATH;
    double lagHours = isBath ? 0 : lagHours(dose, compound, scenario);
    for (double given : dose.givenHours()) {
      double start = TimeGrid.rounded(given + lagHours);
      if (isBath) {
        add(entrance, new Span(start, end(start, dose), dose.amount()));
        continue;
      }
      double amount =
          dose.unit()
              .micromolesPerKilogram(
                  dose.amount(), compound.molarMassGramsPerMole(), scenario.species());
      if (dose.durationHours() > 0) {
        add(entrance, new Span(start, end(start, dose), amount / dose.durationHours()));
      } else {
        boluses
            .computeIfAbsent(entrance, key -> new LinkedHashMap<>())
            .merge(start, amount, Double::sum);
      }
    }
  }

  private static double lagHours(Dose dose, Compound compound, Scenario scenario) {
    Kinetics.Absorption way =
        compound.kinetics(scenario.species()).orElseThrow().routes().get(dose.route());
    return way == null ? 0 : way.lagHours();
  }

  private static double end(double startHours, Dose dose) {
    return TimeGrid.rounded(startHours + dose.durationHours());
  }

  private void add(Entrance entrance, Span span) {
    spans.computeIfAbsent(entrance, key -> new ArrayList<>()).add(span);
  }

  /** Ways that are used, those of single amounts first. */
  List<Entrance> entrances() {
    List<Entrance> all = new ArrayList<>(boluses.keySet());
    spans.keySet().stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }

  /** When something enters at once (h). */
  TreeSet<Double> bolusHours(Entrance entrance) {
    return new TreeSet<>(boluses.getOrDefault(entrance, Map.of()).keySet());
  }

  /** When a rate changes (h). */
  TreeSet<Double> rateHours(Entrance entrance) {
    TreeSet<Double> hours = new TreeSet<>();
    for (Span span : spans.getOrDefault(entrance, List.of())) {
      hours.add(span.fromHours);
      if (span.toHours < Double.POSITIVE_INFINITY) {
        hours.add(span.toHours);
      }
    }
    return hours;
  }

  /** What enters at once at a time (h); 0 where nothing does. */
  double bolus(Entrance entrance, double atHours) {
    return boluses.getOrDefault(entrance, Map.of()).getOrDefault(atHours, 0.0);
  }

  /** The rate from a time (h) on, per hour; the level of a bath or an actuator. */
  double rate(Entrance entrance, double fromHours) {
    return spans.getOrDefault(entrance, List.of()).stream()
        .filter(span -> span.fromHours <= fromHours && fromHours < span.toHours)
        .mapToDouble(Span::perHour)
        .sum();
  }
}
