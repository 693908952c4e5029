package org.capgate.input;

import java.util.List;
import java.util.stream.Stream;

/**
 * Thrown for anything a user wrote wrongly. The message is one line: the place, the field, what is
 * wrong, the value, the bound with its unit and, when known, the nearest valid name.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private transient List<InputException> further = List.of();

  /** Path of the mapping that lacks a field, or that has one too many; else empty. */
  private transient String lacking = "";

  private transient String spare = "";

  /**
   * @param place where it was written; {@link Place#UNKNOWN} for values built in code
   * @param complaint what is wrong, without the place; line breaks are flattened
   */
  public InputException(Place place, String complaint) {
    super(prefixed(place, complaint));
    this.place = place;
  }

  /** As the other constructor, keeping the technical cause. */
  public InputException(Place place, String complaint, Throwable cause) {
    super(prefixed(place, complaint), cause);
    this.place = place;
  }

  private InputException(InputException other, String message) {
    super(message, other);
    this.place = other.place();
  }

  /** Where the mistake was written; {@link Place#UNKNOWN} when it was not read from a text. */
  public Place place() {
    return place == null ? Place.UNKNOWN : place; // null only after deserialisation
  }

  /** Other mistakes of the same text, in its order; most often none. */
  public List<InputException> further() {
    return further == null ? List.of() : further; // null only after deserialisation
  }

  /** This mistake and the others of the same text, each without others. */
  public List<InputException> each() {
    return Stream.concat(Stream.of(this), further().stream())
        .map(one -> new InputException(one, String.valueOf(one.getMessage())))
        .toList();
  }

  /** This mistake alone, with what is said behind it. */
  public InputException saying(String more) {
    return new InputException(this, "%s %s".formatted(getMessage(), more));
  }

  /** The same, of a mapping that lacks a field. */
  InputException lackingIn(YamlMapping mapping) {
    lacking = mapping.place() + mapping.path();
    return this;
  }

  /** The same, of a mapping with a field that nobody knows. */
  InputException spareIn(YamlMapping mapping) {
    spare = mapping.place() + mapping.path();
    return this;
  }

  /** Whether the field that is missing here may be the misspelt one of another mistake. */
  boolean mayFollowFrom(InputException other) {
    return !lacking.isEmpty() && lacking.equals(other.spare);
  }

  /** This mistake with others of the same text. */
  InputException with(List<InputException> others) {
    further = List.copyOf(others);
    return this;
  }

  private static String prefixed(Place place, String complaint) {
    String where = place.toString();
    return Names.oneLine(where.isEmpty() ? complaint : where + ": " + complaint);
  }
}
