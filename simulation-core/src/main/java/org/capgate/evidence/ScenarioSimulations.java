package org.capgate.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;

/** Runs each condition once, when it is first asked for. Not for several threads at once. */
final class ScenarioSimulations implements Simulations {

  /** How long after the last change of an input an extreme is looked for (h). */
  private static final double EXTREME_WITHIN_HOURS = 72;

  /** Spacing of samples while a dose is fresh (h), two minutes, and how long that is. */
  private static final double FINE_HOURS = 1.0 / 30;

  private static final double FRESH_HOURS = 6;

  /** Spacing of samples otherwise (h). */
  private static final double COARSE_HOURS = 0.25;

  private final Function<Condition, Scenario> scenarioOf;
  private final RunPlan plan;
  private final Subjects subjects;
  private final Map<Condition, Scenario> scenarios = new HashMap<>();
  private final Map<Condition, Trajectory> runs = new HashMap<>();
  private final Map<Condition, RuntimeException> failures = new HashMap<>();

  ScenarioSimulations(Function<Condition, Scenario> scenarioOf, RunPlan plan, Subjects subjects) {
    this.scenarioOf = scenarioOf;
    this.plan = plan;
    this.subjects = subjects;
  }

  @Override
  public double baseline(Condition untreated, Readout readout) {
    return subjects.baseline(scenario(untreated), untreated.edits(), readout);
  }

  @Override
  public double at(Condition condition, Readout readout, double tHours) {
    return readout.at(run(condition), tHours);
  }

  @Override
  public Course course(Condition condition, Readout readout) {
    Trajectory run = run(condition);
    return new Course(run.timesHours(), readout.series(run));
  }

  @Override
  public double highest(Condition condition, Readout readout) {
    return extreme(condition, readout, Math::max);
  }

  @Override
  public double lowest(Condition condition, Readout readout) {
    return extreme(condition, readout, Math::min);
  }

  private double extreme(Condition condition, Readout readout, DoubleBinaryOperator chosen) {
    double extreme = Double.NaN;
    for (double value : readout.series(run(condition))) {
      extreme = Double.isNaN(extreme) ? value : chosen.applyAsDouble(extreme, value);
    }
    return extreme;
  }

  private Scenario scenario(Condition condition) {
    return scenarios.computeIfAbsent(condition, scenarioOf);
  }

  private Trajectory run(Condition condition) {
    RuntimeException failure = failures.get(condition);
    if (failure != null) {
      throw failure;
    }
    Trajectory run = runs.get(condition);
    if (run == null) {
      try {
        run = solve(condition);
      } catch (RuntimeException e) {
        failures.put(condition, e);
        throw e;
      }
      runs.put(condition, run);
    }
    return run;
  }

  private Trajectory solve(Condition condition) {
    Scenario scenario = scenario(condition);
    double start = Math.min(0, condition.treatment().firstHours());
    NavigableSet<Double> times = new TreeSet<>(plan.timesHours(condition));
    if (plan.needsExtremes(condition)) {
      addExtremes(times, start, scenario.exposure().breakpointsHours());
    }
    times.add(TimeGrid.rounded(start + FINE_HOURS));
    TimeSpan span = TimeSpan.hours(Math.min(start, times.first()), times.last());
    double[] samples = times.stream().mapToDouble(Double::doubleValue).toArray();
    return subjects.solve(
        scenario, condition.edits(), span, Sampling.at(samples).only(plan.quantities(condition)));
  }

  /** Samples close enough that an extreme between two of them does not matter. */
  private static void addExtremes(
      NavigableSet<Double> times, double start, double[] breakpointsHours) {
    double last = times.isEmpty() ? start : Math.max(start, times.last());
    for (double breakpoint : breakpointsHours) {
      last = Math.max(last, breakpoint);
      for (int i = 0; i * FINE_HOURS <= FRESH_HOURS; i++) {
        times.add(TimeGrid.rounded(breakpoint + i * FINE_HOURS));
      }
    }
    double end = last + EXTREME_WITHIN_HOURS;
    for (int i = 0; start + i * COARSE_HOURS <= end; i++) {
      times.add(TimeGrid.rounded(start + i * COARSE_HOURS));
    }
  }
}
