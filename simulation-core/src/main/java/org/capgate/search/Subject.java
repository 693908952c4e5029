package org.capgate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.MoodModel;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Exposure;
import org.capgate.treatment.Target;

/**
 * One parameter set with the settled state of a subject, who is given one treatment after another.
 * Safe in any number of threads.
 */
final class Subject {
  /** As for shares of variance: aims hardly move below this. */
  private static final Rosenbrock SOLVER = Solvers.standard(1e-4);

  private static final String NMDA_SELECTIVITY = "cells/nmdaSelectivity";

  private final Scenario untreated;
  private final MoodModel model;
  private final double[] parameters;
  private final double[] settled;
  private final CompoundCatalogue known;
  private final double selectivity;

  /** The subject of a scenario with other numbers. */
  Subject(Scenario scenario, ParameterSet set) {
    untreated = scenario.untreated().toBuilder().parameters(set).build();
    model = untreated.laboratory().model();
    parameters =
        untreated.laboratory().parameters(untreated.genotype(), untreated.stress().level());
    settled = untreated.settled().state();
    known = untreated.laboratory().compounds();
    selectivity = set.value(NMDA_SELECTIVITY);
  }

  /**
   * The numbers of a run.
   *
   * @throws org.capgate.dynamics.IntegrationException when it cannot be solved
   */
  double[] measured(Design design, List<Measure> measures) {
    Exposure exposure =
        design
            .treatment()
            .exposure(untreated.species(), untreated.preparation(), compounds(design));
    double[] hours = timesHours(measures);
    Trajectory run =
        measures.stream().anyMatch(measure -> measure.readout() != null)
            ? run(design, exposure, hours)
            : null;
    double[] numbers = new double[measures.size()];
    for (int i = 0; i < numbers.length; i++) {
      Measure measure = measures.get(i);
      if (measure.statistic() == Measure.Statistic.DOSES) {
        numbers[i] = doses(design);
      } else if (measure.readout() != null && run != null) {
        double[] series = measure.readout().series(run);
        double[] wanted = measure.timesHours();
        for (int t = 0; t < wanted.length; t++) {
          wanted[t] = series[Arrays.binarySearch(hours, wanted[t])];
        }
        numbers[i] = measure.of(wanted);
      } else {
        numbers[i] = measure.of(sizes(exposure, measure));
      }
    }
    return numbers;
  }

  private CompoundCatalogue compounds(Design design) {
    Compound own = design.compound();
    return own == null
        ? known
        : known.with(
            CompoundCatalogue.of(List.of(own)).withNmdaSelectivity(selectivity).named(own.name()));
  }

  private static double[] timesHours(List<Measure> measures) {
    TreeSet<Double> times = new TreeSet<>();
    for (Measure measure : measures) {
      for (double tHours : measure.timesHours()) {
        times.add(tHours);
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Trajectory run(Design design, Exposure exposure, double[] hours) {
    double startHours = Math.min(Math.min(0, hours[0]), design.treatment().firstHours());
    OdeSystem system = model.animal(parameters, settled, exposure, Map.of());
    return SOLVER.solve(
        system, TimeSpan.hours(startHours, hours[hours.length - 1]), Sampling.at(hours));
  }

  private static double doses(Design design) {
    int count = 0;
    for (Administration given : design.treatment().administrations()) {
      count += given instanceof Dose dose ? dose.givenHours().length : 1;
    }
    return count;
  }

  /** Sizes of the effect on a target, just after what is given at a time. */
  private static double[] sizes(Exposure exposure, Measure measure) {
    Target target = measure.target();
    if (target == null) {
      throw new IllegalStateException(measure.name() + " reads nothing");
    }
    double[] breakpoints = exposure.breakpointsHours();
    Exposure.Cursor cursor = exposure.newCursor();
    double[] effects = new double[Target.values().length];
    double[] rates = new double[effects.length];
    List<Double> sizes = new ArrayList<>();
    for (double tHours : measure.timesHours()) {
      int place = Arrays.binarySearch(breakpoints, tHours);
      cursor.enterSegment(place < 0 ? -1 - place : place + 1);
      cursor.evaluate(tHours, effects, rates);
      sizes.add(Math.abs(effects[target.ordinal()]));
    }
    return sizes.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
