package org.capgate.population;

import org.capgate.input.Bounds;
import org.capgate.input.YamlMapping;

/**
 * A number of a population file with where it comes from.
 *
 * @param value the number
 * @param low smallest plausible value, in the same unit
 * @param high largest plausible value, in the same unit; equal to {@code low} where none is stated
 * @param source author, year, doi; or a sentence that starts with ASSUMED, which needs a range
 */
public record Stated(double value, double low, double high, String source) {
  private static final String ASSUMED = "ASSUMED";

  /** Reads {@code field: {value: 0.2, low: 0.1, high: 0.3, source: ".."}}. */
  static Stated read(YamlMapping parent, String field, Bounds bounds) {
    YamlMapping fields = parent.mapping(field).knowing("value", "low", "high", "source");
    double value = fields.number("value", bounds);
    String source = fields.text("source");
    if (!fields.has("low") && !fields.has("high")) {
      if (source.startsWith(ASSUMED)) {
        throw fields.complaint("what is ASSUMED needs a range: low and high");
      }
      return new Stated(value, value, value, source);
    }
    double low = fields.number("low", bounds);
    double high = fields.number("high", bounds);
    if (!(low <= value && value <= high)) {
      throw fields
          .required("value")
          .complaint("must be in its own range %s to %s, but was %s".formatted(low, high, value));
    }
    return new Stated(value, low, high, source);
  }
}
