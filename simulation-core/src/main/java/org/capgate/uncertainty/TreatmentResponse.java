package org.capgate.uncertainty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a treatment does to a genotype, against the same genotype untreated: to its immobility, or
 * to another number of which less is better.
 *
 * @param untreated in the settled untreated state, in the unit of the number
 * @param treated after the treatment, in the same unit
 * @param referenceChange relative change of the wild type under the same treatment
 */
public record TreatmentResponse(double untreated, double treated, double referenceChange) {
  /** Relative change from which on a genotype responds, as in the findings. */
  public static final double LEAST_CHANGE = 0.10;

  /** Relative change below which nothing has changed, as in the findings. */
  public static final double MOST_DRIFT = 0.05;

  /** Share of the wild type's response below which there is none, as in the findings. */
  public static final double MOST_SHARE = 0.25;

  /** The rule in words. */
  public static final String RULE =
      "responds: 10 % or more; no response: under 5 %, and under a quarter of the wild type's"
          + " change";

  /** Relative change; negative when there is less of it. */
  public double change() {
    return (treated - untreated) / untreated;
  }

  /** The rule applied. */
  public String verdict() {
    double size = Math.abs(change());
    if (size >= LEAST_CHANGE) {
      return change() < 0 ? "responds" : "responds, worse";
    }
    boolean isSmall = size < MOST_DRIFT;
    boolean isShareOfLittle =
        Math.abs(referenceChange) >= LEAST_CHANGE && size >= MOST_SHARE * Math.abs(referenceChange);
    return isSmall && !isShareOfLittle ? "no response" : "in between";
  }

  /** What the sets of an ensemble say beside this one; empty without a set. */
  public Optional<OverSets> over(List<TreatmentResponse> bySet) {
    if (bySet.isEmpty()) {
      return Optional.empty();
    }
    Quantiles changes =
        Quantiles.of(bySet.stream().mapToDouble(TreatmentResponse::change).toArray());
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put(verdict(), 0); // first, so that a tie is not against it
    bySet.forEach(response -> counts.merge(response.verdict(), 1, Integer::sum));
    Map.Entry<String, Integer> most = counts.entrySet().iterator().next();
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      most = one.getValue() > most.getValue() ? one : most;
    }
    return Optional.of(
        new OverSets(
            changes.at(LOW),
            changes.at(HIGH),
            verdict(),
            (double) counts.getOrDefault(verdict(), 0) / bySet.size(),
            most.getKey(),
            (double) most.getValue() / bySet.size()));
  }

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /**
   * A response under every set of an ensemble.
   *
   * @param low relative change below which 5 % of the sets are
   * @param high relative change above which 5 % of the sets are
   * @param verdict of the point
   * @param agreeing share of the sets with the verdict of the point, in [0, 1]
   * @param mostSay the verdict of most sets
   * @param saying their share, in [0, 1]
   */
  public record OverSets(
      double low, double high, String verdict, double agreeing, String mostSay, double saying) {
    /** Whether most sets say something else than the point, which then stands on a border. */
    public boolean isOtherwise() {
      return !mostSay.equals(verdict);
    }
  }
}
