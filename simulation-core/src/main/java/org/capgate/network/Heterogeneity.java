package org.capgate.network;

import java.util.Map;

/**
 * How much neurons of one class differ. Factors are log-normal with mean 1, drives normal with mean
 * 0; each is drawn from its own stream, keyed by (seed, neuron, purpose). ASSUMED: all spreads;
 * protein totals of single mammalian cells differ by 10 to 30 %.
 *
 * @param totals standard deviation of the logarithm of each protein total, in [0, 1]
 * @param thresholds standard deviation of the logarithm of the mTORC1 threshold, in [0, 1]
 * @param excitability standard deviation of the additive drive, in net drives at rest, in [0, 2]
 */
public record Heterogeneity(double totals, double thresholds, double excitability) {

  public Heterogeneity {
    Settings.require("spread of protein totals", totals, 0, 1);
    Settings.require("spread of mTORC1 thresholds", thresholds, 0, 1);
    Settings.require("spread of excitability", excitability, 0, 2);
  }

  /** All neurons of a class alike: the network is the mean field. */
  public static Heterogeneity none() {
    return new Heterogeneity(0, 0, 0);
  }

  /** The default: 10 % in totals, 3 % in thresholds, 0.04 in drive. */
  public static Heterogeneity standard() {
    return new Heterogeneity(0.10, 0.03, 0.04);
  }

  /** For headers. */
  Map<String, String> provenance() {
    return Map.of(
        "heterogeneity",
        "totals " + totals + ", thresholds " + thresholds + ", excitability " + excitability);
  }
}
