package org.capgate.population;

/**
 * A number that differs between subjects.
 *
 * @param name a parameter, the path of a number of a compound, {@link Population#BODY_WEIGHT} or
 *     {@link Population#STRESS}
 * @param distribution around the typical value
 * @param typical median, in the unit of the number
 * @param spread see {@link Distribution}
 * @param lowest smallest plausible value of a subject, in the same unit
 * @param highest largest plausible value of a subject, in the same unit
 * @param weightExponent e of the factor (weight over typical weight)ᵉ; −1 undoes a number that is
 *     stated per kilogram but does not depend on weight, 0 where nothing is known
 * @param source of the spread
 */
public record Varied(
    String name,
    Distribution distribution,
    double typical,
    double spread,
    double lowest,
    double highest,
    double weightExponent,
    String source) {
  Varied withSpread(double newSpread) {
    return new Varied(
        name,
        distribution,
        typical,
        Distribution.SPREAD.check("spread of " + name, newSpread),
        lowest,
        highest,
        weightExponent,
        source);
  }

  double value(double z) {
    return distribution.value(typical, spread, z);
  }

  boolean isPlausible(double value) {
    return value >= lowest && value <= highest;
  }
}
