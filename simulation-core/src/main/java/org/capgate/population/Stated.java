package org.capgate.population;

import org.capgate.input.Bounds;
import org.capgate.input.Mistakes;
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
    Mistakes mistakes = new Mistakes();
    YamlMapping fields = parent.mapping(field);
    mistakes.in(() -> fields.knowing("value", "low", "high", "source"));
    double value = mistakes.orElse(Double.NaN, () -> fields.number("value", bounds));
    String source = mistakes.orElse("", () -> fields.text("source"));
    boolean isRanged = fields.has("low") || fields.has("high");
    if (!isRanged && source.startsWith(ASSUMED)) {
      mistakes.add(fields.complaint("what is ASSUMED needs a range: low and high"));
    }
    double low = isRanged ? mistakes.orElse(value, () -> fields.number("low", bounds)) : value;
    double high = isRanged ? mistakes.orElse(value, () -> fields.number("high", bounds)) : value;
    mistakes.check();
    if (!(low <= value && value <= high)) {
      throw fields
          .required("value")
          .complaint("must be in its own range %s to %s, but was %s".formatted(low, high, value));
    }
    return new Stated(value, low, high, source);
  }
}
