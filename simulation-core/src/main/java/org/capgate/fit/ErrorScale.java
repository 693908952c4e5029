package org.capgate.fit;

/** On what scale the error of an observation is normal. */
public enum ErrorScale {
  /** As it is. */
  LINEAR("lin"),
  /** Its natural logarithm. */
  LOGARITHMIC("log"),
  /** Its logarithm to the base 10. */
  DECADIC("log10");

  private static final double LN_10 = StrictMath.log(10);

  private final String word;

  ErrorScale(String word) {
    this.word = word;
  }

  /** What PEtab calls it. */
  public String word() {
    return word;
  }

  /** The value on this scale; NaN where it has none. */
  public double of(double value) {
    return switch (this) {
      case LINEAR -> value;
      case LOGARITHMIC -> value > 0 ? StrictMath.log(value) : Double.NaN;
      case DECADIC -> value > 0 ? StrictMath.log(value) / LN_10 : Double.NaN;
    };
  }

  /** The value whose number on this scale is known. */
  double back(double scaled) {
    return switch (this) {
      case LINEAR -> scaled;
      case LOGARITHMIC -> StrictMath.exp(scaled);
      case DECADIC -> StrictMath.pow(10, scaled);
    };
  }

  /**
   * Logarithm of the slope of the scale at a value: what a density loses by the change of scale.
   */
  double logSlope(double value) {
    return switch (this) {
      case LINEAR -> 0;
      case LOGARITHMIC -> -StrictMath.log(value);
      case DECADIC -> -StrictMath.log(value * LN_10);
    };
  }
}
