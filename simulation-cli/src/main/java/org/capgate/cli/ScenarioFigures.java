package org.capgate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Dose;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;
import org.capgate.viz.TimeScale;

/** Solved scenarios as figures: one for each readout, all scenarios in it. */
final class ScenarioFigures {
  /** Runs longer than this (h) are shown in days. */
  private static final double LONG_HOURS = 72;

  /** Longest name in a legend, characters. */
  private static final int LONGEST_NAME = 60;

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
            (label, run) -> {
              String name = label.equals(runs.file().name()) ? nameOfFirst(runs) : label;
              lines.add(Series.of(name, run.timesHours(), readout.series(run)));
            });
    return TimeCourse.titled(runs.file().name() + ": " + ReadoutLabel.of(readout))
        .value(ReadoutLabel.axis(readout))
        .scale(runs.file().span().durationHours() > LONG_HOURS ? TimeScale.DAYS : TimeScale.HOURS)
        .lines(lines)
        .dosesAtHours(doseHours(runs))
        .provenance(provenance)
        .build();
  }

  /** The scenario itself by what is done to it, since its label is already the title. */
  private static String nameOfFirst(ScenarioRuns runs) {
    Scenario scenario = runs.file().scenario();
    String given = TreatmentLabel.of(scenario.treatment(), scenario.compounds());
    String name =
        scenario.genotype().isWildType()
            ? given
            : GenotypeLabel.of(scenario.genotype()) + ", " + given;
    boolean isClear = name.length() <= LONGEST_NAME && !runs.runs().containsKey(name);
    return isClear ? name : runs.file().name();
  }

  /** When anything active is given, in any of the scenarios. */
  private static double[] doseHours(ScenarioRuns runs) {
    TreeSet<Double> times = new TreeSet<>();
    for (Scenario scenario : runs.scenarios().values()) {
      if (!TreatmentLabel.isInert(scenario.treatment(), scenario.compounds())) {
        for (Administration given : scenario.treatment().administrations()) {
          times.add(given.startHours());
          if (given instanceof Dose dose) {
            Arrays.stream(dose.givenHours()).forEach(times::add);
          }
        }
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
