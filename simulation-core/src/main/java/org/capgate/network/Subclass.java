package org.capgate.network;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A subclass of inhibitory neurons with parameters of its own: factors on parameters of the
 * statement, and how much its synapses count. ASSUMED: all factors (each 0.5 to 2); that PV neurons
 * fire faster and are recruited more, SST neurons less, is general knowledge of cortex.
 *
 * @param name for tables
 * @param share of all inhibitory neurons, > 0; shares are scaled to add up to 1
 * @param outputWeight how much one of its synapses counts; scaled to a mean of 1
 * @param factors on parameters of the statement, by name
 */
public record Subclass(
    String name, double share, double outputWeight, Map<String, Double> factors) {

  public Subclass {
    Settings.require("share of subclass " + name, share, 1e-6, 1e6);
    Settings.require("output weight of subclass " + name, outputWeight, 0, 100);
    factors.forEach((parameter, factor) -> Settings.require(parameter, factor, 0.01, 100));
    factors = Collections.unmodifiableMap(new TreeMap<>(factors)); // one order in every process
  }

  /** Parvalbumin and somatostatin neurons, 57 to 43. */
  public static List<Subclass> parvalbuminAndSomatostatin() {
    return List.of(
        new Subclass(
            "PV",
            0.57,
            1.2,
            Map.of(
                "restRateInhibitoryHertz", 1.3,
                "interneuronRecruitmentWeight", 1.2,
                "mtorc1ThresholdInhibitory", 1.05)),
        new Subclass(
            "SST",
            0.43,
            0.8,
            Map.of(
                "restRateInhibitoryHertz", 0.6,
                "interneuronRecruitmentWeight", 0.8,
                "mtorc1ThresholdInhibitory", 0.95)));
  }
}
