package org.capgate.dynamics;

import java.util.Objects;

/**
 * A named quantity of a system: a variable it is solved for, or a readout computed from the
 * variables.
 *
 * @param name in the words of the field, unique within a system; not blank
 * @param unit as printed, for example "µM", "Hz" or "1" for a dimensionless quantity
 * @param description one phrase
 */
public record Variable(String name, String unit, String description) {
  /** Rejects a blank name. */
  public Variable {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of a variable must not be blank (unit " + unit + ")");
    }
  }
}
