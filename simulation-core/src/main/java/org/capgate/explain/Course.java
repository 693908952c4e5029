package org.capgate.explain;

import java.util.Arrays;
import java.util.TreeSet;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.TimeSpan;
import org.capgate.exposure.Exposure;
import org.capgate.model.MoodModel;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.solver.Stepping;
import org.capgate.treatment.Target;

/**
 * A run at the stages of steps between two times: variables and drug effects. Effects are those of
 * the side of a dose on which a stage lies; at the beginning those before what begins there.
 */
final class Course {
  /** Of runs: the accuracy with which contributions add up follows from it. */
  private static final double TOLERANCE = 1e-6;

  final double[] parameters;

  /** Before anything is given. */
  final double[] restState;

  final double[] restEffects;

  /** At the first time, before what begins there. */
  final double[] startState;

  final double[] startEffects;
  private final double[] gridHours;
  private final double[][] states; // by step and stage
  private final double[][] effects;

  /**
   * Solves the run again and reads it.
   *
   * @param runHours when the run starts (h after t = 0)
   * @param gridHours ends of the steps, ascending, beginning with the first time; contains the
   *     breakpoints between
   */
  Course(Scenario scenario, double runHours, double[] gridHours) {
    this.gridHours = gridHours.clone();
    MoodModel model = scenario.laboratory().model();
    parameters = scenario.laboratory().parameters(scenario.genotype(), scenario.stress().level());
    int inputs = model.layout().inputs().size();
    int steps = gridHours.length - 1;
    states = new double[steps * Radau.STAGES][model.layout().variables().size()];
    effects = new double[steps * Radau.STAGES][inputs];
    Exposure exposure = scenario.exposure();
    double[] breakpointsHours = exposure.breakpointsHours();
    Exposure.Cursor cursor = exposure.newCursor();
    double[] rates = new double[Target.values().length];
    double fromHours = gridHours[0];
    OdeSystem system = scenario.instantiate(0);
    Stepping stepping = start(system, runHours, gridHours[steps]);
    restState = system.initialState();
    restEffects = new double[inputs];
    startState = restState.clone();
    startEffects = new double[inputs];
    if (fromHours > stepping.timeHours()) {
      cursor.enterSegment(segment(breakpointsHours, fromHours));
      cursor.evaluate(fromHours, startEffects, rates);
      advance(stepping, fromHours);
      stepping.sample(fromHours, startState);
    }
    for (int step = 0; step < steps; step++) {
      cursor.enterSegment(segment(breakpointsHours, middleHours(step)));
      for (int stage = 0; stage < Radau.STAGES; stage++) {
        double atHours = atHours(step, stage);
        advance(stepping, atHours);
        stepping.sample(atHours, state(step, stage));
        cursor.evaluate(atHours, effects(step, stage), rates);
      }
    }
  }

  /** When a run of these starts: with t = 0 or the first dose (h). */
  static double startHours(Scenario... scenarios) {
    double startHours = 0;
    for (Scenario scenario : scenarios) {
      startHours = Math.min(startHours, scenario.treatment().firstHours());
    }
    return startHours;
  }

  /** Ends of the steps of a solver between two times, both times included. */
  static double[] stepsHours(Scenario scenario, double runHours, double fromHours, double toHours) {
    TreeSet<Double> hours = new TreeSet<>();
    hours.add(fromHours);
    Stepping stepping = start(scenario.instantiate(0), runHours, toHours);
    while (!stepping.finished()) {
      stepping.step();
      if (stepping.timeHours() > fromHours && stepping.timeHours() < toHours) {
        hours.add(stepping.timeHours());
      }
    }
    hours.add(toHours);
    return hours.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Stepping start(OdeSystem system, double runHours, double toHours) {
    return Solvers.standard(TOLERANCE).start(system, TimeSpan.hours(runHours, toHours));
  }

  private static void advance(Stepping stepping, double toHours) {
    while (stepping.timeHours() < toHours && !stepping.finished()) {
      stepping.step();
    }
  }

  /** Number of breakpoints before a time. */
  private static int segment(double[] breakpointsHours, double atHours) {
    int place = Arrays.binarySearch(breakpointsHours, atHours);
    return place < 0 ? -1 - place : place;
  }

  int steps() {
    return gridHours.length - 1;
  }

  double stepHours(int step) {
    return gridHours[step + 1] - gridHours[step];
  }

  private double middleHours(int step) {
    return 0.5 * (gridHours[step] + gridHours[step + 1]);
  }

  double atHours(int step, int stage) {
    return stage == Radau.STAGES - 1
        ? gridHours[step + 1]
        : gridHours[step] + Radau.node(stage) * stepHours(step);
  }

  double startHours() {
    return gridHours[0];
  }

  double endHours() {
    return gridHours[gridHours.length - 1];
  }

  double[] state(int step, int stage) {
    return states[step * Radau.STAGES + stage];
  }

  double[] effects(int step, int stage) {
    return effects[step * Radau.STAGES + stage];
  }
}
