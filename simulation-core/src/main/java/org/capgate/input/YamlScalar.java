package org.capgate.input;

import java.util.Collection;

/**
 * A single value of a YAML document.
 *
 * @param place where it starts
 * @param path the field it belongs to
 * @param text its characters; empty for a missing value
 * @param plain whether it was written without quotes, so that it may stand for a number or a truth
 *     value
 */
public record YamlScalar(Place place, String path, String text, boolean plain) implements YamlNode {

  @Override
  public YamlScalar asScalar() {
    return this;
  }

  @Override
  public String describe() {
    return text.isEmpty() ? "empty" : (plain ? "" : "the text ") + Names.quoted(text);
  }

  /** The text, which must not be empty. */
  public String requiredText() {
    if (text.isBlank()) {
      throw complaint("must not be empty");
    }
    return text.strip();
  }

  /** A number inside bounds; quoted numbers are texts and not accepted. */
  public double number(Bounds bounds) {
    if (!plain || Numbers.parse(text).isEmpty()) {
      throw complaint("must be a number, but was " + describe());
    }
    double value = Numbers.parse(text).getAsDouble();
    bounds
        .complaint(path, value)
        .ifPresent(
            wrong -> {
              throw new InputException(place, wrong);
            });
    return value;
  }

  /** A whole number in [low, high]. */
  public long wholeNumber(long low, long high) {
    if (!plain || !text.matches("[+-]?\\d{1,18}")) {
      throw complaint("must be a whole number, but was " + describe());
    }
    long value = Long.parseLong(text);
    if (value < low || value > high) {
      throw complaint("must be between " + low + " and " + high + ", but was " + value);
    }
    return value;
  }

  /** {@code true} or {@code false}. */
  public boolean truth() {
    if (plain && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    throw complaint("must be true or false, but was " + describe());
  }

  /** One of the known words; the complaint names the nearest one. */
  public String oneOf(String what, Collection<String> known) {
    String word = requiredText();
    if (!known.contains(word)) {
      throw complaint(Names.unknown(what, word, known));
    }
    return word;
  }
}
