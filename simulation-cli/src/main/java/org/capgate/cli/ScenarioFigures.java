package org.capgate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Dose;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;
import org.capgate.viz.TimeScale;

/** Solved scenarios as figures: one for each readout, all scenarios in it. */
final class ScenarioFigures {
  /** Runs longer than this (h) are shown in days. */
  private static final double LONG_HOURS = 72;

  private ScenarioFigures() {}

  static Map<String, Figure> of(ScenarioRuns runs, Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Readout readout : runs.file().readouts()) {
      figures.put(readout.name().replace(' ', '-'), figure(runs, readout, provenance));
    }
    return figures;
  }

  private static Figure figure(ScenarioRuns runs, Readout readout, Map<String, String> provenance) {
    List<Series> lines = new ArrayList<>();
    runs.runs()
        .forEach(
            (label, run) -> lines.add(Series.of(label, run.timesHours(), readout.series(run))));
    return TimeCourse.titled(runs.file().name() + ": " + readout.name())
        .value(label(readout))
        .scale(runs.file().span().durationHours() > LONG_HOURS ? TimeScale.DAYS : TimeScale.HOURS)
        .lines(lines)
        .dosesAtHours(doseHours(runs))
        .provenance(provenance)
        .build();
  }

  private static AxisLabel label(Readout readout) {
    String quantity = readout.name().substring(0, 1).toUpperCase(Locale.ROOT);
    quantity += readout.name().substring(1).replace('-', ' ');
    return readout.unit().equals("1")
        ? AxisLabel.dimensionless(quantity)
        : new AxisLabel(quantity, readout.unit());
  }

  /** When anything active is given, in any of the scenarios. */
  private static double[] doseHours(ScenarioRuns runs) {
    TreeSet<Double> times = new TreeSet<>();
    for (Scenario scenario : runs.scenarios().values()) {
      if (!TreatmentLabel.isInert(scenario.treatment(), scenario.compounds())) {
        for (Administration given : scenario.treatment().administrations()) {
          times.add(given.startHours());
          if (given instanceof Dose dose) {
            for (int i = 1; i * dose.intervalHours() < 24 * dose.repeatDays(); i++) {
              times.add(dose.startHours() + i * dose.intervalHours());
            }
          }
        }
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
