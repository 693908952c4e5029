package org.capgate.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;

/**
 * Reads the treatment language word by word, so that every complaint names the column of the word
 * it is about.
 */
final class RegimenParser {

  private static final int LONGEST_TEXT = 100_000;

  /** As it is written, and as it is printed. */
  private static final List<String> NOTHING = List.of("none", "untreated");

  private final String text;
  private final Place start;
  private final CompoundCatalogue catalogue;
  private int next;

  /** A word and where it starts; an empty word is the end of the text. */
  private record Word(String text, Place place) {

    boolean isEnd() {
      return text.isEmpty() || text.equals(";");
    }

    String shown() {
      return text.isEmpty() ? "the end" : Names.quoted(text);
    }
  }

  RegimenParser(String text, Place start, CompoundCatalogue catalogue) {
    this.text = text;
    this.start = start;
    this.catalogue = catalogue;
  }

  Regimen regimen() {
    if (text.length() > LONGEST_TEXT) {
      throw new InputException(
          start, "a treatment must be at most " + LONGEST_TEXT + " characters long");
    }
    if (text.isBlank()) {
      throw new InputException(
          start, "a treatment must not be empty; write 'none' for no treatment");
    }
    if (NOTHING.contains(peek().text())) {
      Word nothing = take();
      Word after = peek();
      if (!after.text().isEmpty()) {
        throw new InputException(
            after.place(),
            "%s stands alone, but was followed by %s".formatted(nothing.shown(), after.shown()));
      }
      return Regimen.none();
    }
    List<Administration> given = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    while (true) {
      places.add(peek().place());
      given.add(administration());
      Word after = take();
      if (after.text().isEmpty()) {
        return new Regimen(given, places);
      }
      if (!after.text().equals(";")) {
        throw unexpected(after);
      }
    }
  }

  private Administration administration() {
    Word name = take();
    if (name.isEnd()) {
      throw new InputException(name.place(), "a compound is missing before " + name.shown());
    }
    Compound compound = catalogue.compound(name.text(), name.place());
    return compound.kind() == Compound.Kind.ACTUATOR
        ? actuation(compound, name.place())
        : dose(compound, name.place());
  }

  private Actuation actuation(Compound actuator, Place place) {
    Cells cells = Cells.of(oneOf("cells", Cells.words()));
    Clauses clauses = new Clauses(false);
    if (clauses.durationHours.isEmpty()) {
      throw new InputException(
          peek().place(),
          "how long '%s' acts must be said: for D h, but was %s"
              .formatted(actuator.name(), peek().shown()));
    }
    double startHours = clauses.startHours.orElse(0);
    double durationHours = clauses.durationHours.getAsDouble();
    return checked(place, () -> new Actuation(actuator.name(), cells, startHours, durationHours));
  }

  /** A dose; what does nothing may stand without amount and route, as it is printed. */
  private Dose dose(Compound compound, Place place) {
    if (compound.kind() == Compound.Kind.INERT && peek().isEnd()) {
      return Dose.of(compound, 0, AmountUnit.MG_PER_KG).intraperitoneal();
    }
    Place amountPlace = peek().place();
    double amount = number("amount", Bounds.nonNegative(""));
    AmountUnit unit = AmountUnit.of(oneOf("unit", AmountUnit.words()));
    require("amount", amount, Dose.amountBounds(unit), amountPlace);
    Route route = Route.of(oneOf("route", Route.words()));
    Clauses clauses = new Clauses(true);
    clauses.requireWholeRepetition();
    double usual = route == Route.BATH ? Double.POSITIVE_INFINITY : 0;
    return checked(
        place,
        () ->
            new Dose(
                compound.name(),
                amount,
                unit,
                route,
                clauses.startHours.orElse(0),
                clauses.durationHours.orElse(usual),
                clauses.intervalHours.orElse(0),
                clauses.repeatDays.orElse(0)));
  }

  /**
   * What may follow, in any order and each at most once: {@code at T h}, which is 0 h when left
   * out, {@code for D h}, and where doses can be repeated {@code every P h} and {@code for D d};
   * {@code min} may stand for {@code h}.
   */
  private final class Clauses {
    private final boolean repeatable;
    private OptionalDouble startHours = OptionalDouble.empty();
    private OptionalDouble durationHours = OptionalDouble.empty();
    private OptionalDouble intervalHours = OptionalDouble.empty();
    private OptionalDouble repeatDays = OptionalDouble.empty();
    private Optional<Word> hoursAfterInterval = Optional.empty();
    private Optional<Word> days = Optional.empty();

    Clauses(boolean repeatable) {
      this.repeatable = repeatable;
      boolean more = true;
      while (more) {
        switch (peek().text()) {
          case "at" -> {
            once(take(), startHours);
            startHours = OptionalDouble.of(hours("start", Dose.START));
          }
          case "for" -> duration(take());
          case "every" -> {
            once(take(), intervalHours);
            intervalHours = OptionalDouble.of(hours("interval", Dose.DURATION));
          }
          default -> more = false;
        }
      }
    }

    private void duration(Word clause) {
      Word number = peek();
      double value = number("duration");
      Word unit = take();
      if (unit.text().equals("d") && repeatable) {
        once(clause, repeatDays);
        require("repetition", value, Dose.REPEAT, number.place());
        repeatDays = OptionalDouble.of(value);
        days = Optional.of(unit);
      } else {
        double hours = hours("duration", value, unit);
        once(clause, durationHours);
        require("duration", hours, Dose.DURATION, number.place());
        durationHours = OptionalDouble.of(hours);
        hoursAfterInterval = intervalHours.isPresent() ? Optional.of(unit) : Optional.empty();
      }
    }

    private void once(Word clause, OptionalDouble earlier) {
      if (earlier.isPresent()) {
        throw new InputException(clause.place(), clause.shown() + " is stated twice");
      }
    }

    /** {@code every P h} and {@code for D d} belong together. */
    void requireWholeRepetition() {
      if (intervalHours.isPresent() && repeatDays.isEmpty()) {
        throw hoursAfterInterval
            .map(
                unit ->
                    new InputException(
                        unit.place(),
                        "the unit of the repetition must follow: d, but was %s"
                            .formatted(unit.shown())))
            .orElseGet(
                () ->
                    new InputException(
                        peek().place(),
                        "how long doses are repeated must be said: every P h for D d, but was "
                            + peek().shown()));
      }
      if (repeatDays.isPresent() && intervalHours.isEmpty()) {
        throw new InputException(
            days.map(Word::place).orElse(start),
            "the unit of the duration must follow: h or min, but was 'd'; days are for doses"
                + " repeated every P h");
      }
    }
  }

  private static void require(String what, double value, Bounds bounds, Place place) {
    bounds
        .complaint(what, value)
        .ifPresent(
            wrong -> {
              throw new InputException(place, wrong);
            });
  }

  /** A time in hours or minutes, in hours. */
  private double hours(String what, Bounds bounds) {
    Place place = peek().place();
    double hours = hours(what, number(what), take());
    require(what, hours, bounds, place);
    return hours;
  }

  private static double hours(String what, double value, Word unit) {
    return switch (unit.text()) {
      case "h" -> value;
      case "min" -> value / 60;
      default ->
          throw new InputException(
              unit.place(),
              "the unit of the %s must follow: h or min, but was %s".formatted(what, unit.shown()));
    };
  }

  private double number(String what, Bounds bounds) {
    Place place = peek().place();
    double value = number(what);
    require(what, value, bounds, place);
    return value;
  }

  private double number(String what) {
    Word word = take();
    return Numbers.parse(word.text())
        .orElseThrow(
            () ->
                new InputException(
                    word.place(), what + " must be a number, but was " + word.shown()));
  }

  private String oneOf(String what, List<String> known) {
    Word word = take();
    if (word.isEnd()) {
      throw new InputException(
          word.place(), "a " + what + " is missing, one of " + String.join(", ", known));
    }
    String written = word.text().equals("µM") || word.text().equals("μM") ? "uM" : word.text();
    if (!known.contains(written)) {
      throw new InputException(word.place(), Names.unknown(what, word.text(), known));
    }
    return written;
  }

  /** What stands after a whole administration and is neither a clause nor the next one. */
  private static InputException unexpected(Word word) {
    return new InputException(
        word.place(), Names.unknown("word", word.text(), List.of("at", "for", "every", ";")));
  }

  private static <T> T checked(Place place, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(place, String.valueOf(e.getMessage()), e);
    }
  }

  private Word peek() {
    int remembered = next;
    Word word = take();
    next = remembered;
    return word;
  }

  private Word take() {
    int from = next;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = from;
    if (to < text.length() && text.charAt(to) == ';') {
      to++;
    } else {
      while (to < text.length()
          && text.charAt(to) != ';'
          && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
    }
    next = to;
    return new Word(text.substring(from, to), start.plus(from));
  }
}
