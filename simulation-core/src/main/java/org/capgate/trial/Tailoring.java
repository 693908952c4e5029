package org.capgate.trial;

import java.util.List;

/**
 * What is best for a subject: the arm with the largest benefit less its price. The benefit is the
 * mean over time by which the true score lies below the first, by trapezia between some visits; the
 * price is for what a readout rises above the first, summed over others.
 *
 * @param atHours visits whose scores count, ascending, at least two (h)
 * @param liability name of the readout that is paid for; "" for none
 * @param liabilityAtHours visits at which it is read (h)
 * @param pointsPerUnit price, in points of the score for one unit of that sum, ≥ 0
 * @param features what a rule may ask for; all arms must be alike until then
 */
public record Tailoring(
    List<Double> atHours,
    String liability,
    List<Double> liabilityAtHours,
    double pointsPerUnit,
    List<Feature> features) {
  public Tailoring {
    atHours = List.copyOf(atHours);
    liabilityAtHours = List.copyOf(liabilityAtHours);
    features = List.copyOf(features);
  }
}
