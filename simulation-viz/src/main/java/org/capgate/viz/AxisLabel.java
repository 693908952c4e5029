package org.capgate.viz;

/**
 * What an axis shows: a quantity and its unit.
 *
 * @param quantity in the words of the field, as "Mood"
 * @param unit as printed, "h" or "µM"; "dimensionless" if it has none
 */
public record AxisLabel(String quantity, String unit) {
  /** The unit of a quantity without one. */
  public static final String DIMENSIONLESS = "dimensionless";

  public AxisLabel {
    quantity = Labels.clean("quantity", quantity);
    unit = Labels.clean("unit of " + quantity, unit);
  }

  /** Label of a quantity without unit. */
  public static AxisLabel dimensionless(String quantity) {
    return new AxisLabel(quantity, DIMENSIONLESS);
  }

  /** As printed: "Time (h)". */
  public String text() {
    return quantity + " (" + unit + ")";
  }
}
