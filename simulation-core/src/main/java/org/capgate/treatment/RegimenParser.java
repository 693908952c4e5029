package org.capgate.treatment;

import java.util.ArrayList;
import java.util.List;
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
    if (peek().text().equals("none")) {
      take();
      Word after = peek();
      if (!after.text().isEmpty()) {
        throw new InputException(
            after.place(), "'none' stands alone, but was followed by " + after.shown());
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
    double startHours = at();
    expect("for", "how long '" + actuator.name() + "' acts must be said: for D h");
    double durationHours = number("duration", Dose.DURATION);
    expect("h", "the unit of the duration must follow: h");
    return checked(place, () -> new Actuation(actuator.name(), cells, startHours, durationHours));
  }

  private Dose dose(Compound compound, Place place) {
    Place amountPlace = peek().place();
    double amount = number("amount", Bounds.nonNegative(""));
    AmountUnit unit = AmountUnit.of(oneOf("unit", AmountUnit.words()));
    Dose.amountBounds(unit)
        .complaint("amount", amount)
        .ifPresent(
            wrong -> {
              throw new InputException(amountPlace, wrong);
            });
    Route route = Route.of(oneOf("route", Route.words()));
    double startHours = at();
    double durationHours = route == Route.BATH ? Double.POSITIVE_INFINITY : 0;
    if (peek().text().equals("for")) {
      take();
      durationHours = number("duration", Dose.DURATION);
      expect("h", "the unit of the duration must follow: h");
    }
    double intervalHours = 0;
    double repeatDays = 0;
    if (peek().text().equals("every")) {
      take();
      intervalHours = number("interval", Dose.DURATION);
      expect("h", "the unit of the interval must follow: h");
      expect("for", "how long doses are repeated must be said: every P h for D d");
      repeatDays = number("repetition", Dose.REPEAT);
      expect("d", "the unit of the repetition must follow: d");
    }
    double duration = durationHours;
    double interval = intervalHours;
    double days = repeatDays;
    return checked(
        place,
        () -> new Dose(compound.name(), amount, unit, route, startHours, duration, interval, days));
  }

  /**
   * {@code at T h}; may be left out before {@code every}, as in a daily dose that starts at t = 0.
   */
  private double at() {
    if (peek().text().equals("every")) {
      return 0;
    }
    expect("at", "when it is given must be said: at T h");
    double hours = number("start", Dose.START);
    expect("h", "the unit of the start must follow: h");
    return hours;
  }

  private double number(String what, Bounds bounds) {
    Word word = take();
    double value =
        Numbers.parse(word.text())
            .orElseThrow(
                () ->
                    new InputException(
                        word.place(), what + " must be a number, but was " + word.shown()));
    bounds
        .complaint(what, value)
        .ifPresent(
            wrong -> {
              throw new InputException(word.place(), wrong);
            });
    return value;
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

  private void expect(String expected, String rule) {
    Word word = take();
    if (!word.text().equals(expected)) {
      throw new InputException(word.place(), rule + ", but was " + word.shown());
    }
  }

  /** What stands after a whole administration: a clause in the wrong place, or no clause at all. */
  private static InputException unexpected(Word word) {
    List<String> clauses = List.of("at", "for", "every");
    return new InputException(
        word.place(),
        clauses.contains(word.text())
            ? word.shown()
                + " stands in the wrong place or twice; the order is: at T h for D h every P h for D d"
            : Names.unknown("word", word.text(), List.of("for", "every", ";")));
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
