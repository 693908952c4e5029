package org.capgate.cli.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.DoseHours;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;

/** Solved scenarios as figures: one for each readout, all scenarios in it. */
final class ScenarioFigures {
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
    Optional<DoseLadder> ladder = DoseLadder.in(runs);
    if (ladder.isPresent()) {
      return ladder.get().figure(runs, readout, doseHours(runs), provenance);
    }
    TimeCourse figure =
        TimeCourse.titled(runs.file().name() + ": " + readout.title())
            .value(ReadoutLabel.axis(readout))
            .provenance(provenance);
    List<Series> lines = new ArrayList<>();
    Map<String, double[]> doses = new LinkedHashMap<>();
    runs.runs()
        .forEach(
            (label, run) -> {
              String name = label.equals(runs.file().name()) ? nameOfFirst(runs) : label;
              Series curve = Series.of(name, run.timesHours(), readout.series(run));
              Series line =
                  runs.sets(label).map(sets -> Bands.around(curve, sets, readout)).orElse(curve);
              if (isTreated(runs, label) || !anyTreated(runs)) {
                lines.add(line);
                doses.put(name, DoseHours.of(List.of(scenario(runs, label))));
              } else {
                figure.reference(line);
              }
            });
    double[] all = doseHours(runs);
    if (doses.values().stream().allMatch(own -> Arrays.equals(own, all))) {
      figure.dosesAtHours(all);
    } else {
      doses.forEach(figure::dosesOf);
    }
    runs.sets().ifPresent(sets -> figure.note(Bands.note(sets)));
    return figure.lines(lines).build();
  }

  private static Scenario scenario(ScenarioRuns runs, String label) {
    Scenario scenario = runs.scenarios().get(label);
    if (scenario == null) {
      throw new IllegalStateException("no scenario is named " + label);
    }
    return scenario;
  }

  private static boolean isTreated(ScenarioRuns runs, String label) {
    Scenario scenario = scenario(runs, label);
    return !TreatmentLabel.isInert(scenario.treatment(), scenario.compounds());
  }

  private static boolean anyTreated(ScenarioRuns runs) {
    return runs.runs().keySet().stream().anyMatch(label -> isTreated(runs, label));
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
    return DoseHours.of(runs.scenarios().values());
  }
}
