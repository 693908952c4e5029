package org.capgate.treatment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.capgate.dynamics.TimeSpan;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.Place;

/**
 * Everything that is given, in the order it was stated. Immutable; equal when the administrations
 * are equal.
 */
public final class Regimen {
  private static final Regimen NONE = new Regimen(List.of(), List.of());

  private final List<Administration> administrations;
  private final List<Place> places;

  Regimen(List<? extends Administration> administrations, List<Place> places) {
    this.administrations = List.copyOf(administrations);
    this.places = List.copyOf(places);
  }

  /** Nothing is given. */
  public static Regimen none() {
    return NONE;
  }

  /** These administrations. */
  public static Regimen of(Administration... administrations) {
    return of(Arrays.asList(administrations));
  }

  /** These administrations. */
  public static Regimen of(List<? extends Administration> administrations) {
    List<Place> unknown = new ArrayList<>();
    administrations.forEach(given -> unknown.add(Place.UNKNOWN));
    return new Regimen(administrations, unknown);
  }

  /**
   * Reads the treatment language: {@code none}, or doses joined by {@code ;}, each {@code COMPOUND
   * AMOUNT UNIT ROUTE at T h [for D h] [every P h for D d]} or {@code ACTUATOR CELLS at T h for D
   * h}. Aliases become names.
   *
   * @param text what was written
   * @param place where its first character stands
   * @param catalogue the compounds that may be named
   * @throws InputException naming the place, the word and the nearest known one
   */
  public static Regimen parse(String text, Place place, CompoundCatalogue catalogue) {
    return new RegimenParser(text, place, catalogue).regimen();
  }

  /** This regimen followed by one more administration. */
  public Regimen with(Administration administration) {
    List<Administration> more = new ArrayList<>(administrations);
    List<Place> morePlaces = new ArrayList<>(places);
    more.add(administration);
    morePlaces.add(Place.UNKNOWN);
    return new Regimen(more, morePlaces);
  }

  /** What is given, in the order it was stated. */
  public List<Administration> administrations() {
    return administrations;
  }

  /** Where each of the administrations was written, in the same order. */
  public List<Place> places() {
    return places;
  }

  /** Whether nothing is given. */
  public boolean isNone() {
    return administrations.isEmpty();
  }

  /** When the first of it begins (h); infinity when nothing is given. */
  public double firstHours() {
    return administrations.stream()
        .mapToDouble(Administration::startHours)
        .reduce(Double.POSITIVE_INFINITY, Math::min);
  }

  /**
   * Checks that a run loses nothing of what is given. What begins at the start of the run belongs
   * to it; what begins at its end, or outside, would be without effect. Of repeated doses the first
   * one counts.
   *
   * @throws InputException naming what is given, when it begins, and when the run starts or ends
   */
  public void requireWithin(TimeSpan span) {
    requireStart(span.startHours());
    for (int i = 0; i < administrations.size(); i++) {
      Administration given = administrations.get(i);
      if (given.startHours() >= span.endHours()) {
        throw new InputException(
            places.get(i),
            "'%s' begins at %s h, but the run ends at %s h"
                .formatted(
                    given.text(), Numbers.text(given.startHours()), Numbers.text(span.endHours())));
      }
    }
  }

  /**
   * Checks that nothing begins before a run starts.
   *
   * @param startHours start of the run (h)
   * @throws InputException as {@link #requireWithin}
   */
  public void requireStart(double startHours) {
    for (int i = 0; i < administrations.size(); i++) {
      Administration given = administrations.get(i);
      if (given.startHours() < startHours) {
        throw new InputException(
            places.get(i),
            "'%s' begins at %s h, before the run starts at %s h, and would be lost; start the run at %s h"
                .formatted(
                    given.text(),
                    Numbers.text(given.startHours()),
                    Numbers.text(startHours),
                    Numbers.text(firstHours())));
      }
    }
  }

  /**
   * Checks that everything that is given begins before something is read.
   *
   * @param atHours when it is read (h)
   * @param place where the reading was asked for
   * @throws InputException naming what is given, when it begins, and when it is read
   */
  public void requireRead(double atHours, Place place) {
    for (Administration given : administrations) {
      if (given.startHours() >= atHours) {
        throw new InputException(
            place,
            "is read at %s h, but '%s' begins at %s h, which that reading cannot show"
                .formatted(Numbers.text(atHours), given.text(), Numbers.text(given.startHours())));
      }
    }
  }

  /**
   * The treatment language in its one canonical form; {@link #parse} reads it back as an equal
   * regimen.
   */
  public String text() {
    return isNone()
        ? "none"
        : administrations.stream().map(Administration::text).collect(Collectors.joining("; "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regimen regimen && administrations.equals(regimen.administrations);
  }

  @Override
  public int hashCode() {
    return administrations.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
