package org.capgate.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Dose;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.LadderFigure;
import org.capgate.viz.Series;

/**
 * Runs that differ in nothing but the amount of one dose, by label, and runs beside them in which
 * nothing active is given.
 *
 * @param doses by label, three or more
 * @param untreated by label, may be none
 */
record DoseLadder(Map<String, Dose> doses, Map<String, Scenario> untreated) {
  private static final int LEAST_STEPS = 3;
  private static final double READ_HOURS = 24;

  /** The ladder that all runs of a scenario make, if they do. */
  static Optional<DoseLadder> in(ScenarioRuns runs) {
    Map<String, Dose> doses = new LinkedHashMap<>();
    Map<String, Scenario> untreated = new LinkedHashMap<>();
    Scenario first = runs.file().scenario();
    for (String label : runs.runs().keySet()) {
      Scenario scenario = runs.scenarios().get(label);
      if (scenario == null || !isAlike(scenario, first)) {
        return Optional.empty();
      }
      if (TreatmentLabel.isInert(scenario.treatment(), scenario.compounds())) {
        untreated.put(label, scenario);
      } else if (scenario.treatment().administrations().size() == 1
          && scenario.treatment().administrations().get(0) instanceof Dose dose
          && doses.values().stream().allMatch(other -> isStepOf(dose, other))) {
        doses.put(label, dose);
      } else {
        return Optional.empty();
      }
    }
    return doses.size() < LEAST_STEPS
        ? Optional.empty()
        : Optional.of(new DoseLadder(doses, untreated));
  }

  /** The same subject, whatever is given to it. */
  private static boolean isAlike(Scenario one, Scenario other) {
    return one.untreated().hash().equals(other.untreated().hash());
  }

  private static boolean isStepOf(Dose one, Dose other) {
    return one.amount() > 0
        && one.amount() != other.amount()
        && one.compound().equals(other.compound())
        && one.unit() == other.unit()
        && one.route() == other.route()
        && one.startHours() == other.startHours()
        && one.durationHours() == other.durationHours()
        && one.intervalHours() == other.intervalHours()
        && one.repeatDays() == other.repeatDays();
  }

  Figure figure(
      ScenarioRuns runs, Readout readout, double[] doseHours, Map<String, String> provenance) {
    LadderFigure figure =
        LadderFigure.titled(runs.file().name() + ": " + readout.title())
            .value(ReadoutLabel.axis(readout))
            .readAtHours(Math.min(READ_HOURS, runs.file().span().endHours()))
            .dosesAtHours(doseHours)
            .provenance(provenance);
    Dose any = doses.values().iterator().next();
    figure.dose(
        new AxisLabel("%s %s".formatted(any.compound(), any.route().word()), any.unit().word()));
    untreated.keySet().forEach(label -> figure.reference(line(runs, label, label, readout)));
    doses.forEach(
        (label, dose) -> {
          String name = "%s %s".formatted(Numbers.text(dose.amount()), dose.unit().word());
          figure.step(dose.amount(), line(runs, label, name, readout));
        });
    runs.sets().ifPresent(sets -> figure.note("%s Left: 50 %% alone.".formatted(Bands.note(sets))));
    return figure.build();
  }

  private static Series line(ScenarioRuns runs, String label, String name, Readout readout) {
    Trajectory run = runs.runs().get(label);
    if (run == null) {
      throw new IllegalStateException("no run of " + label);
    }
    Series line = Series.of(name, run.timesHours(), readout.series(run));
    return runs.sets(label).map(sets -> Bands.around(line, sets, readout)).orElse(line);
  }
}
