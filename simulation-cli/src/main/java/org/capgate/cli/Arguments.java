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
}
