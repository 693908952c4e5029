package org.capgate.cli;

import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;

/** Values of options, checked. */
final class Arguments {
  private Arguments() {}

  /**
   * A number within bounds.
   *
   * @throws InputException naming the option, the bounds with their unit, and what was written
   */
  static double number(String option, String text, Bounds bounds) {
    Place place = new Place(option, 0, 0);
    double value =
        Numbers.parse(text.strip())
            .orElseThrow(
                () -> new InputException(place, "must be a number, but was " + Names.quoted(text)));
    if (!bounds.contains(value)) {
      throw new InputException(place, "must be " + bounds + ", but was " + Names.quoted(text));
    }
    return value;
  }

  /**
   * A whole number within bounds.
   *
   * @throws InputException as {@link #number}
   */
  static int wholeNumber(String option, String text, Bounds bounds) {
    double value = number(option, text, bounds);
    if (value != Math.rint(value)) {
      throw new InputException(
          new Place(option, 0, 0), "must be a whole number, but was " + Names.quoted(text));
    }
    return (int) value;
  }

  /**
   * A seed: any 64-bit whole number.
   *
   * @throws InputException when it is none
   */
  static long seed(String option, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new InputException(
          new Place(option, 0, 0),
          "must be a whole number of at most 63 bits, but was " + Names.quoted(text),
          e);
    }
  }
}
