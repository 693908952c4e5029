package org.capgate.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;

/** What a reader of an exported model has to know, with figures that are computed for it. */
public final class ExchangeNotes {
  private static final double TOLERANCE = 1e-9;

  private static final double LITTLE = 1e-6;

  /** Samples that are compared. */
  private static final int SAMPLES = 200;

  private ExchangeNotes() {}

  /**
   * Paragraphs about the scenario of a file: what the export is, what it is not, how time is
   * counted, and by how much it differs from what CapGate computes.
   */
  public static List<String> of(ScenarioFile file) {
    Scenario scenario = file.scenario();
    double startHours = file.span().startHours();
    List<String> notes = new ArrayList<>();
    notes.add("A hypothesis tool built on rodent and clinical literature; not medical advice.");
    notes.add(
        "Every value of the model in one subject, without variability. Genotype, species, stress and"
            + " preparation are in the numbers; another scenario has other numbers.");
    notes.add(
        "Time is in hours; time 0 is %s h of the scenario. The initial values are the settled untreated state."
            .formatted(Digits.of(startHours)));
    notes.add(
        "Firing rates and binding, which CapGate solves as algebraic equations, relax here with"
            + " their time constants. %s".formatted(difference(scenario, file.span())));
    return notes;
  }

  /** The largest difference between the exported form and CapGate's own, in words. */
  private static String difference(Scenario scenario, TimeSpan span) {
    double[] times = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = span.startHours() + (i + 1) * (span.endHours() - span.startHours()) / SAMPLES;
    }
    Sampling sampling = Sampling.at(times);
    OdeSystem own = scenario.instantiate(0);
    Trajectory algebraic = Solvers.standard(TOLERANCE).solve(own, span, sampling);
    Trajectory ordinary =
        Solvers.standard(TOLERANCE).solve(scenario.instantiateOrdinary(0), span, sampling);
    double largest = 0;
    String worst = "";
    for (Variable readout : own.readouts()) {
      double difference =
          relativeDifference(ordinary.series(readout.name()), algebraic.series(readout.name()));
      if (difference > largest) {
        largest = difference;
        worst = readout.name();
      }
    }
    return String.format(
        Locale.ROOT,
        "Of all readouts at %d times, %s differs most by it: %.1e of its largest value.",
        SAMPLES,
        worst.isEmpty() ? "none" : worst,
        largest);
  }

  /**
   * Largest difference, relative to the largest value of the second; what stays below a millionth
   * counts as a millionth, so that the rounding errors of a readout at rest at 0 do not count.
   */
  static double relativeDifference(double[] values, double[] reference) {
    double scale = LITTLE;
    double difference = 0;
    for (int i = 0; i < reference.length; i++) {
      scale = Math.max(scale, Math.abs(reference[i]));
      difference = Math.max(difference, Math.abs(values[i] - reference[i]));
    }
    return difference / scale;
  }
}
