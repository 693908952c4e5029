package org.capgate.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import picocli.CommandLine.TypeConversionException;

/** Values of options, checked. */
public final class Arguments {
  /**
   * A file or folder.
   *
   * @throws InputException when the name has no form in the character set of this process
   */
  public static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new InputException(
          Place.UNKNOWN,
          "the name %s cannot be used in this locale; set LC_ALL=C.UTF-8"
              .formatted(Names.quoted(word)),
          e);
    }
  }

  /** {@link #path} for options and parameters that are paths. */
  public static Path converted(String word) {
    try {
      return path(word);
    } catch (InputException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private Arguments() {}

  /**
   * A number within bounds.
   *
   * @throws InputException naming the option, the bounds with their unit, and what was written
   */
  public static double number(String option, String text, Bounds bounds) {
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
  public static int wholeNumber(String option, String text, Bounds bounds) {
    double value = number(option, text, bounds);
    if (value != Math.rint(value)) {
      throw new InputException(
          new Place(option, 0, 0), "must be a whole number, but was " + Names.quoted(text));
    }
    return (int) value;
  }

  /**
   * Times that ascend, with commas between them.
   *
   * @throws InputException when one is no number within the bounds, or not after the one before
   */
  public static List<Double> ascendingHours(String option, String text, Bounds bounds) {
    List<Double> hours = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      double tHours = number(option, word, bounds);
      if (!hours.isEmpty() && tHours <= hours.get(hours.size() - 1)) {
        throw new InputException(
            new Place(option, 0, 0), "times must ascend, but were " + Names.quoted(text));
      }
      hours.add(tHours);
    }
    return hours;
  }

  /**
   * A seed: any 64-bit whole number.
   *
   * @throws InputException when it is none
   */
  public static long seed(String option, String text) {
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
