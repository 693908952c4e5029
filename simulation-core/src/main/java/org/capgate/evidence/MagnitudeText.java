package org.capgate.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;

/** Reads the column {@code magnitude}; the grammar is described at {@link Magnitude}. */
final class MagnitudeText {

  static final String FORM =
      "it is written VALUE UNIT (LOW to HIGH), such as 0.78 uM (0.42 to 1.1)";

  private static final String COLUMN = "magnitude";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<value>[^\\s()]+)(?:\\s+(?<unit>[^\\s()]+))?\\s*"
              + "\\(\\s*(?<low>[^\\s()]+)\\s+to\\s+(?<high>[^\\s()]+)(?<peak>\\s+of\\s+peak)?\\s*\\)");

  private final CsvTable.Row row;
  private final String measured;
  private final String inUnit;

  MagnitudeText(CsvTable.Row row, Readout readout, SampleTime at) {
    this.row = row;
    measured = at.isTime() ? at.word() : readout.name();
    inUnit = at.isTime() ? "h" : readout.unit();
  }

  Optional<Magnitude> magnitude() {
    String text = row.text(COLUMN);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw row.complaint(COLUMN, FORM + ", but was " + Names.quoted(text));
    }
    double value = number(matcher, "value");
    double low = number(matcher, "low");
    double high = number(matcher, "high");
    boolean ofPeak = matcher.group("peak") != null;
    String unit = unit(matcher, ofPeak);
    if (!(low <= high)) {
      throw wrong(
          matcher,
          "low",
          "the range must run from low to high, but was "
              + matcher.group("low")
              + " to "
              + matcher.group("high"));
    }
    if (!(low <= value && value <= high)) {
      throw wrong(
          matcher,
          "value",
          "the value must lie in its own range, but "
              + matcher.group("value")
              + " is not between "
              + matcher.group("low")
              + " and "
              + matcher.group("high"));
    }
    return Optional.of(new Magnitude(value, unit, low, high, ofPeak));
  }

  private double number(Matcher matcher, String group) {
    String word = matcher.group(group);
    return Numbers.parse(word)
        .orElseThrow(
            () -> wrong(matcher, group, "must be a number, but was " + Names.quoted(word)));
  }

  private String unit(Matcher matcher, boolean ofPeak) {
    String unit = matcher.group("unit");
    String known = ofPeak ? "" : plain(inUnit);
    if (unit == null) {
      if (!known.isEmpty()) {
        throw wrong(
            matcher, "value", "a unit must follow the value: " + measured + " is in " + known);
      }
      return "";
    }
    if (!plain(unit).equals(known)) {
      String dimension =
          ofPeak
              ? "a share of the peak has no unit"
              : measured + (known.isEmpty() ? " has no unit" : " is in " + known);
      throw wrong(matcher, "unit", dimension + ", but was " + Names.quoted(unit));
    }
    return unit;
  }

  /**
   * Units as they are compared: the micro sign as u, dimensionless (1, relative to rest) as
   * nothing.
   */
  private static String plain(String unit) {
    String ascii = unit.replace('µ', 'u').replace('μ', 'u');
    return ascii.equals("1") || ascii.equals("rel.") ? "" : ascii;
  }

  private InputException wrong(Matcher matcher, String group, String complaint) {
    return new InputException(row.placeAt(COLUMN, matcher.start(group)), COLUMN + ": " + complaint);
  }
}
