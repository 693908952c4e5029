package org.capgate.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.TimeGrid;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.treatment.Actuation;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Route;

/**
 * Baths and actuators state a level (a concentration; on or off), not an amount, so two of them do
 * not add up: where one begins before the other has ended, nobody can say what was meant. One may
 * begin at the instant at which the other ends.
 */
final class Levels {

  /** A level of a compound in some cells, from a time on until another (h). */
  private record Interval(
      String text, Cells cells, double fromHours, double untilHours, Place place) {

    boolean meets(Interval other) {
      return cells == Cells.ALL || other.cells == Cells.ALL || cells == other.cells;
    }
  }

  private Levels() {}

  /**
   * @throws InputException naming both statements and the time at which they overlap
   */
  static void requireApart(List<Administration> administrations, List<Place> places) {
    Map<String, List<Interval>> levelsOf = new LinkedHashMap<>(); // by compound
    for (int i = 0; i < administrations.size(); i++) {
      Administration given = administrations.get(i);
      List<Interval> levels =
          levelsOf.computeIfAbsent(given.compound(), compound -> new ArrayList<>());
      if (given instanceof Actuation actuation) {
        add(
            levels,
            given,
            actuation.cells(),
            actuation.startHours(),
            actuation.durationHours(),
            places.get(i));
      } else if (given instanceof Dose dose && dose.route() == Route.BATH) {
        for (double fromHours : dose.givenHours()) {
          add(levels, given, Cells.ALL, fromHours, dose.durationHours(), places.get(i));
        }
      }
    }
    levelsOf.values().forEach(Levels::requireApart);
  }

  private static void add(
      List<Interval> levels,
      Administration given,
      Cells cells,
      double fromHours,
      double durationHours,
      Place place) {
    double untilHours = TimeGrid.rounded(fromHours + durationHours);
    levels.add(new Interval(given.text(), cells, fromHours, untilHours, place));
  }

  private static void requireApart(List<Interval> levels) {
    List<Interval> inTime = new ArrayList<>(levels);
    inTime.sort(Comparator.comparingDouble(Interval::fromHours)); // stable
    Map<Cells, Interval> lastIn = new LinkedHashMap<>();
    for (Interval level : inTime) {
      for (Interval earlier : lastIn.values()) {
        if (level.meets(earlier) && level.fromHours() < earlier.untilHours()) {
          throw new InputException(
              level.place(),
              "'%s' is on from %s h, when '%s' is on until %s; a level is stated once at a time and does not add up"
                  .formatted(
                      level.text(),
                      Numbers.text(level.fromHours()),
                      earlier.text(),
                      earlier.untilHours() == Double.POSITIVE_INFINITY
                          ? "the end"
                          : Numbers.text(earlier.untilHours()) + " h"));
        }
      }
      lastIn.put(level.cells(), level);
    }
  }
}
