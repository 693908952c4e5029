package org.capgate.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Place;
import org.capgate.model.Readout;
import org.capgate.population.Cohort;
import org.capgate.population.Population;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.Quantiles;
import org.capgate.uncertainty.Wilson;
import org.capgate.viz.AxisLabel;

/** Simulates crowds, some subjects at a time, so that a page can show progress. Safe to share. */
final class Crowds {
  /** Subjects of a crowd. */
  static final int MOST = 64;

  private static final int AT_A_TIME = 8;
  private static final int MOST_BATCHES = 40;
  private static final long SEED = 1;
  private static final double READ_HOURS = 24;

  private static final double DENSE_HOURS = 4;

  /** Samples after the first day, which has one each hour. */
  private static final int LATER_SAMPLES = 72;

  /** Relative fall of immobility, and of a depression score, that counts as a response. */
  private static final double LEAST_FALL = 0.10;

  private static final double LEAST_FALL_OF_SCORE = 0.50;

  private static final Integrator INTEGRATOR = Solvers.standard(1e-4);

  private final ViewScenario scenarios;
  private final Recent<Crowd, Cohort> cohorts = new Recent<>(2);
  private final Recent<Batch, List<Course>> solved = new Recent<>(MOST_BATCHES);

  private record Batch(Crowd crowd, int number) {}

  /** One subject: what is observed at rest, over time, and at the time it is read. */
  private record Course(double untreated, double[] values, double read) {
    double fall() {
      return (untreated - read) / untreated;
    }
  }

  Crowds(ViewScenario scenarios) {
    this.scenarios = scenarios;
  }

  /**
   * What is known of a crowd.
   *
   * @param subjects simulated
   * @param failed of them without a solution
   * @param panel the median subject
   * @param areas where half and 90 % of the subjects are
   * @param sentence how many respond
   */
  record Seen(int subjects, int failed, Panel panel, List<Area> areas, String sentence) {}

  /** The first so many subjects of a crowd, or a few more. */
  Seen of(Crowd crowd, int subjects, Function<View, Solution> shipped) {
    List<Course> courses = new ArrayList<>();
    int asked = 0;
    for (int number = 0; asked < subjects; number++, asked += AT_A_TIME) {
      courses.addAll(solved.get(new Batch(crowd, number), this::solve));
    }
    Readout readout = Sets.behaviour(crowd.view().species());
    double[] hours = hours(crowd.view());
    List<Line> lines = new ArrayList<>();
    List<Area> areas = new ArrayList<>();
    Solution typical = shipped.apply(crowd.view());
    double[] values = typical.values().getOrDefault(readout, new double[0]);
    lines.add(new Line("the same, nobody differs", true, typical.hours(), values));
    if (!courses.isEmpty()) {
      double[][] ends = new double[5][hours.length];
      double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
      for (int i = 0; i < hours.length; i++) {
        int sample = i;
        Quantiles over =
            Quantiles.of(courses.stream().mapToDouble(one -> one.values()[sample]).toArray());
        for (int share = 0; share < shares.length; share++) {
          ends[share][i] = over.at(shares[share]);
        }
      }
      lines.add(new Line("median subject", false, hours, ends[2]));
      double[][] low = {ends[0], ends[1]};
      double[][] high = {ends[4], ends[3]};
      areas.add(new Area("median subject", 0, hours, low, high));
    }
    AxisLabel label =
        crowd.view().species() == Species.HUMAN
            ? new AxisLabel(
                "Depression score", readout.unit().equals("1") ? "points" : readout.unit())
            : new AxisLabel("Immobility", readout.unit());
    Panel panel = new Panel(label, lines, 24 * crowd.view().days());
    return new Seen(asked, asked - courses.size(), panel, areas, sentence(crowd, courses));
  }

  private static String sentence(Crowd crowd, List<Course> courses) {
    boolean isHuman = crowd.view().species() == Species.HUMAN;
    double least = isHuman ? LEAST_FALL_OF_SCORE : LEAST_FALL;
    int responding = (int) courses.stream().filter(one -> one.fall() >= least).count();
    if (courses.isEmpty()) {
      return "None of the subjects has a solution.";
    }
    double[] interval = Wilson.interval(responding, courses.size());
    double[] falls = courses.stream().mapToDouble(Course::fall).toArray();
    Quantiles over = Quantiles.of(DoubleStream.of(falls).map(fall -> -100 * fall).toArray());
    return "%s of %s subjects respond (%s %%; 95 %% interval %s to %s %%): %s by %s or more at %s h. The change is %s to %s %% in 90 %% of them."
        .formatted(
            responding,
            courses.size(),
            Math.round(100.0 * responding / courses.size()),
            Math.round(100 * interval[0]),
            Math.round(100 * interval[1]),
            isHuman ? "the depression score falls" : "immobility falls",
            isHuman ? "half" : "10 %",
            Math.round(Math.min(READ_HOURS, 24 * crowd.view().days())),
            signed(over.at(0.05)),
            signed(over.at(0.95)));
  }

  private static String signed(double percent) {
    long rounded = Math.round(percent);
    return rounded > 0 ? "+" + rounded : Long.toString(rounded).replace('-', '\u2212');
  }

  private List<Course> solve(Batch batch) {
    Crowd crowd = batch.crowd();
    View view = crowd.view();
    Scenario scenario = scenarios.scenario(view);
    Cohort cohort = cohorts.get(crowd, key -> cohort(key, scenario));
    Readout readout = Sets.behaviour(view.species());
    double[] hours = hours(view);
    List<Course> courses = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME; i++) {
      Cohort.Member member = cohort.member((long) batch.number() * AT_A_TIME + i);
      course(member, scenario, readout, hours).ifPresent(courses::add);
    }
    return courses;
  }

  private static Optional<Course> course(
      Cohort.Member member, Scenario scenario, Readout readout, double[] hours) {
    Regimen given = scenario.treatment();
    try {
      Trajectory run =
          INTEGRATOR.solve(
              member.under(scenario.genotype(), given),
              TimeSpan.hours(hours[0], hours[hours.length - 1]),
              Sampling.at(hours));
      double[] values = readout.series(run);
      int read = (int) IntStream.range(0, hours.length).filter(i -> hours[i] <= READ_HOURS).count();
      return Optional.of(new Course(member.baseline(readout), values, values[read - 1]));
    } catch (IntegrationException unsolved) {
      return Optional.empty();
    }
  }

  private static Cohort cohort(Crowd crowd, Scenario scenario) {
    Population population =
        Population.named(crowd.population(), Place.UNKNOWN, scenario.parameters())
            .withSpreads(crowd::factor);
    return new Cohort(population, scenario, SEED, List.of(scenario.treatment()));
  }

  /** The first hours densely, each hour of the first day, then some. */
  private static double[] hours(View view) {
    double end = 24 * view.days();
    List<Double> hours = new ArrayList<>();
    for (double hour = 0; hour <= Math.min(READ_HOURS, end); ) {
      hours.add(hour);
      hour += hour < DENSE_HOURS ? 0.125 : 1;
    }
    double last = hours.get(hours.size() - 1);
    for (int i = 1; i <= LATER_SAMPLES && end > last; i++) {
      hours.add(last + (end - last) * i / LATER_SAMPLES);
    }
    return hours.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
