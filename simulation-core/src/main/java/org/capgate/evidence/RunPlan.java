package org.capgate.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which times and readouts of each condition any of the findings may ask for, so that one run
 * serves them all.
 */
final class RunPlan {

  private final Map<Condition, NavigableSet<Double>> timesHours = new HashMap<>();
  private final Set<Condition> extremes = new HashSet<>();
  private final Map<Condition, Set<String>> quantities = new HashMap<>();

  RunPlan(List<Finding> findings) {
    for (Finding finding : findings) {
      Condition condition = finding.condition();
      add(finding, condition);
      add(finding, condition.wildType());
      add(finding, condition.unstressed());
    }
  }

  private void add(Finding finding, Condition condition) {
    NavigableSet<Double> times = timesHours.computeIfAbsent(condition, key -> new TreeSet<>());
    quantities
        .computeIfAbsent(condition, key -> new LinkedHashSet<>())
        .add(finding.readout().quantity());
    if (finding.at() instanceof SampleTime.At at) {
      times.add(at.tHours() + 0.0); // -0 and 0 are one time
    }
    if (finding.at().equals(SampleTime.PEAK)
        || finding.versus().equals(Comparison.PEAK)
        || finding.at().isTime()
        || finding.isShareOfPeak()) {
      extremes.add(condition);
    }
  }

  /** Ascending; empty when no time of the condition is planned. */
  NavigableSet<Double> timesHours(Condition condition) {
    return timesHours.getOrDefault(condition, new TreeSet<>());
  }

  /** What any of the findings may ask for of a condition that is planned. */
  Set<String> quantities(Condition condition) {
    return quantities.getOrDefault(condition, Set.of());
  }

  /** Whether the highest or lowest value of the run is needed. */
  boolean needsExtremes(Condition condition) {
    return extremes.contains(condition);
  }
}
