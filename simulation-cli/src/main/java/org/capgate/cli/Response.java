package org.capgate.cli;

/**
 * What a treatment does to the immobility of a genotype, against the same genotype untreated.
 *
 * @param untreatedSeconds immobility in the settled untreated state (s)
 * @param treatedSeconds immobility after the treatment (s)
 * @param referenceChange relative change of the wild type under the same treatment
 */
record Response(double untreatedSeconds, double treatedSeconds, double referenceChange) {
  /** Relative change from which on a genotype responds, as in the findings. */
  static final double LEAST_CHANGE = 0.10;

  /** Relative change below which nothing has changed, as in the findings. */
  static final double MOST_DRIFT = 0.05;

  /** Share of the wild type's response below which there is none, as in the findings. */
  static final double MOST_SHARE = 0.25;

  /** The rule in words. */
  static final String RULE =
      "responds: 10 % or more; no response: under 5 %, and under a quarter of the wild type's"
          + " change";

  /** Relative change; negative when the animal moves more. */
  double change() {
    return (treatedSeconds - untreatedSeconds) / untreatedSeconds;
  }

  /** The rule applied. */
  String verdict() {
    double size = Math.abs(change());
    if (size >= LEAST_CHANGE) {
      return change() < 0 ? "responds" : "responds, worse";
    }
    boolean isSmall = size < MOST_DRIFT;
    boolean isShareOfLittle =
        Math.abs(referenceChange) >= LEAST_CHANGE && size >= MOST_SHARE * Math.abs(referenceChange);
    return isSmall && !isShareOfLittle ? "no response" : "in between";
  }
}
