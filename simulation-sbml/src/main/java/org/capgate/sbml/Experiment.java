package org.capgate.sbml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.TimeSpan;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;

/**
 * Scenarios that are run side by side and what is looked at. Immutable.
 *
 * @param name letters, digits and hyphens: name of its file
 * @param description one paragraph
 * @param scenarios under their labels, in order, at least one
 * @param span of every run
 * @param everyHours from one sample to the next (h), > 0
 * @param readouts what is plotted, one figure each
 */
public record Experiment(
    String name,
    String description,
    Map<String, Scenario> scenarios,
    TimeSpan span,
    double everyHours,
    List<Readout> readouts) {

  public Experiment {
    scenarios = Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
    readouts = List.copyOf(readouts);
  }

  /** The scenario of a file with its variants. */
  public static Experiment of(ScenarioFile file) {
    return new Experiment(
        file.name(),
        file.description(),
        file.scenarios(),
        file.span(),
        file.sampleEveryMinutes() / 60,
        file.readouts());
  }

  /** Whole samples that fit into the span. */
  int steps() {
    return (int) Math.floor((span.endHours() - span.startHours()) / everyHours + 1e-9);
  }
}
