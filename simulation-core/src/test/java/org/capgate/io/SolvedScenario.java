package org.capgate.io;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;

/** The runs of a scenario file and what can be said about one curve of them. */
final class SolvedScenario {
  private static final Pattern AT = Pattern.compile("(change )?at ([0-9.]+) h");

  private final Map<String, Scenario> scenarios;
  private final Map<String, Trajectory> runs = new HashMap<>();

  private SolvedScenario(ScenarioFile file) {
    scenarios = file.scenarios();
    scenarios.forEach(
        (label, scenario) ->
            runs.put(
                label,
                Solvers.standard()
                    .solve(scenario.instantiate(file.seed()), file.span(), file.sampling())));
  }

  static SolvedScenario of(ScenarioFile file) {
    return new SolvedScenario(file);
  }

  /** For instance {@code largest change}, {@code at 24 h}, {@code hours of smallest}. */
  double value(String label, Readout readout, String words) {
    Trajectory run = runs.get(label);
    if (run == null) {
      throw new IllegalArgumentException(
          "no scenario '%s', there are %s".formatted(label, runs.keySet()));
    }
    double untreated = scenarios.get(label).baseline(readout);
    return value(words, untreated, run.timesHours(), readout.series(run));
  }

  static double value(String words, double untreated, double[] timesHours, double[] curve) {
    Matcher at = AT.matcher(words);
    if (at.matches()) {
      double value = curve[indexOf(Double.parseDouble(at.group(2)), timesHours)];
      return at.group(1) == null ? value : Math.abs(value - untreated);
    }
    int last = curve.length - 1;
    int largest = 0;
    int smallest = 0;
    int changed = 0;
    for (int i = 1; i <= last; i++) {
      largest = curve[i] > curve[largest] ? i : largest;
      smallest = curve[i] < curve[smallest] ? i : smallest;
      changed = Math.abs(curve[i] - untreated) > Math.abs(curve[changed] - untreated) ? i : changed;
    }
    return switch (words) {
      case "untreated" -> untreated;
      case "largest" -> curve[largest];
      case "smallest" -> curve[smallest];
      case "last" -> curve[last];
      case "last change" -> Math.abs(curve[last] - untreated);
      case "largest change" -> Math.abs(curve[changed] - untreated);
      case "hours of largest change" -> timesHours[changed];
      case "hours of smallest" -> timesHours[smallest];
      default -> throw new IllegalArgumentException("unknown value '%s'".formatted(words));
    };
  }

  private static int indexOf(double tHours, double[] timesHours) {
    int nearest = 0;
    for (int i = 1; i < timesHours.length; i++) {
      if (Math.abs(timesHours[i] - tHours) < Math.abs(timesHours[nearest] - tHours)) {
        nearest = i;
      }
    }
    if (Math.abs(timesHours[nearest] - tHours) > 1e-6) {
      throw new IllegalArgumentException("no sample at %s h".formatted(tHours));
    }
    return nearest;
  }
}
