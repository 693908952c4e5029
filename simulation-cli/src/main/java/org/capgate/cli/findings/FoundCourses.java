package org.capgate.cli.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.capgate.cli.command.Workers;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.output.Bands;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.JudgementBounds;
import org.capgate.evidence.SampleTime;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Preparation;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.uncertainty.Quantiles;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.FindingCourses;
import org.capgate.viz.Series;

/**
 * The findings that can be drawn over the course of a readout: its change in a living wild type at
 * a time after one dose, in percent of the untreated value; a readout that is zero untreated has no
 * such change. Of every readout the experiment with the most of them is shown.
 */
final class FoundCourses {
  private static final int MOST_PANELS = 9;
  private static final int POINTS = 90;
  private static final double FIRST_HOURS = 0.1;
  private static final double LAST_HOURS = 504;
  private static final double PERCENT = 100;

  private final Model model;
  private final List<Panel> panels;

  private FoundCourses(Model model, List<Panel> panels) {
    this.model = model;
    this.panels = panels;
  }

  /** Whose course of what. */
  private record Course(Condition condition, Readout readout) {}

  /** A course with what was found of it. */
  private record Panel(Course course, List<FindingCourses.Found> found) {
    Readout readout() {
      return course.readout();
    }

    String title() {
      String whoAndWhat = course.condition().text();
      return "%s: %s"
          .formatted(
              readout().title(), whoAndWhat.replace(", wild-type", "").replace(" at 0 h", ""));
    }
  }

  static FoundCourses of(List<Evaluation> evaluations, Model model) {
    Map<Course, List<FindingCourses.Found>> all = new LinkedHashMap<>();
    for (Evaluation evaluation : evaluations) {
      Finding finding = evaluation.finding();
      Course course = new Course(finding.condition(), finding.readout());
      found(evaluation)
          .ifPresent(one -> all.computeIfAbsent(course, first -> new ArrayList<>()).add(one));
    }
    Map<Readout, Panel> best = new LinkedHashMap<>();
    all.forEach(
        (course, found) ->
            best.merge(
                course.readout(),
                new Panel(course, List.copyOf(found)),
                (before, now) -> now.found().size() > before.found().size() ? now : before));
    List<Panel> most =
        best.values().stream()
            .sorted(Comparator.comparingInt((Panel panel) -> -panel.found().size()))
            .limit(MOST_PANELS)
            .toList();
    return new FoundCourses(model, best.values().stream().filter(most::contains).toList());
  }

  /** Bounds of the change in percent; empty for what is no change after one dose at 0 h. */
  private static Optional<FindingCourses.Found> found(Evaluation evaluation) {
    Finding finding = evaluation.finding();
    Condition condition = finding.condition();
    boolean isOneDose =
        condition.treatment().administrations().size() == 1
            && condition.treatment().firstHours() == 0;
    if (!isOneDose
        || condition.preparation() != Preparation.IN_VIVO
        || !condition.genotype().isWildType()
        || !finding.versus().isSettled()
        || evaluation.reference().isEmpty()
        || !(finding.at() instanceof SampleTime.At at)
        || at.tHours() < FIRST_HOURS
        || at.tHours() > LAST_HOURS) {
      return Optional.empty();
    }
    double reference = evaluation.reference().getAsDouble();
    return JudgementBounds.isRelativeTo(finding.readout(), reference)
        ? bounds(finding, reference)
            .map(
                bounds ->
                    new FindingCourses.Found(at.tHours(), PERCENT * bounds[0], PERCENT * bounds[1]))
        : Optional.empty();
  }

  /** Of the relative change, low and high. */
  private static Optional<double[]> bounds(Finding finding, double reference) {
    double low =
        finding
            .magnitude()
            .map(range -> range.low() / reference)
            .orElse(JudgementBounds.LEAST_CHANGE);
    double high =
        finding.magnitude().map(range -> range.high() / reference).orElse(Double.POSITIVE_INFINITY);
    return switch (finding.expected()) {
      case INCREASE -> Optional.of(new double[] {low, high});
      case DECREASE -> Optional.of(new double[] {-high, -low});
      case NO_CHANGE ->
          Optional.of(new double[] {-JudgementBounds.MOST_DRIFT, JudgementBounds.MOST_DRIFT});
      case REDUCED, VALUE -> Optional.empty();
    };
  }

  boolean isEmpty() {
    return panels.isEmpty();
  }

  /**
   * The figure.
   *
   * @param sets of the bands; none where the point alone is asked for
   * @param done told of each set
   */
  Figure figure(
      Optional<ParameterEnsemble> sets, Map<String, String> provenance, IntConsumer done) {
    List<Scenario> scenarios =
        panels.stream().map(panel -> model.scenario(panel.course().condition())).toList();
    TimeSpan span = TimeSpan.hours(0, LAST_HOURS);
    Sampling sampling = Sampling.at(hours());
    Optional<EnsembleRuns> bands =
        sets.map(
            members ->
                EnsembleRuns.of(scenarios, members)
                    .reading(panels.stream().map(Panel::readout).distinct().toList())
                    .solve(Bands.INTEGRATOR, span, sampling, Workers.COUNT, done));
    FindingCourses figure =
        FindingCourses.titled("What was found, over what is simulated")
            .value(new AxisLabel("Change against untreated", "%"))
            .provenance(provenance);
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      Readout readout = panel.readout();
      Trajectory run = Solvers.standard().solve(scenarios.get(i).instantiate(0), span, sampling);
      double untreated = scenarios.get(i).baseline(readout);
      double[] change = readout.series(run);
      for (int k = 0; k < change.length; k++) {
        change[k] = percent(change[k], untreated);
      }
      Series line = Series.of(readout.name(), run.timesHours(), change);
      int number = i;
      figure.panel(
          panel.title(),
          bands.map(all -> banded(line, all.experiment(number), readout)).orElse(line),
          panel.found());
    }
    bands.ifPresent(all -> figure.note(Bands.note(all)));
    return figure.build();
  }

  private static double percent(double value, double untreated) {
    return PERCENT * (value / untreated - 1);
  }

  private static Series banded(Series line, EnsembleRuns.Experiment sets, Readout readout) {
    if (sets.size() == 0) {
      return line;
    }
    double[] untreated = sets.untreated(readout);
    double[][] ends = new double[Bands.SHARES.length][line.size()];
    for (int sample = 0; sample < line.size(); sample++) {
      double[] values = sets.values(readout, sample);
      for (int set = 0; set < values.length; set++) {
        values[set] = percent(values[set], untreated[set]);
      }
      Quantiles quantiles = Quantiles.of(values);
      for (int share = 0; share < ends.length; share++) {
        ends[share][sample] = quantiles.at(Bands.SHARES[share]);
      }
    }
    return line.withBand(ends[1], ends[3]).withOuterBand(ends[0], ends[4]);
  }

  /** At equal ratios. */
  private static double[] hours() {
    double[] hours = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double share = i / (POINTS - 1.0);
      hours[i] = TimeGrid.rounded(FIRST_HOURS * StrictMath.pow(LAST_HOURS / FIRST_HOURS, share));
    }
    return hours;
  }
}
